#include "sim/report/sensitivity/sensitivity_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <utility>

#include "sim/report/figure_title.hpp"
#include "sim/report/sensitivity/sensitivity_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

constexpr std::size_t most_rows = 15;

std::string correlation(double value) { return fmt::format("{:.2f}", value); }

std::vector<std::string> driver_row(const Driver& driver, Language language) {
  std::vector<std::string> row{factor_label(driver.factor, language),
                               percent_of_variance(driver.first_order.value, language),
                               percent_of_variance(driver.first_order.standard_error, language)};
  if (!driver.correlations) return row;
  for (const Estimate& estimate :
       {driver.correlations->spearman, driver.correlations->partial, driver.correlations->standardised})
    row.push_back(correlation(estimate.value));
  return row;
}

std::vector<std::string> driver_header(Language language) {
  const Words largest{"the largest", "影响最大的因素"}, share{"share %", "方差占比（%）"}, error{"+- error", "标准误"};
  const Words rank{"rank corr.", "秩相关"}, partial{"partial (PRCC)", "偏秩相关（PRCC）"};
  const Words coefficient{"coefficient (SRC)", "回归系数（SRC）"};
  return {largest.in(language), share.in(language),   error.in(language),
          rank.in(language),    partial.in(language), coefficient.in(language)};
}

std::string driver_table(std::vector<Driver> drivers, Language language) {
  std::ranges::stable_sort(drivers, std::ranges::greater(),
                           [](const Driver& driver) { return driver.first_order.value; });
  TextGrid grid(driver_header(language));
  for (std::size_t i = 0; i < std::min(most_rows, drivers.size()); ++i) grid.add(driver_row(drivers[i], language));
  return grid.text();
}

/// Who is in a group: correlated inputs have a share together only.
std::string group_lines(const FigureDrivers& figure, Language language) {
  std::string out;
  for (const auto& [factor, share, correlations] : figure.independent) {
    if (factor.kind != FactorKind::group) continue;
    const std::string name = factor_label(factor, language), percent = percent_with_error(share, language);
    out += Words{fmt::format("{} together: {}\n", name, percent), fmt::format("{}，合计：{}\n", name, percent)}.in(
        language);
    out += members_line(factor, language);
  }
  return out;
}

std::string figure_text(const Study& study, const FigureDrivers& figure, Language language) {
  const std::string title = figure_title(study.program->outputs(), figure.cell, language);
  if (figure.is_constant) return constant_line(title, figure.paths, language);
  std::vector<Factor> factors;
  std::vector<Estimate> shares;
  for (const Driver& driver : figure.independent) {
    factors.push_back(driver.factor);
    shares.push_back(driver.first_order);
  }
  return main_sources(title, factors, shares, language) + explained_line(figure.explained, language) +
         undefined_line(figure.undefined, language) + "\n" + driver_table(figure.singles, language) +
         draws_line(factors, language) + group_lines(figure, language);
}

/// Positions of the factors, by the value of their estimates.
std::vector<std::size_t> largest_first(const std::vector<Estimate>& estimates) {
  std::vector<std::size_t> order(estimates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return estimates[i].value; });
  return order;
}

std::string sobol_table(const std::vector<Factor>& factors, const SobolIndices& indices, Language language) {
  const std::vector<std::size_t> order = largest_first(indices.total);
  const Words largest{"the largest", "影响最大的因素"}, alone{"alone %", "单独影响（%）"};
  const Words error{"+- error", "标准误"}, together{"with others %", "总效应（%）"};
  TextGrid grid(
      {largest.in(language), alone.in(language), error.in(language), together.in(language), error.in(language)});
  for (std::size_t row = 0; row < std::min(most_rows, order.size()); ++row) {
    const Estimate &first = indices.first[order[row]], &total = indices.total[order[row]];
    std::vector<std::string> cells{factor_label(factors[order[row]], language)};
    for (const double share : {first.value, first.standard_error, total.value, total.standard_error})
      cells.push_back(percent_of_variance(share, language));
    grid.add(std::move(cells));
  }
  return grid.text();
}

std::string figure_text(const Study& study, const SobolAnalysis& analysis, std::size_t at, Language language) {
  const SobolIndices& indices = analysis.indices[at];
  const std::string title = figure_title(study.program->outputs(), analysis.cells[at], language);
  if (indices.is_constant) return constant_line(title, indices.paths, language);
  std::vector<Factor> factors;
  std::vector<Estimate> shares;
  for (const std::size_t i : largest_first(indices.first)) {
    factors.push_back(analysis.factors[i]);
    shares.push_back(indices.first[i]);
  }
  return main_sources(title, factors, shares, language) + explained_line(indices.explained, language) +
         undefined_line(indices.undefined, language) + "\n" + sobol_table(analysis.factors, indices, language) +
         draws_line(factors, language);
}

}  // namespace

std::string drivers_text(const Study& study, const std::vector<FigureDrivers>& figures, Language language) {
  std::string out = analysis_heading(study.scenario, 1, language);
  for (const FigureDrivers& figure : figures) out += "\n" + figure_text(study, figure, language);
  return out;
}

std::string sobol_text(const Study& study, const SobolAnalysis& analysis, Language language) {
  std::string out = analysis_heading(study.scenario, sobol_design_runs(analysis.factors.size()), language);
  for (std::size_t at = 0; at < analysis.cells.size(); ++at) out += "\n" + figure_text(study, analysis, at, language);
  for (const Factor& factor : analysis.factors)
    if (factor.kind == FactorKind::group)
      out += "\n" + factor_label(factor, language) + Words{":\n", "：\n"}.in(language) + members_line(factor, language);
  return out;
}

}  // namespace groundwork
