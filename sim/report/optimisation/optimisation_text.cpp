#include "sim/report/optimisation/optimisation_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/base/text.hpp"
#include "sim/report/amount.hpp"
#include "sim/report/comparison/comparison_words.hpp"
#include "sim/report/display.hpp"
#include "sim/report/optimisation/optimisation_tables.hpp"
#include "sim/report/optimisation/optimisation_words.hpp"

namespace groundwork {

namespace {

const OutputTable& table_of(const OptimisationRecord& record) { return record.baseline.program->outputs(); }

std::string with_error(const FigureStatistic& statistic, const Estimate& difference, const OutputTable& table,
                       Language language) {
  const std::string size =
      display_difference(std::fabs(difference.value), statistic_display(statistic, table, language), language);
  const std::string error = statistic_error_text(statistic, difference.standard_error, table, language);
  const bool is_lower = difference.value < 0.0;
  return Words{fmt::format("{} {} than the baseline's (+- {})", size, is_lower ? "lower" : "higher", error),
               fmt::format("比基准{} {}（标准误 {}）", is_lower ? "低" : "高", size, error)}
      .in(language);
}

/// "Change rollout.plan.2021 380,000 instead of 650,000.": the levers that moved.
std::string moves_sentence(const OptimisationRecord& record, Language language) {
  std::vector<std::string> parts;
  const Evaluation &chosen = record.found.chosen(), &baseline = record.found.trace.front();
  for (std::size_t i = 0; i < record.problem.levers.size(); ++i) {
    const Lever& lever = record.problem.levers[i];
    const std::string now = lever_value(lever, i, chosen, language), before = lever_value(lever, i, baseline, language);
    if (now == before) continue;
    parts.push_back(Words{fmt::format("{} {} instead of {}", lever.name(), now, before),
                          fmt::format("{} 由 {} 改为 {}", lever.name(), before, now)}
                        .in(language));
  }
  return Words{"Change " + joined(parts, ", ") + ".\n", "调整：" + joined(parts, "；") + "。\n"}.in(language);
}

std::string unchecked_sentences(const OptimisationRecord& record, Language language) {
  const Evaluation& chosen = record.found.chosen();
  const FigureStatistic& objective = record.problem.objective;
  const OutputTable& table = table_of(record);
  if (!chosen.is_simulated())
    return Words{"No plan could be simulated: ", "没有方案能够模拟："}.in(language) + chosen.problem + "\n";
  const std::string title = statistic_title(objective, table, language);
  const std::string best = display_amount(chosen.objective, statistic_display(objective, table, language), language);
  const std::string baseline = statistic_value_text(objective, record.found.trace.front().objective, table, language);
  const Words so_far{
      fmt::format(
          "The best so far has {} {}, the baseline {}. It was not checked on fresh draws, on which it may do worse.\n",
          title, best, baseline),
      fmt::format("当前最优方案的{}为 {}，基准为 {}。该方案未在新抽样上检验，实际表现可能较差。\n", title, best,
                  baseline)};
  const Words infeasible{"It does not meet all requirements.\n", "该方案未满足全部要求。\n"};
  return so_far.in(language) + (chosen.is_feasible() ? "" : infeasible.in(language));
}

std::string difference_sentences(const OptimisationRecord& record, const FinalCheck& check, Language language) {
  const FigureStatistic& objective = record.problem.objective;
  const OutputTable& table = table_of(record);
  const Estimate& difference = check.difference;
  const bool is_clear = std::fabs(difference.value) > tolerated_errors * difference.standard_error;
  const Words doubt = is_clear ? Words::same("") : Words{"; no clear difference", "；差异不明显"};
  const std::string title = statistic_title(objective, table, language);
  const std::string by = with_error(objective, difference, table, language);
  const std::string chosen = statistic_value_text(objective, check.chosen.objective.value, table, language);
  const std::string baseline = statistic_value_text(objective, check.baseline.objective.value, table, language);
  const bool is_cost = record.problem.goal == Goal::minimise;
  const std::string better = percent(check.figure.better.mean, language);
  return Words{fmt::format("{} is {}: {} instead of {}{}.\nFuture by future, it is {} in {}.\n", title, by, chosen,
                           baseline, doubt.en, is_cost ? "lower" : "higher", better),
               fmt::format("{}{}：为 {}，基准为 {}{}。\n逐情形比较，{} 的情形中更{}。\n", title, by, chosen, baseline,
                           doubt.zh, better, is_cost ? "低" : "高")}
      .in(language);
}

/// What there is to say if the chosen plan does not meet all requirements; else nothing.
Words requirements_sentence(const OptimisationRecord& record, const FinalCheck& check) {
  if (check.chosen.holds()) return Words::same("");
  if (!record.found.chosen().is_feasible())
    return {"No plan met all requirements; this one comes nearest. Relax a requirement, or let levers go further.\n",
            "没有方案满足全部要求；此为最接近的方案。可放宽某项要求，或扩大杠杆的范围。\n"};
  return {"The plan met all requirements in the search, but does not on fresh draws: search with more paths.\n",
          "该方案在搜索中满足全部要求，但在新抽样上未满足：请用更多路径搜索。\n"};
}

std::string answer(const OptimisationRecord& record, Language language) {
  const auto& check = record.found.verdict.check;
  if (!check) return unchecked_sentences(record, language);
  const std::string text = requirements_sentence(record, *check).in(language);
  const std::string objective = statistic_title(record.problem.objective, table_of(record), language);
  if (record.found.is_objective_constant())
    return text + Words{fmt::format("{} is the same for every plan: no lever moves it.\n", objective),
                        fmt::format("{}在所有方案中都相同，不受任何杠杆影响。\n", objective)}
                      .in(language);
  const Words none{"No plan was found that is better than the baseline.\n", "没有找到优于基准的方案。\n"};
  if (!record.found.chosen().values) return text + none.in(language);
  return text + difference_sentences(record, *check, language) + moves_sentence(record, language);
}

std::string undefined_sentence(const OptimisationRecord& record, const FinalCheck& check, Language language) {
  std::int64_t most = check.chosen.objective_undefined;
  for (const std::int64_t undefined : check.chosen.statistics_undefined) most = std::max(most, undefined);
  if (most == 0) return "";
  const std::string paths = grouped(record.problem.check.paths), without = grouped(most);
  return Words{
      fmt::format("Up to {} of {} paths have no value; probabilities count these against the plan.\n", without, paths),
      fmt::format("{} 条路径中至多有 {} 条没有数值；计算概率时按不利于方案计。\n", paths, without)}
      .in(language);
}

std::string tried_lines(const OptimisationRecord& record, Language language) {
  const std::vector<Evaluation>& trace = record.found.trace;
  const std::string plans = grouped(std::ssize(trace));
  const std::string feasible = grouped(std::ranges::count_if(trace, &Evaluation::is_feasible));
  const Words ending = ending_in_words(record.found.ending);
  std::string text =
      Words{fmt::format("{} plans tried, {} of them met all requirements; the search ended since {}.\n", plans,
                        feasible, ending.en),
            fmt::format("共尝试 {} 个方案，其中 {} 个满足全部要求；搜索结束的原因：{}。\n", plans, feasible, ending.zh)}
          .in(language);
  const auto is_failed = [](const Evaluation& evaluation) { return !evaluation.is_simulated(); };
  const auto first = std::ranges::find_if(trace, is_failed);
  if (first == trace.end()) return text;
  const std::string failed = grouped(std::ranges::count_if(trace, is_failed));
  return text + Words{fmt::format("{} could not be simulated, the first because: {}\n", failed, first->problem),
                      fmt::format("{} 个方案无法模拟，第一个的原因：{}\n", failed, first->problem)}
                    .in(language);
}

/// On which draws it was searched, chosen and measured.
std::string draws_line(const OptimisationRecord& record, Language language) {
  const RunSettings& run = record.baseline.scenario.run;
  const CheckSettings& check = record.problem.check;
  const std::string searched = grouped(run.paths), checked = grouped(check.paths);
  Words text{fmt::format("Searched on {} paths with seed {}", searched, run.seed),
             fmt::format("搜索用 {} 条路径，种子 {}", searched, run.seed)};
  const std::size_t candidates = record.found.verdict.candidates.size();
  if (record.found.verdict.check)
    text = text + Words{fmt::format("; chosen among {} on {} with seed {}; the figures above are of {} with seed {}",
                                    candidates, checked, check.seed + 1, checked, check.seed),
                        fmt::format("；从 {} 个候选方案中选定，用 {} 条路径，种子 {}；以上数值来自 {} 条路径，种子 {}",
                                    candidates, checked, check.seed + 1, checked, check.seed)};
  return (text + Words{".\n", "。\n"}).in(language);
}

}  // namespace

std::string optimisation_text(const OptimisationRecord& record, Language language) {
  std::string text = fmt::format("{}\n{}\n\n{}\n", record.plan.title, record.baseline.scenario.title.in(language),
                                 answer(record, language));
  text += lever_table(record, language) + "\n";
  const auto& check = record.found.verdict.check;
  if (check) text += figure_table(record, *check, language) + undefined_sentence(record, *check, language) + "\n";
  return text + tried_lines(record, language) + draws_line(record, language);
}

}  // namespace groundwork
