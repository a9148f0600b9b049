#include "sim/report/optimisation/optimisation_tables.hpp"

#include "sim/report/amount.hpp"
#include "sim/report/optimisation/optimisation_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

/// A requirement at the head of a row. In Chinese its bound has the unit already, unless it is the baseline.
std::string requirement_label(const Requirement& requirement, const OutputTable& table, Language language) {
  const bool has_unit = language == Language::zh && !requirement.is_of_baseline;
  return labelled(requirement_title(requirement, table, language),
                  has_unit ? "" : statistic_unit(requirement.statistic, table, language), language);
}

}  // namespace

std::string lever_table(const OptimisationRecord& record, Language language) {
  const auto in = [&](const Words& words) { return words.in(language); };
  TextGrid grid({in({"lever", "杠杆"}), in({"baseline", "基准"}), in({"best", "最优方案"}), in({"from", "下限"}),
                 in({"to", "上限"})});
  for (std::size_t i = 0; i < record.problem.levers.size(); ++i) {
    const Lever& lever = record.problem.levers[i];
    std::vector<std::string> row{labelled(lever.name(), lever.unit() == "1" ? "" : lever.unit(), language),
                                 lever_value(lever, i, record.found.trace.front(), language),
                                 lever_value(lever, i, record.found.chosen(), language)};
    if (!lever.is_choice()) {
      row.push_back(lever_value(lever, lever.planned().from, language));
      row.push_back(lever_value(lever, lever.planned().to, language));
    }
    grid.add(std::move(row));
  }
  return grid.text();
}

std::string figure_table(const OptimisationRecord& record, const FinalCheck& check, Language language) {
  const OutputTable& table = record.baseline.program->outputs();
  const auto in = [&](const Words& words) { return words.in(language); };
  const std::string error = in({"+- error", "标准误"});
  TextGrid grid({in({"on fresh draws", "在新抽样上"}), in({"baseline", "基准"}), error, in({"best", "最优方案"}), error,
                 in({"", "是否满足"})});
  const auto add = [&](const std::string& label, const FigureStatistic& statistic, const Estimate& baseline,
                       const Estimate& best, const std::string& verdict) {
    grid.add({label, statistic_value_text(statistic, baseline.value, table, language),
              statistic_error_text(statistic, baseline.standard_error, table, language),
              statistic_value_text(statistic, best.value, table, language),
              statistic_error_text(statistic, best.standard_error, table, language), verdict});
  };
  const FigureStatistic& objective = record.problem.objective;
  add(labelled(statistic_title(objective, table, language), statistic_unit(objective, table, language), language),
      objective, check.baseline.objective, check.chosen.objective, "");
  for (std::size_t i = 0; i < record.problem.requirements.size(); ++i) {
    const Requirement& requirement = record.problem.requirements[i];
    add(requirement_label(requirement, table, language), requirement.statistic, check.baseline.statistics[i],
        check.chosen.statistics[i], in(standing_in_words(requirement, check.chosen.requirements[i])));
  }
  return grid.text();
}

}  // namespace groundwork
