#include "sim/scenario/optimisation/optimisation_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "sim/base/text.hpp"
#include "sim/scenario/map_keys.hpp"
#include "sim/scenario/text_file.hpp"
#include "sim/scenario/toml_reader.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/scenario/value_reader.hpp"

namespace groundwork {

namespace {

constexpr double any_size = std::numeric_limits<double>::infinity();
constexpr double most_evaluations = 1e6, most_paths = 1e9;
constexpr double least_check_paths = 16;  // one for each randomisation of a design
constexpr std::array<SearchPhases, 3> all_phases{SearchPhases::global_then_local, SearchPhases::global,
                                                 SearchPhases::local};

class PlanReader {
 public:
  PlanReader(OptimisationPlan& plan, Diagnostics& diagnostics) : plan_(plan), diagnostics_(diagnostics) {}

  void read(const Node& root) {
    check_keys(root, "an optimisation plan",
               {"title", "scenario", "set", "objective", "constraint", "lever", "search", "check"}, diagnostics_);
    plan_.title = require_text(root, "the plan", "title", diagnostics_).value_or("");
    if (const auto scenario = require_text(root, "the plan", "scenario", diagnostics_))
      plan_.scenario = path_beside(plan_.path, *scenario);
    if (const Node* set = root.find("set")) read_overrides(*set);
    read_objective(root);
    for (const Node& table : tables_of(root.find("constraint"), "[[constraint]]", diagnostics_)) read_constraint(table);
    read_levers(root);
    if (const Node* search = root.find("search")) read_search(*search);
    if (const Node* check = root.find("check")) read_check(*check);
  }

 private:
  void read_overrides(const Node& set) {
    if (set.table() == nullptr)
      return diagnostics_.error(set.position, fmt::format("[set] must be a table, is {}", set.described()),
                                "with a line such as \"run.paths\" = 2_000");
    for (const Member& member : *set.table())
      plan_.overrides.push_back(fmt::format("{}={}", member.key, inline_toml(member.node)));
  }

  void read_objective(const Node& root) {
    const Node* const objective = root.find("objective");
    if (objective == nullptr)
      return diagnostics_.error({plan_.path}, "the plan has no [objective]", "such as minimise = \"mean(tco)\"");
    if (!check_keys(*objective, "[objective]", {"minimise", "maximise"}, diagnostics_)) return;
    if (objective->table()->size() != 1)
      return diagnostics_.error(objective->position, "[objective] needs either 'minimise' or 'maximise'");
    const Member& said = objective->table()->front();
    plan_.goal = said.key == "minimise" ? Goal::minimise : Goal::maximise;
    plan_.objective = {require_text(*objective, "[objective]", said.key, diagnostics_).value_or(""),
                       said.node.position};
  }

  void read_constraint(const Node& table) {
    if (!check_keys(table, "[[constraint]]", {"require"}, diagnostics_)) return;
    if (const auto text = require_text(table, "[[constraint]]", "require", diagnostics_))
      plan_.constraints.push_back({*text, table.find("require")->position});
  }

  void read_levers(const Node& root) {
    const Node* const levers = root.find("lever");
    if (levers == nullptr || (levers->array() != nullptr && levers->array()->empty()))
      diagnostics_.error({plan_.path}, "the plan has no [[lever]]: nothing to choose");
    for (const Node& table : tables_of(levers, "[[lever]]", diagnostics_))
      if (auto lever = read_lever(table, diagnostics_)) plan_.levers.push_back(*std::move(lever));
    refuse_shared_inputs(plan_.levers, diagnostics_);
  }

  /// A whole number of a table, unless it is absent.
  template <class Whole>
  void read_count(const Node& table, std::string_view key, const Bounds& bounds, Whole& out) {
    if (const Node* node = table.find(key))
      if (const auto number = read_whole(*node, {std::string(key), "", bounds, Words::same("")}, diagnostics_))
        out = static_cast<Whole>(*number);
  }

  void read_search(const Node& search) {
    if (!check_keys(search, "[search]", {"evaluations", "algorithm", "seed", "margin"}, diagnostics_)) return;
    read_count(search, "evaluations", {2, most_evaluations}, plan_.search.evaluations);
    read_count(search, "seed", {0, any_size}, plan_.search.seed);
    if (const Node* margin = search.find("margin"))
      plan_.search.margin =
          read_number(*margin, {"margin", "", {0.0, 10.0}, Words::same("")}, diagnostics_).value_or(1.0);
    if (const Node* algorithm = search.find("algorithm")) read_phases(*algorithm);
  }

  void read_phases(const Node& node) {
    const auto text = read_text(node, "algorithm", diagnostics_);
    if (!text) return;
    std::vector<std::string> names;
    for (const SearchPhases each : all_phases) {
      names.emplace_back(name(each));
      if (*text == name(each)) plan_.search.phases = each;
    }
    if (std::ranges::find(names, *text) == names.end())
      diagnostics_.error(node.position, fmt::format("there is no algorithm '{}'", *text),
                         fmt::format("choose one of: {}", joined(names, ", ")));
  }

  void read_check(const Node& check) {
    if (!check_keys(check, "[check]", {"paths", "seed"}, diagnostics_)) return;
    read_count(check, "paths", {least_check_paths, most_paths}, plan_.check.paths);
    read_count(check, "seed", {0, any_size}, plan_.check.seed);
  }

  OptimisationPlan& plan_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::string_view name(SearchPhases phases) {
  switch (phases) {
    case SearchPhases::global_then_local:
      return "global then local";
    case SearchPhases::global:
      return "global";
    case SearchPhases::local:
      return "local";
  }
  return "";
}

std::optional<OptimisationPlan> read_optimisation_plan(const std::string& path, Diagnostics& diagnostics) {
  const int before = diagnostics.error_count();
  const std::optional<Node> root = read_toml(path, diagnostics);
  if (!root) return std::nullopt;
  OptimisationPlan plan;
  plan.path = path;
  PlanReader(plan, diagnostics).read(*root);
  if (diagnostics.error_count() > before) return std::nullopt;
  return plan;
}

}  // namespace groundwork
