#pragma once

#include <string>

#include "sim/analysis/discovery/discovery.hpp"

namespace groundwork {

/// What is besides a scenario needed to make a discovery again.
struct DiscoveryRecord {
  std::string version;
  DiscoverySettings settings;
  double seconds = 0.0;
};

/// Outcome, conditions and boxes, with what is needed to get them again: scenario digest, seed, sampler, paths,
/// settings, version; also how long it took.
std::string discovery_json(const Study& study, const Discovery& discovery, const DiscoveryRecord& record);

}  // namespace groundwork
