#pragma once

#include <functional>
#include <numeric>
#include <random>
#include <vector>

#include "sim/analysis/discovery/peeling.hpp"

namespace groundwork {

/// Paths with uniform variables on (0, 1), and cases that are known.
struct Synthetic {
  std::vector<std::vector<double>> columns;
  Cases cases;
  Paths paths;

  Synthetic(std::size_t variables, std::size_t count, std::uint64_t seed) : columns(variables) {
    std::mt19937_64 generator(seed);
    std::uniform_real_distribution<double> uniform;
    for (std::vector<double>& column : columns)
      for (std::size_t path = 0; path < count; ++path) column.push_back(uniform(generator));
    paths.resize(count);
    std::iota(paths.begin(), paths.end(), std::uint32_t{0});
    cases.happened.assign(count, 0);
  }
  Synthetic(const Synthetic&) = delete;
  Synthetic& operator=(const Synthetic&) = delete;

  /// Fixes what is a case, of a path's variables; the columns must not change any more.
  const Cases& when(const std::function<bool(const std::vector<double>&)>& happens) {
    std::vector<double> x(columns.size());
    for (const std::uint32_t path : paths) {
      for (std::size_t i = 0; i < columns.size(); ++i) x[i] = columns[i][path];
      cases.happened[path] = happens(x) ? 1 : 0;
    }
    cases.columns.assign(columns.begin(), columns.end());
    return cases;
  }
};

}  // namespace groundwork
