#include "sim/analysis/sensitivity/tornado.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "sim/analysis/sensitivity/run_series.hpp"
#include "sim/engine/tally.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

/// Path by path, so that what both have in common cancels.
Estimate mean_difference(const std::vector<double>& high, const std::vector<double>& low, Replication replication) {
  std::vector<double> differences(high.size());
  std::ranges::transform(high, low, differences.begin(), std::minus());
  const Summary summary = summarise(differences, replication);
  return symmetric_estimate(summary.mean, summary.standard_error, replication);
}

/// The order of the table: widest first; a swing that is not known last.
bool is_wider(const TornadoBar& a, const TornadoBar& b) {
  const auto width = [](const TornadoBar& bar) {
    return std::isnan(bar.swing.value) ? -1.0 : std::fabs(bar.swing.value);
  };
  return width(a) > width(b);
}

}  // namespace

std::vector<int> uncertain_inputs(const Scenario& scenario) {
  std::vector<int> inputs;
  for (std::size_t i = 0; i < scenario.inputs.size(); ++i)
    if (!scenario.inputs[i].distribution.is_fixed()) inputs.push_back(static_cast<int>(i));
  return inputs;
}

std::optional<std::vector<Tornado>> run_tornado(const Study& study, const RunOptions& options) {
  const Replication replication = replication_of(study.scenario.run.sampler);
  RunSeries series(study, options);
  const auto base = series.run({});
  if (!base) return std::nullopt;
  std::vector<Tornado> tornados;
  for (const KeptColumn& column : *base) tornados.push_back({column.cell, summarise(column.values, replication), {}});
  for (const int input : uncertain_inputs(study.scenario)) {
    const Distribution& distribution = study.scenario.inputs[static_cast<std::size_t>(input)].distribution;
    const double low_value = distribution.quantile(tornado_low), high_value = distribution.quantile(tornado_high);
    const auto low = series.run({{}, 0, {{input, low_value}}});
    const auto high = low ? series.run({{}, 0, {{input, high_value}}}) : std::nullopt;
    if (!high) return std::nullopt;
    for (std::size_t i = 0; i < tornados.size(); ++i)
      tornados[i].bars.push_back({input, low_value, high_value, summarise((*low)[i].values, replication),
                                  summarise((*high)[i].values, replication),
                                  mean_difference((*high)[i].values, (*low)[i].values, replication)});
  }
  for (Tornado& tornado : tornados) std::ranges::stable_sort(tornado.bars, is_wider);
  return tornados;
}

}  // namespace groundwork
