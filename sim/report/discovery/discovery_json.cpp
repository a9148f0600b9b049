#include "sim/report/discovery/discovery_json.hpp"

#include "sim/report/discovery/discovery_words.hpp"
#include "sim/report/json.hpp"

namespace groundwork {

namespace {

Json count_json(const CaseCount& count) { return {{"paths", count.paths}, {"cases", count.cases}}; }

Json condition_json(const OutputTable& table, const Condition& condition) {
  Json json{{"text", condition.text}};
  json.update(figure_json(table, condition.cell));
  json["comparison"] = std::string(symbol(condition.comparison));
  json["threshold"] = number_or_null(condition.threshold);
  json["percentile"] = condition.percentile ? Json(*condition.percentile) : Json(nullptr);
  return json;
}

Json measure_json(const BoxMeasure& measure) {
  return {{"coverage", estimate_json(measure.coverage)},
          {"density", estimate_json(measure.density)},
          {"mass", estimate_json(measure.mass)},
          {"held_out", count_json(measure.held_out)},
          {"searched", count_json(measure.searched)}};
}

Json restriction_json(const Variable& variable, const FoundRestriction& restriction) {
  return {{"input", variable.name},
          {"unit", variable.unit},
          {"meaning", variable.meaning.en},
          {"low", number_or_null(restriction.limits.low)},
          {"high", number_or_null(restriction.limits.high)},
          {"share_below", restriction.share.below},
          {"share_above", restriction.share.above},
          {"quasi_p", restriction.quasi_p},
          {"held_out_p", restriction.held_out_p},
          {"density_without", estimate_json(restriction.density_without)}};
}

/// The steps of the peeling, for a chart: how many inputs each limits, and what it holds of the paths held out.
Json trajectory_json(const FoundBox& box) {
  Json list = Json::array();
  for (const TrajectoryPoint& point : box.trajectory)
    list.push_back({{"inputs_limited", point.step.box.size()},
                    {"coverage", number_or_null(point.measure.coverage.value)},
                    {"density", number_or_null(point.measure.density.value)},
                    {"density_se", number_or_null(point.measure.density.standard_error)},
                    {"mass", number_or_null(point.measure.mass.value)}});
  return list;
}

Json box_json(const Discovery& discovery, const FoundBox& box) {
  Json json = measure_json(box.measure);
  json["chosen_step"] = box.chosen;
  json["misses_density"] = box.misses_density;
  json["restrictions"] = Json::array();
  for (const FoundRestriction& restriction : box.restrictions)
    json["restrictions"].push_back(
        restriction_json(discovery.variables[static_cast<std::size_t>(restriction.limits.variable)], restriction));
  json["trajectory"] = trajectory_json(box);
  return json;
}

Json settings_json(const DiscoverySettings& settings) {
  return {{"peel", settings.peel_share},
          {"mass", settings.least_mass},
          {"boxes", settings.most_boxes},
          {"density", settings.choice.density ? Json(*settings.choice.density) : Json(nullptr)}};
}

/// Which run it was.
Json record_json(const Scenario& scenario, const DiscoveryRecord& record) {
  Json json = head_json("discover", record.version);
  json.update(Json{{"analysis", "scenario discovery (PRIM)"},
                   {"title", scenario.title.en},
                   {"title_zh", scenario.title.zh},
                   {"scenario", scenario.path},
                   {"scenario_digest", scenario.digest},
                   {"sampler", std::string(name(scenario.run.sampler))},
                   {"seed", scenario.run.seed},
                   {"paths", scenario.run.paths},
                   {"seconds", record.seconds},
                   {"settings", settings_json(record.settings)}});
  return json;
}

}  // namespace

std::string discovery_json(const Study& study, const Discovery& discovery, const DiscoveryRecord& record) {
  Json json = record_json(study.scenario, record);
  json["conditions"] = Json::array();
  for (const Condition& condition : discovery.conditions)
    json["conditions"].push_back(condition_json(study.program->outputs(), condition));
  json["outcome"] = outcome_name(discovery.outcome);
  json["share"] = estimate_json(discovery.share);
  json["undefined_paths"] = discovery.undefined;
  json["searched"] = count_json(discovery.searched);
  json["held_out"] = count_json(discovery.held_out);
  json["random_columns"] = discovery.variables.size();
  json["boxes"] = Json::array();
  for (const FoundBox& box : discovery.boxes) json["boxes"].push_back(box_json(discovery, box));
  json["together"] = discovery.boxes.empty() ? Json(nullptr) : measure_json(discovery.together);
  json["density_beyond"] = discovery.boxes.empty() ? Json(nullptr) : estimate_json(discovery.density_beyond);
  return json.dump(2) + "\n";
}

}  // namespace groundwork
