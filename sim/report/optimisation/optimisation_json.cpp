#include "sim/report/optimisation/optimisation_json.hpp"

#include <algorithm>

#include "sim/report/json.hpp"
#include "sim/report/optimisation/optimisation_words.hpp"

namespace groundwork {

namespace {

Json lever_setting(const Lever& lever, std::size_t index, const Evaluation& evaluation) {
  if (!evaluation.values && !lever.baseline()) return lever.baseline_text();
  const double value = evaluation.values ? (*evaluation.values)[index] : *lever.baseline();
  return lever.is_choice() ? Json(lever.planned().labels[static_cast<std::size_t>(value)]) : Json(value);
}

Json levers_json(const OptimisationRecord& record) {
  Json list = Json::array();
  for (std::size_t i = 0; i < record.problem.levers.size(); ++i) {
    const Lever& lever = record.problem.levers[i];
    Json inputs = Json::array();
    for (const LeverInput& input : lever.planned().inputs) inputs.push_back(input.key);
    list.push_back({{"name", lever.name()},
                    {"inputs", inputs},
                    {"unit", lever.unit()},
                    {"is_factor", lever.planned().kind == LeverKind::scale},
                    {"baseline", lever_setting(lever, i, record.found.trace.front())},
                    {"best", lever_setting(lever, i, record.found.chosen())}});
  }
  return list;
}

/// How a statistic is shown to readers of each language.
Json displays_json(const FigureStatistic& statistic, const OutputTable& table) {
  return {{"en", display_json(statistic_display(statistic, table, Language::en))},
          {"zh", display_json(statistic_display(statistic, table, Language::zh))}};
}

/// Every plan that was tried, in order; its levers are in trace.csv.
Json trace_json(const OptimisationRecord& record) {
  Json list = Json::array();
  for (const Evaluation& evaluation : record.found.trace)
    list.push_back({{"phase", name(evaluation.phase)},
                    {"objective", number_or_null(evaluation.objective)},
                    {"feasible", evaluation.is_feasible()}});
  return list;
}

Json standing_json(const Requirement& requirement, const RequirementStanding& standing) {
  return {{"value", number_or_null(standing.value)},
          {"limit", number_or_null(standing.limit)},
          {"se_of_excess", number_or_null(standing.error)},
          {"holds", standing.is_met},
          {"holds_clearly", holds_clearly(requirement, standing)}};
}

Json plan_json(const OptimisationRecord& record, const CheckedPlan& plan) {
  const OptimisationProblem& problem = record.problem;
  Json requirements = Json::array();
  for (std::size_t i = 0; i < problem.requirements.size(); ++i) {
    Json json{{"require", problem.requirements[i].text},
              {"display", displays_json(problem.requirements[i].statistic, record.baseline.program->outputs())}};
    json.update(standing_json(problem.requirements[i], plan.requirements[i]));
    json["se"] = number_or_null(plan.statistics[i].standard_error);
    json["undefined_paths"] = plan.statistics_undefined[i];
    requirements.push_back(std::move(json));
  }
  return {{"objective", estimate_json(plan.objective)},
          {"undefined_paths", plan.objective_undefined},
          {"requirements", std::move(requirements)}};
}

Json check_json(const OptimisationRecord& record) {
  if (!record.found.verdict.check) return nullptr;
  const FinalCheck& check = *record.found.verdict.check;
  return {{"paths", check.run.paths},
          {"seed", check.run.seed},
          {"baseline", plan_json(record, check.baseline)},
          {"best", plan_json(record, check.chosen)},
          {"difference", estimate_json(check.difference)},
          {"probability_better", number_or_null(check.figure.better.mean)},
          {"probability_better_se", number_or_null(check.figure.better.standard_error)}};
}

Json candidates_json(const OptimisationRecord& record) {
  Json list = Json::array();
  for (const Candidate& candidate : record.found.verdict.candidates)
    list.push_back({{"evaluation", candidate.evaluation + 1},
                    {"objective", number_or_null(candidate.objective)},
                    {"holds", candidate.holds},
                    {"holds_clearly", candidate.holds_clearly}});
  return list;
}

Json search_json(const OptimisationRecord& record) {
  const std::vector<Evaluation>& trace = record.found.trace;
  const SearchSettings& search = record.problem.search;
  return {{"evaluations", trace.size()},
          {"feasible", std::ranges::count_if(trace, &Evaluation::is_feasible)},
          {"not_simulated", std::ranges::count_if(trace, [](const Evaluation& e) { return !e.is_simulated(); })},
          {"ended", ending_in_words(record.found.ending).en},
          {"algorithm", name(search.phases)},
          {"seed", search.seed},
          {"margin", search.margin},
          {"chosen_evaluation", record.found.verdict.chosen + 1},
          {"is_feasible", record.found.chosen().is_feasible()},
          {"is_objective_constant", record.found.is_objective_constant()},
          {"validation_seed", record.problem.check.seed + 1},
          {"candidates", candidates_json(record)}};
}

}  // namespace

std::string optimisation_json(const OptimisationRecord& record) {
  const Scenario& scenario = record.baseline.scenario;
  Json json = head_json("optimise", record.version);
  json.update(Json{{"analysis", "optimisation"},
                   {"title", record.plan.title},
                   {"plan", record.plan.path},
                   {"scenario", scenario.path},
                   {"scenario_digest", scenario.digest},
                   {"sampler", std::string(name(scenario.run.sampler))},
                   {"seed", scenario.run.seed},
                   {"paths", scenario.run.paths},
                   {"seconds", record.found.seconds},
                   {"goal", record.problem.goal == Goal::minimise ? "minimise" : "maximise"},
                   {"objective", record.problem.objective.text},
                   {"display", displays_json(record.problem.objective, record.baseline.program->outputs())},
                   {"levers", levers_json(record)},
                   {"check", check_json(record)},
                   {"search", search_json(record)},
                   {"trace", trace_json(record)}});
  return json.dump(2) + "\n";
}

}  // namespace groundwork
