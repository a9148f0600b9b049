#include "sim/analysis/sensitivity/sobol_design.hpp"

#include <utility>

#include "sim/analysis/sensitivity/run_series.hpp"
#include "sim/engine/tally.hpp"
#include "sim/random/design.hpp"

namespace groundwork {

namespace {

std::size_t columns_of(const std::vector<Factor>& factors) {
  std::size_t columns = 0;
  for (const Factor& factor : factors) columns += factor.columns.size();
  return columns;
}

/// The seed of the second sample.
std::uint64_t other_seed(std::uint64_t seed) { return seed ^ 0x9E3779B97F4A7C15U; }

/// One run, whose columns `place` puts where they belong in the samples of the cells.
template <class Place>
bool run_matrix(RunSeries& series, const DrawChanges& changes, std::vector<SobolSample>& samples, Place&& place) {
  auto kept = series.run(changes);
  if (!kept) return false;
  for (std::size_t cell = 0; cell < samples.size(); ++cell) place(samples[cell], std::move((*kept)[cell].values));
  return true;
}

}  // namespace

std::string sobol_design_problem(const Study& study) {
  const RunSettings& run = study.scenario.run;
  return design_problem({run.sampler, run.seed, run.paths}, 2 * columns_of(single_factors(study)));
}

std::optional<SobolAnalysis> run_sobol_design(const Study& study, const std::vector<Factor>& factors,
                                              const RunOptions& options) {
  RunSeries series(study, options);
  std::vector<SobolSample> samples(options.keep_cells.size());
  DrawChanges changes{{}, other_seed(study.scenario.run.seed), {}};
  const auto to_a = [](SobolSample& sample, std::vector<double> values) { sample.a = std::move(values); };
  const auto to_b = [](SobolSample& sample, std::vector<double> values) { sample.b = std::move(values); };
  const auto to_next = [](SobolSample& sample, std::vector<double> values) {
    sample.a_with_b.push_back(std::move(values));
  };
  if (!run_matrix(series, changes, samples, to_a)) return std::nullopt;
  for (const Factor& factor : factors) {
    changes.redrawn = factor.columns;
    if (!run_matrix(series, changes, samples, to_next)) return std::nullopt;
  }
  changes.redrawn.clear();
  for (const Factor& factor : factors)
    changes.redrawn.insert(changes.redrawn.end(), factor.columns.begin(), factor.columns.end());
  if (!run_matrix(series, changes, samples, to_b)) return std::nullopt;
  SobolAnalysis analysis{factors, options.keep_cells, {}};
  for (const SobolSample& sample : samples)
    analysis.indices.push_back(sobol_indices(sample, replication_of(study.scenario.run.sampler)));
  return analysis;
}

}  // namespace groundwork
