#include "sim/report/saved/saved_study.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace groundwork {

namespace {

/// The value of an enumeration that has this name; the first if none has.
template <class Value, std::size_t count>
Value named(const std::array<Value, count>& values, const std::string& wanted) {
  const auto found = std::ranges::find_if(values, [&](Value value) { return name(value) == wanted; });
  return found == values.end() ? values.front() : *found;
}

constexpr std::array<Measure, 3> measures{Measure::flow, Measure::stock, Measure::whole};
constexpr std::array<Better, 3> directions{Better::neither, Better::higher, Better::lower};
constexpr std::array<Sampler, 3> samplers{Sampler::mc, Sampler::lhs, Sampler::sobol};
constexpr std::array<Ending, 3> endings{Ending::complete, Ending::interrupted, Ending::out_of_time};

double number_or_unknown(const Json& json) { return json.is_null() ? Summary::unknown : json.get<double>(); }

Words read_words(const Json& json) { return {json.at("en"), json.at("zh")}; }

/// A text of the scenario. Folders that were written before scenarios could have Chinese have it once.
Words read_text(const Json& json, const std::string& key) {
  const std::string text = json.at(key);
  return {text, json.value(key + "_zh", text)};
}

Display read_display(const Json& json) {
  return {json.at("divisor"), json.at("label"), json.at("decimals"), json.at("groups_digits")};
}

Metric read_metric(const Json& json) {
  const Json& display = json.at("display");
  return {json.at("name"),
          json.at("unit"),
          read_words(json.at("title")),
          read_words(json.at("meaning")),
          named(measures, json.at("measure")),
          json.at("is_excess"),
          {read_display(display.at("en")), read_display(display.at("zh"))},
          json.at("is_whole"),
          named(directions, json.at("better"))};
}

OutputTable read_table(const Json& json) {
  OutputTable table;
  for (const Json& scope : json.at("scopes"))
    table.add_scope({scope.at("name"), read_words(scope.at("title")), scope.at("kind"), scope.value("within", "")});
  const auto index_of = [&](const std::string& name) {
    const auto found = std::ranges::find(table.scopes(), name, &Scope::name);
    return static_cast<int>(found - table.scopes().begin());
  };
  for (const Json& metric : json.at("metrics")) {
    std::vector<int> scopes;
    for (const Json& scope : metric.at("scopes")) scopes.push_back(index_of(scope));
    table.add_block(read_metric(metric), std::move(scopes), metric.at("periods"));
  }
  return table;
}

SavedInput read_input(const Json& json) {
  SavedInput input{json.at("key"),
                   json.at("unit"),
                   read_words(json.at("meaning")),
                   json.at("value"),
                   json.at("source"),
                   json.at("set_at"),
                   json.at("mean"),
                   {}};
  if (json.contains("quantiles"))
    for (const Json& quantile : json.at("quantiles")) input.quantiles.push_back(number_or_unknown(quantile));
  return input;
}

std::optional<SavedChanges> read_changes(const Json& json) {
  if (json.is_null()) return std::nullopt;
  SavedChanges changes{json.at("base"), read_text(json, "title"), {}};
  for (const Json& input : json.at("inputs"))
    changes.inputs.push_back({input.at("key"), input.at("unit"), {input.at("base"), input.at("here")}});
  return changes;
}

}  // namespace

void read_summary(const Json& json, SavedRun& run) {
  run.version = json.at("version");
  run.scenario_path = json.at("scenario");
  run.scenario_digest = json.at("scenario_digest");
  run.results_digest = json.at("results_digest");
  Results& results = run.results;
  results.is_central = json.at("sampler") == "central";
  results.run = {json.at("paths_asked"), json.at("seed"), named(samplers, json.at("sampler"))};
  results.paths = json.at("paths");
  results.ending = named(endings, json.at("ending"));
  results.seconds = json.at("seconds");
}

void read_study_facts(const Json& json, SavedRun& run) {
  run.title = read_text(json, "title");
  run.description = read_text(json, "description");
  run.changes = read_changes(json.at("changes"));
  for (const Json& input : json.at("inputs")) run.inputs.push_back(read_input(input));
  for (const Json& setting : json.at("settings"))
    run.settings.push_back(
        {setting.at("key"), read_words(setting.at("meaning")), setting.at("value"), setting.at("set_at")});
  run.results.table = read_table(json);
}

}  // namespace groundwork
