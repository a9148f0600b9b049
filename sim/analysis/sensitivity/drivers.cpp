#include "sim/analysis/sensitivity/drivers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "sim/analysis/sensitivity/given_data_indices.hpp"
#include "sim/analysis/sensitivity/rank_regression.hpp"

namespace groundwork {

namespace {

std::vector<std::size_t> defined_paths(const std::vector<double>& values) {
  std::vector<std::size_t> paths;
  for (std::size_t path = 0; path < values.size(); ++path)
    if (std::isfinite(values[path])) paths.push_back(path);
  return paths;
}

std::vector<double> picked(const std::vector<double>& values, const std::vector<std::size_t>& paths) {
  std::vector<double> some;
  some.reserve(paths.size());
  for (const std::size_t path : paths) some.push_back(values[path]);
  return some;
}

/// The paths on which a figure has a value.
class Sample {
 public:
  Sample(const Results& results, const KeptColumn& column) {
    const std::vector<std::size_t> paths = defined_paths(column.values);
    output_ = picked(column.values, paths);
    for (const KeptInput& input : results.kept_inputs) {
      columns_.push_back(input.column);
      inputs_.push_back(picked(input.values, paths));
    }
    ranks_ = midranks_of(inputs_);
  }

  const std::vector<double>& output() const { return output_; }
  RankRegression regression() const { return rank_regression(inputs_, ranks_, output_); }
  /// Position of an input column among those that are drawn.
  std::size_t place(int column) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(columns_, column) - columns_.begin());
  }
  ExplainedShare share(const std::vector<int>& block) const {
    std::vector<std::span<const double>> ranks;
    for (const int column : block) ranks.emplace_back(ranks_[place(column)]);
    return explained_share(ranks, output_);
  }

 private:
  std::vector<int> columns_;  ///< Ascending.
  Columns inputs_, ranks_;
  std::vector<double> output_;
};

/// A factor's columns in blocks that are independent of one another.
std::vector<std::vector<int>> blocks_of(const Factor& factor, const std::vector<CorrelationGroup>& correlations) {
  std::vector<std::vector<int>> blocks;
  std::vector<int> rest = factor.columns;
  for (const CorrelationGroup& correlated : correlations) {
    std::vector<int> block;
    std::erase_if(rest, [&](int column) {
      const bool is_in = std::ranges::find(correlated.columns, column) != correlated.columns.end();
      if (is_in) block.push_back(column);
      return is_in;
    });
    if (!block.empty()) blocks.push_back(block);
  }
  for (const int column : rest) blocks.push_back({column});
  return blocks;
}

ExplainedShare share_of(const Factor& factor, const Sample& sample, const Study& study) {
  ExplainedShare sum;
  for (const std::vector<int>& block : blocks_of(factor, study.scenario.correlations)) sum += sample.share(block);
  return sum;
}

InputCorrelations correlations_at(const RankRegression& regression, std::size_t place) {
  return {regression.spearman[place], regression.partial[place], regression.standardised[place]};
}

void find_singles(const Study& study, const Sample& sample, FigureDrivers& drivers) {
  const RankRegression regression = sample.regression();
  drivers.r_squared = regression.r_squared;
  drivers.rank_r_squared = regression.rank_r_squared;
  for (const Factor& factor : single_factors(study)) {
    Driver driver{factor, estimate_of(share_of(factor, sample, study)), {}};
    if (factor.kind == FactorKind::input)
      driver.correlations = correlations_at(regression, sample.place(factor.columns.front()));
    drivers.singles.push_back(std::move(driver));
  }
}

void find_independent(const Study& study, const Sample& sample, const std::vector<Factor>& groups,
                      FigureDrivers& drivers) {
  ExplainedShare sum;
  for (const Factor& factor : independent_factors(study, groups)) {
    const ExplainedShare share = share_of(factor, sample, study);
    sum += share;
    drivers.independent.push_back({factor, estimate_of(share), {}});
  }
  drivers.explained = estimate_of(sum);
  std::ranges::stable_sort(drivers.independent, std::ranges::greater(),
                           [](const Driver& driver) { return driver.first_order.value; });
}

FigureDrivers find_drivers_of(const Study& study, const Results& results, const KeptColumn& column,
                              const std::vector<Factor>& groups) {
  check(drivers_problem(results, column).empty(), "find_drivers: ask drivers_problem first");
  const Sample sample(results, column);
  FigureDrivers drivers;
  drivers.cell = column.cell;
  drivers.paths = std::ssize(sample.output());
  drivers.undefined = results.paths - drivers.paths;
  const auto [least, most] = std::ranges::minmax_element(sample.output());
  drivers.is_constant = *least == *most;
  if (drivers.is_constant) return drivers;
  find_singles(study, sample, drivers);
  find_independent(study, sample, groups, drivers);
  return drivers;
}

}  // namespace

std::vector<Driver> all_drivers(const FigureDrivers& figure) {
  std::vector<Driver> all = figure.singles;
  for (const Driver& driver : figure.independent)
    if (driver.factor.kind == FactorKind::group) all.push_back(driver);
  return all;
}

std::string drivers_problem(const Results& results, const KeptColumn& column) {
  const auto defined = std::ranges::count_if(column.values, [](double value) { return std::isfinite(value); });
  const std::int64_t least = least_paths(results.kept_inputs.size());
  if (defined >= least) return {};
  return fmt::format("only {} paths have a value; {} random columns take at least {}", defined,
                     results.kept_inputs.size(), least);
}

std::vector<FigureDrivers> find_drivers(const Study& study, const Results& results, const std::vector<Factor>& groups) {
  std::vector<FigureDrivers> found;
  for (const KeptColumn& column : results.kept) found.push_back(find_drivers_of(study, results, column, groups));
  return found;
}

}  // namespace groundwork
