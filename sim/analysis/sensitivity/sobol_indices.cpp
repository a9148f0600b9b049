#include "sim/analysis/sensitivity/sobol_indices.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>
#include <utility>

namespace groundwork {

namespace {

constexpr int resamples = 1000;
constexpr std::size_t most_units = 1000;        // sums of many independent paths resample like single ones
constexpr std::uint64_t bootstrap_seed = 1999;  // any will do; fixed, so that the error is the same bytes too

/// Sums over some paths, of figures less their mean.
struct Sums {
  double paths = 0.0, values = 0.0, squares = 0.0;  ///< Values of a and b.
  std::vector<double> first, total;                 ///< By factor: b·(ab - a) and (a - ab)²/2.

  explicit Sums(std::size_t factors) : first(factors, 0.0), total(factors, 0.0) {}

  void add(const Sums& other) {
    paths += other.paths;
    values += other.values;
    squares += other.squares;
    for (std::size_t i = 0; i < first.size(); ++i) {
      first[i] += other.first[i];
      total[i] += other.total[i];
    }
  }

  void add_path(const SobolSample& sample, std::size_t path, double mean) {
    const double a = sample.a[path] - mean, b = sample.b[path] - mean;
    paths += 1.0;
    values += a + b;
    squares += a * a + b * b;
    for (std::size_t i = 0; i < first.size(); ++i) {
      const double ab = sample.a_with_b[i][path] - mean;
      first[i] += b * (ab - a);
      total[i] += 0.5 * (a - ab) * (a - ab);
    }
  }

  /// First-order indices, total ones, and the sum of the first-order ones.
  std::vector<double> indices() const {
    const double mean = values / (2.0 * paths);
    const double variance = squares / (2.0 * paths) - mean * mean;
    std::vector<double> found;
    double explained = 0.0;
    for (const double sum : first) {
      found.push_back(sum / paths / variance);
      explained += found.back();
    }
    for (const double sum : total) found.push_back(sum / paths / variance);
    found.push_back(explained);
    return found;
  }
};

bool is_defined(const SobolSample& sample, std::size_t path) {
  return std::isfinite(sample.a[path]) && std::isfinite(sample.b[path]) &&
         std::ranges::all_of(sample.a_with_b, [&](const auto& column) { return std::isfinite(column[path]); });
}

std::vector<std::size_t> defined_paths(const SobolSample& sample) {
  std::vector<std::size_t> paths;
  for (std::size_t path = 0; path < sample.a.size(); ++path)
    if (is_defined(sample, path)) paths.push_back(path);
  return paths;
}

bool is_same_everywhere(const SobolSample& sample, const std::vector<std::size_t>& paths) {
  return std::ranges::all_of(paths, [&](std::size_t path) {
    return sample.a[path] == sample.a[paths.front()] && sample.b[path] == sample.a[paths.front()];
  });
}

double mean_of(const SobolSample& sample, const std::vector<std::size_t>& paths) {
  double sum = 0.0;
  for (const std::size_t path : paths) sum += 0.5 * (sample.a[path] + sample.b[path]);
  return sum / static_cast<double>(paths.size());
}

/// Sums of what is resampled as one: paths, or randomisations.
std::vector<Sums> unit_sums(const SobolSample& sample, const std::vector<std::size_t>& paths, Replication replication) {
  const std::size_t count =
      replication == Replication::randomised ? std::size_t{randomisations} : std::min(most_units, paths.size());
  const double mean = mean_of(sample, paths);
  std::vector<Sums> units(count, Sums(sample.a_with_b.size()));
  for (const std::size_t path : paths) units[path % count].add_path(sample, path, mean);
  std::erase_if(units, [](const Sums& unit) { return unit.paths == 0.0; });
  return units;
}

Sums resample(const std::vector<Sums>& units, std::mt19937_64& random) {
  Sums sum(units.front().first.size());
  const auto count = static_cast<double>(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    const double uniform = static_cast<double>(random() >> 11) * 0x1p-53;
    sum.add(units[static_cast<std::size_t>(uniform * count)]);
  }
  return sum;
}

/// Standard error of each index. A bootstrap of few units comes out too small by sqrt(1 - 1/units).
std::vector<double> bootstrap_errors(const std::vector<Sums>& units, std::size_t indices) {
  std::mt19937_64 random(bootstrap_seed);
  std::vector<std::vector<double>> found;
  for (int i = 0; i < resamples; ++i) found.push_back(resample(units, random).indices());
  std::vector<double> errors;
  const auto count = static_cast<double>(units.size());
  for (std::size_t k = 0; k < indices; ++k) {
    double mean = 0.0, deviations = 0.0;
    for (const auto& one : found) mean += one[k] / resamples;
    for (const auto& one : found) deviations += (one[k] - mean) * (one[k] - mean);
    errors.push_back(std::sqrt(deviations / (resamples - 1) * count / (count - 1.0)));
  }
  return errors;
}

}  // namespace

SobolIndices sobol_indices(const SobolSample& sample, Replication replication) {
  const std::vector<std::size_t> paths = defined_paths(sample);
  SobolIndices result;
  result.paths = std::ssize(paths);
  result.undefined = std::ssize(sample.a) - result.paths;
  result.is_constant = is_same_everywhere(sample, paths);
  if (result.is_constant) return result;
  const std::vector<Sums> units = unit_sums(sample, paths, replication);
  Sums all(sample.a_with_b.size());
  for (const Sums& unit : units) all.add(unit);
  const std::vector<double> found = all.indices(), errors = bootstrap_errors(units, found.size());
  const std::size_t factors = sample.a_with_b.size();
  const auto estimate = [&](std::size_t k) { return symmetric_estimate(found[k], errors[k], replication); };
  for (std::size_t i = 0; i < factors; ++i) {
    result.first.push_back(estimate(i));
    result.total.push_back(estimate(factors + i));
  }
  result.explained = estimate(2 * factors);
  return result;
}

}  // namespace groundwork
