#include "sim/report/optimisation/optimisation_words.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>

#include "sim/base/text.hpp"
#include "sim/report/amount.hpp"
#include "sim/report/chinese_title.hpp"
#include "sim/report/discovery/discovery_words.hpp"
#include "sim/report/display.hpp"

namespace groundwork {

namespace {

std::string number_in_groups(double value) {
  constexpr double longest = 1e15, least_grouped = 10'000.0;
  const bool is_whole = value == std::trunc(value) && std::fabs(value) < longest;
  return is_whole && std::fabs(value) >= least_grouped ? grouped(static_cast<std::int64_t>(value))
                                                       : fmt::format("{:.6g}", value);
}

std::string chinese_statistic(const FigureStatistic& statistic, const OutputTable& table) {
  const std::string figure = chinese_title(table, statistic.cell);
  switch (statistic.kind) {
    case StatisticKind::mean:
      return figure + "均值";
    case StatisticKind::quantile:
      return fmt::format("{}的 P{:.6g}", figure, 100.0 * statistic.level);
    case StatisticKind::tail:
      return fmt::format("{}最差 {:.6g}% 情形的均值", figure, 100.0 * (1.0 - statistic.level));
    case StatisticKind::probability:
      return fmt::format("P({})", condition_in_words(table, statistic.condition, Language::zh));
  }
  return "";
}

std::string chinese_bound(const Requirement& requirement, const OutputTable& table) {
  if (requirement.is_of_baseline) return requirement.bound == 1.0 ? "基准" : number_text(requirement.bound) + " 倍基准";
  const Display display = statistic_display(requirement.statistic, table, Language::zh);
  return with_unit(number_text(requirement.bound / display.divisor), display.label, Language::zh);
}

}  // namespace

std::string statistic_title(const FigureStatistic& statistic, const OutputTable& table, Language language) {
  return language == Language::zh ? chinese_statistic(statistic, table) : statistic.text;
}

std::string requirement_title(const Requirement& requirement, const OutputTable& table, Language language) {
  if (language == Language::en) return requirement.text;
  return fmt::format("{} {} {}", chinese_statistic(requirement.statistic, table), symbol(requirement.comparison),
                     chinese_bound(requirement, table));
}

Display statistic_display(const FigureStatistic& statistic, const OutputTable& table, Language language) {
  if (statistic.kind == StatisticKind::probability) return {0.01, "%", 1};
  Display display = display_of(table.block(table.at(statistic.cell).block).metric, language);
  display.groups_digits =
      true;  // also of calendar years: means of them have decimals, differences are numbers of years
  return display;
}

std::string lever_value(const Lever& lever, double value, Language language) {
  if (lever.is_choice()) return lever.planned().labels[static_cast<std::size_t>(value)];
  const std::string number = number_in_groups(value);
  if (lever.planned().kind != LeverKind::scale) return number;
  return Words{"x " + number, number + " 倍"}.in(language);
}

std::string lever_value(const Lever& lever, std::size_t index, const Evaluation& evaluation, Language language) {
  if (evaluation.values) return lever_value(lever, (*evaluation.values)[index], language);
  return lever.baseline() ? lever_value(lever, *lever.baseline(), language) : lever.baseline_text();
}

std::string statistic_value_text(const FigureStatistic& statistic, double value, const OutputTable& table,
                                 Language language) {
  return display_value(value, statistic_display(statistic, table, language), language);
}

std::string statistic_error_text(const FigureStatistic& statistic, double error, const OutputTable& table,
                                 Language language) {
  Display finer = statistic_display(statistic, table, language);
  finer.decimals += 1;
  return display_value(error, finer, language);
}

std::string statistic_unit(const FigureStatistic& statistic, const OutputTable& table, Language language) {
  return statistic_display(statistic, table, language).label;
}

Words ending_in_words(SearchEnding ending) {
  switch (ending) {
    case SearchEnding::converged:
      return {"nothing better was found", "未再找到更优方案"};
    case SearchEnding::out_of_budget:
      return {"all evaluations were used", "模拟次数已用完"};
    case SearchEnding::out_of_time:
      return {"its time was over", "时限已到"};
    case SearchEnding::interrupted:
      return {"it was stopped", "已中断"};
  }
  return Words::same("");
}

Words standing_in_words(const Requirement& requirement, const RequirementStanding& standing) {
  if (!standing.is_met) return {"does not hold", "不满足"};
  return holds_clearly(requirement, standing) ? Words{"holds", "满足"}
                                              : Words{"holds, within its error", "满足，但在误差范围内"};
}

}  // namespace groundwork
