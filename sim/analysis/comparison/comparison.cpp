#include "sim/analysis/comparison/comparison.hpp"

#include "sim/engine/tally.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

FigureComparison compare_figure(std::span<const PathValues> options, Better better, Replication replication) {
  FigureComparison figure;
  for (const PathValues option : options) figure.own.push_back(summarise(option, replication));
  for (const PathValues option : options.subspan(1)) {
    figure.differences.push_back(paired_difference(options.front(), option, better, replication));
    if (better != Better::neither)
      figure.dominance.push_back(stochastic_dominance(options.front(), option, better, replication));
  }
  if (better != Better::neither) figure.regrets = regrets(options, better, replication);
  return figure;
}

FigureComparison compare_kept(std::span<const Results> results, std::size_t column) {
  const Results& first = results.front();
  const Cell cell = first.table.at(first.kept[column].cell);
  const MetricBlock& block = first.table.block(cell.block);
  std::vector<PathValues> options;
  for (const Results& option : results) options.emplace_back(option.kept[column].values);
  FigureComparison figure = compare_figure(options, block.metric.better, replication_of(first.run.sampler));
  figure.metric = block.metric;
  figure.scope = first.table.scopes()[static_cast<std::size_t>(cell.scope)];
  figure.period = block.periods[static_cast<std::size_t>(cell.period)];
  return figure;
}

}  // namespace groundwork
