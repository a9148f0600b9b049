#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/report/sensitivity/sensitivity_csv.hpp"

namespace groundwork {

/// How an analysis was made, besides its scenario.
struct AnalysisRecord {
  std::string version;
  std::int64_t runs = 1;
  double seconds = 0.0;
};

/// The indices with what is needed to get them again: scenario digest, seed, sampler, paths, runs, version; also how
/// long it took.
std::string drivers_json(const Study& study, const std::vector<FigureDrivers>& figures, const AnalysisRecord& record);
std::string sobol_json(const Study& study, const SobolAnalysis& analysis, const AnalysisRecord& record);
std::string tornado_json(const Study& study, const std::vector<Tornado>& tornados, const AnalysisRecord& record);

}  // namespace groundwork
