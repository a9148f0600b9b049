#include "sim/report/sensitivity/sensitivity_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>

#include "sim/base/text.hpp"
#include "sim/report/figure_title.hpp"
#include "sim/report/sensitivity/sensitivity_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

constexpr std::size_t most_rows = 15;

std::string correlation(double value) { return fmt::format("{:.2f}", value); }

std::vector<std::string> driver_row(const Driver& driver) {
  std::vector<std::string> row{driver.factor.name, percent_of_variance(driver.first_order.value),
                               percent_of_variance(driver.first_order.standard_error)};
  if (!driver.correlations) return row;
  for (const Estimate& estimate :
       {driver.correlations->spearman, driver.correlations->partial, driver.correlations->standardised})
    row.push_back(correlation(estimate.value));
  return row;
}

std::string driver_table(std::vector<Driver> drivers) {
  std::ranges::stable_sort(drivers, std::ranges::greater(),
                           [](const Driver& driver) { return driver.first_order.value; });
  TextGrid grid({"the largest", "share %", "+- error", "rank corr.", "partial (PRCC)", "coefficient (SRC)"});
  for (std::size_t i = 0; i < std::min(most_rows, drivers.size()); ++i) grid.add(driver_row(drivers[i]));
  return grid.text();
}

/// Who is in a group: correlated inputs have a share together only.
std::string group_lines(const FigureDrivers& figure) {
  std::string out;
  for (const Driver& driver : figure.independent)
    if (driver.factor.kind == FactorKind::group)
      out += fmt::format("{} together: {}\n  {}\n", driver.factor.name, percent_with_error(driver.first_order),
                         joined(driver.factor.members, ", "));
  return out;
}

std::string figure_text(const Study& study, const FigureDrivers& figure) {
  const std::string title = figure_title(study.program->outputs(), figure.cell);
  if (figure.is_constant) return constant_line(title, figure.paths);
  std::vector<Factor> factors;
  std::vector<Estimate> shares;
  for (const Driver& driver : figure.independent) {
    factors.push_back(driver.factor);
    shares.push_back(driver.first_order);
  }
  return main_sources(title, factors, shares) + explained_line(figure.explained) + undefined_line(figure.undefined) +
         "\n" + driver_table(figure.singles) + draws_line(factors) + group_lines(figure);
}

/// Positions of the factors, by the value of their estimates.
std::vector<std::size_t> largest_first(const std::vector<Estimate>& estimates) {
  std::vector<std::size_t> order(estimates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return estimates[i].value; });
  return order;
}

std::string sobol_table(const std::vector<Factor>& factors, const SobolIndices& indices) {
  const std::vector<std::size_t> order = largest_first(indices.total);
  TextGrid grid({"the largest", "alone %", "+- error", "with others %", "+- error"});
  for (std::size_t row = 0; row < std::min(most_rows, order.size()); ++row) {
    const Estimate &first = indices.first[order[row]], &total = indices.total[order[row]];
    grid.add({factors[order[row]].name, percent_of_variance(first.value), percent_of_variance(first.standard_error),
              percent_of_variance(total.value), percent_of_variance(total.standard_error)});
  }
  return grid.text();
}

std::string figure_text(const Study& study, const SobolAnalysis& analysis, std::size_t at) {
  const SobolIndices& indices = analysis.indices[at];
  const std::string title = figure_title(study.program->outputs(), analysis.cells[at]);
  if (indices.is_constant) return constant_line(title, indices.paths);
  std::vector<Factor> factors;
  std::vector<Estimate> shares;
  for (const std::size_t i : largest_first(indices.first)) {
    factors.push_back(analysis.factors[i]);
    shares.push_back(indices.first[i]);
  }
  return main_sources(title, factors, shares) + explained_line(indices.explained) + undefined_line(indices.undefined) +
         "\n" + sobol_table(analysis.factors, indices) + draws_line(factors);
}

}  // namespace

std::string drivers_text(const Study& study, const std::vector<FigureDrivers>& figures) {
  std::string out = analysis_heading(study.scenario, 1);
  for (const FigureDrivers& figure : figures) out += "\n" + figure_text(study, figure);
  return out;
}

std::string sobol_text(const Study& study, const SobolAnalysis& analysis) {
  std::string out = analysis_heading(study.scenario, sobol_design_runs(analysis.factors.size()));
  for (std::size_t at = 0; at < analysis.cells.size(); ++at) out += "\n" + figure_text(study, analysis, at);
  for (const Factor& factor : analysis.factors)
    if (factor.kind == FactorKind::group)
      out += fmt::format("\n{}:\n  {}\n", factor.name, joined(factor.members, ", "));
  return out;
}

}  // namespace groundwork
