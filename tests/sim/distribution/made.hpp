#pragma once

#include <stdexcept>

#include "sim/distribution/distribution.hpp"

namespace groundwork {

/// The distribution of a specification that is right.
inline Distribution made(const DistributionSpec& spec) {
  std::vector<ParameterProblem> problems;
  const auto distribution = make_distribution(spec, problems);
  if (!distribution) throw std::logic_error(problems.front().problem);
  return *distribution;
}

inline Distribution made(const std::string& dist, const std::map<std::string, double>& numbers) {
  return made({.dist = dist, .numbers = numbers, .values = {}, .weights = {}});
}

}  // namespace groundwork
