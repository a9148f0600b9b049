#include "sim/report/optimisation/trace_csv.hpp"

#include <fmt/format.h>

#include "sim/base/text.hpp"
#include "sim/report/csv_field.hpp"

namespace groundwork {

namespace {

std::string header(const OptimisationProblem& problem) {
  std::string text = "evaluation,phase";
  for (const Lever& lever : problem.levers) text += "," + csv_field(lever.name());
  text += "," + csv_field(problem.objective.text);
  for (const Requirement& requirement : problem.requirements) {
    const std::string& name = requirement.statistic.text;
    text += fmt::format(",{},{},{}", csv_field(name), csv_field("limit of " + name), csv_field("shortfall of " + name));
  }
  return text + ",feasible,chosen,problem\n";
}

/// Numbers to full precision; of a choice the label; of the baseline what its scenario has.
std::string lever_field(const Lever& lever, std::size_t index, const Evaluation& evaluation) {
  if (!evaluation.values && !lever.baseline()) return csv_field(lever.baseline_text());
  const double value = evaluation.values ? (*evaluation.values)[index] : *lever.baseline();
  return csv_field(lever.is_choice() ? lever.planned().labels[static_cast<std::size_t>(value)] : number_text(value));
}

}  // namespace

std::string trace_csv(const OptimisationRecord& record) {
  const OptimisationProblem& problem = record.problem;
  std::string text = header(problem);
  for (std::size_t row = 0; row < record.found.trace.size(); ++row) {
    const Evaluation& evaluation = record.found.trace[row];
    text += fmt::format("{},{}", row + 1, name(evaluation.phase));
    for (std::size_t i = 0; i < problem.levers.size(); ++i) text += "," + lever_field(problem.levers[i], i, evaluation);
    append_number(text, evaluation.objective);
    for (std::size_t i = 0; i < problem.requirements.size(); ++i)
      for (const auto* column : {&evaluation.statistics, &evaluation.limits, &evaluation.shortfalls})
        append_number(text, evaluation.is_simulated() ? (*column)[i] : Summary::unknown);
    text += fmt::format(",{},{},{}\n", evaluation.is_feasible(), row == record.found.verdict.chosen,
                        csv_field(evaluation.problem));
  }
  return text;
}

}  // namespace groundwork
