#include "sim/report/optimisation/optimisation_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/base/text.hpp"
#include "sim/report/comparison/comparison_words.hpp"
#include "sim/report/display.hpp"
#include "sim/report/optimisation/optimisation_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

std::string with_unit(const FigureStatistic& statistic, double value, const OutputTable& table) {
  const std::string unit = statistic_unit(statistic, table), text = statistic_value_text(statistic, value, table);
  return unit.empty() ? text : text + " " + unit;
}

/// "build … rollout.plan.2021 380,000 instead of 650,000": the levers that moved.
std::string moves(const OptimisationRecord& record) {
  std::vector<std::string> parts;
  const Evaluation &chosen = record.found.chosen(), &baseline = record.found.trace.front();
  for (std::size_t i = 0; i < record.problem.levers.size(); ++i) {
    const Lever& lever = record.problem.levers[i];
    const std::string now = lever_value(lever, i, chosen), before = lever_value(lever, i, baseline);
    if (now != before) parts.push_back(fmt::format("{} {} instead of {}", lever.name(), now, before));
  }
  return joined(parts, ", ");
}

std::string unchecked_sentence(const OptimisationRecord& record) {
  const Evaluation& chosen = record.found.chosen();
  const FigureStatistic& objective = record.problem.objective;
  const OutputTable& table = record.baseline.program->outputs();
  if (!chosen.is_simulated()) return "No plan could be simulated: " + chosen.problem + "\n";
  std::string text = fmt::format(
      "The best so far has {} {}, the baseline {}. It was not checked on fresh draws, on which it may do worse.\n",
      objective.text, with_unit(objective, chosen.objective, table),
      statistic_value_text(objective, record.found.trace.front().objective, table));
  if (!chosen.is_feasible()) text += "It does not meet all requirements.\n";
  return text;
}

std::string difference_sentence(const OptimisationRecord& record, const FinalCheck& check) {
  const FigureStatistic& objective = record.problem.objective;
  const OutputTable& table = record.baseline.program->outputs();
  const Estimate& difference = check.difference;
  const bool is_clear = std::fabs(difference.value) > tolerated_errors * difference.standard_error;
  std::string text =
      fmt::format("{} is {} {} than the baseline's (+- {}): {} instead of {}", objective.text,
                  with_unit(objective, std::fabs(difference.value), table), difference.value < 0.0 ? "lower" : "higher",
                  statistic_error_text(objective, difference.standard_error, table),
                  statistic_value_text(objective, check.chosen.objective.value, table),
                  statistic_value_text(objective, check.baseline.objective.value, table));
  if (!is_clear) text += "; no clear difference";
  return text + fmt::format(".\nFuture by future, it is {} in {}.\n",
                            record.problem.goal == Goal::minimise ? "lower" : "higher",
                            percent(check.figure.better.mean));
}

std::string answer(const OptimisationRecord& record) {
  const Verdict& verdict = record.found.verdict;
  if (!verdict.check) return unchecked_sentence(record);
  std::string text;
  if (!record.found.chosen().is_feasible())
    text +=
        verdict.check->chosen.holds()
            ? ""
            : "No plan met all requirements; this one comes nearest. Relax a requirement, or let levers go further.\n";
  else if (!verdict.check->chosen.holds())
    text += "The plan met all requirements in the search, but does not on fresh draws: search with more paths.\n";
  if (record.found.is_objective_constant())
    return text + fmt::format("{} is the same for every plan: no lever moves it.\n", record.problem.objective.text);
  if (!record.found.chosen().values) return text + "No plan was found that is better than the baseline.\n";
  return text + difference_sentence(record, *verdict.check) + "Change " + moves(record) + ".\n";
}

std::string lever_table(const OptimisationRecord& record) {
  TextGrid grid({"lever", "baseline", "best", "from", "to"});
  for (std::size_t i = 0; i < record.problem.levers.size(); ++i) {
    const Lever& lever = record.problem.levers[i];
    const std::string unit = lever.unit().empty() || lever.unit() == "1" ? "" : fmt::format(" [{}]", lever.unit());
    std::vector<std::string> row{lever.name() + unit, lever_value(lever, i, record.found.trace.front()),
                                 lever_value(lever, i, record.found.chosen())};
    if (!lever.is_choice()) {
      row.push_back(lever_value(lever, lever.planned().from));
      row.push_back(lever_value(lever, lever.planned().to));
    }
    grid.add(std::move(row));
  }
  return grid.text();
}

std::string figure_table(const OptimisationRecord& record, const FinalCheck& check) {
  const OutputTable& table = record.baseline.program->outputs();
  TextGrid grid({"on fresh draws", "baseline", "+- error", "best", "+- error", ""});
  const auto add = [&](const std::string& what, const FigureStatistic& statistic, const Estimate& baseline,
                       const Estimate& best, const std::string& verdict) {
    const std::string unit = statistic_unit(statistic, table);
    grid.add({unit.empty() ? what : fmt::format("{} [{}]", what, unit),
              statistic_value_text(statistic, baseline.value, table),
              statistic_error_text(statistic, baseline.standard_error, table),
              statistic_value_text(statistic, best.value, table),
              statistic_error_text(statistic, best.standard_error, table), verdict});
  };
  add(record.problem.objective.text, record.problem.objective, check.baseline.objective, check.chosen.objective, "");
  for (std::size_t i = 0; i < record.problem.requirements.size(); ++i) {
    const Requirement& requirement = record.problem.requirements[i];
    add(requirement.text, requirement.statistic, check.baseline.statistics[i], check.chosen.statistics[i],
        standing_in_words(requirement, check.chosen.requirements[i]));
  }
  return grid.text();
}

std::string undefined_line(const OptimisationRecord& record, const FinalCheck& check) {
  std::int64_t most = check.chosen.objective_undefined;
  for (const std::int64_t undefined : check.chosen.statistics_undefined) most = std::max(most, undefined);
  if (most == 0) return "";
  return fmt::format("Up to {} of {} paths have no value; probabilities count these against the plan.\n", grouped(most),
                     grouped(record.problem.check.paths));
}

std::string search_lines(const OptimisationRecord& record) {
  const std::vector<Evaluation>& trace = record.found.trace;
  const auto feasible = std::ranges::count_if(trace, &Evaluation::is_feasible);
  const auto failed = std::ranges::count_if(trace, [](const Evaluation& e) { return !e.is_simulated(); });
  const RunSettings& run = record.baseline.scenario.run;
  std::string text = fmt::format("{} plans tried, {} of them met all requirements; the search ended since {}.\n",
                                 grouped(std::ssize(trace)), grouped(feasible), ending_in_words(record.found.ending));
  if (failed > 0) {
    const auto first = std::ranges::find_if(trace, [](const Evaluation& e) { return !e.is_simulated(); });
    text += fmt::format("{} could not be simulated, the first because: {}\n", grouped(failed), first->problem);
  }
  text += fmt::format("Searched on {} paths with seed {}", grouped(run.paths), run.seed);
  const CheckSettings& check = record.problem.check;
  if (!record.found.verdict.check) return text + ".\n";
  return text + fmt::format("; chosen among {} on {} with seed {}; the figures above are of {} with seed {}.\n",
                            record.found.verdict.candidates.size(), grouped(check.paths), check.seed + 1,
                            grouped(check.paths), check.seed);
}

}  // namespace

std::string optimisation_text(const OptimisationRecord& record) {
  std::string text = fmt::format("{}\n{}\n\n{}\n", record.plan.title, record.baseline.scenario.title, answer(record));
  text += lever_table(record) + "\n";
  const auto& check = record.found.verdict.check;
  if (check) text += figure_table(record, *check) + undefined_line(record, *check) + "\n";
  return text + search_lines(record);
}

}  // namespace groundwork
