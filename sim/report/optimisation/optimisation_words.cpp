#include "sim/report/optimisation/optimisation_words.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>

#include "sim/base/text.hpp"
#include "sim/report/comparison/comparison_words.hpp"
#include "sim/report/display.hpp"

namespace groundwork {

namespace {

std::string number_in_groups(double value) {
  constexpr double longest = 1e15, least_grouped = 10'000.0;
  const bool is_whole = value == std::trunc(value) && std::fabs(value) < longest;
  return is_whole && std::fabs(value) >= least_grouped ? grouped(static_cast<std::int64_t>(value))
                                                       : fmt::format("{:.6g}", value);
}

}  // namespace

Display statistic_display(const FigureStatistic& statistic, const OutputTable& table, Language language) {
  if (statistic.kind == StatisticKind::probability) return {0.01, "%", 1};
  return difference_display(table.block(table.at(statistic.cell).block).metric, language);
}

std::string lever_value(const Lever& lever, double value) {
  if (lever.is_choice()) return lever.planned().labels[static_cast<std::size_t>(value)];
  const std::string number = number_in_groups(value);
  return lever.planned().kind == LeverKind::scale ? "x " + number : number;
}

std::string lever_value(const Lever& lever, std::size_t index, const Evaluation& evaluation) {
  if (evaluation.values) return lever_value(lever, (*evaluation.values)[index]);
  return lever.baseline() ? lever_value(lever, *lever.baseline()) : lever.baseline_text();
}

std::string statistic_value_text(const FigureStatistic& statistic, double value, const OutputTable& table) {
  return display_value(value, statistic_display(statistic, table));
}

std::string statistic_error_text(const FigureStatistic& statistic, double error, const OutputTable& table) {
  Display finer = statistic_display(statistic, table);
  finer.decimals += 1;
  return display_value(error, finer);
}

std::string statistic_unit(const FigureStatistic& statistic, const OutputTable& table) {
  return statistic_display(statistic, table).label;
}

std::string ending_in_words(SearchEnding ending) {
  switch (ending) {
    case SearchEnding::converged:
      return "nothing better was found";
    case SearchEnding::out_of_budget:
      return "all evaluations were used";
    case SearchEnding::out_of_time:
      return "its time was over";
    case SearchEnding::interrupted:
      return "it was stopped";
  }
  return "";
}

std::string standing_in_words(const Requirement& requirement, const RequirementStanding& standing) {
  if (!standing.is_met) return "does not hold";
  return holds_clearly(requirement, standing) ? "holds" : "holds, within its error";
}

}  // namespace groundwork
