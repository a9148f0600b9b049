#include "sim/scenario/sweep/sweep_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string_view>

#include "sim/base/text.hpp"
#include "sim/scenario/map_keys.hpp"
#include "sim/scenario/sweep/key_conflicts.hpp"
#include "sim/scenario/sweep/point_count.hpp"
#include "sim/scenario/text_file.hpp"
#include "sim/scenario/toml_reader.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/scenario/value_reader.hpp"

namespace groundwork {

namespace {

constexpr std::string_view what = "a sweep";

/// Fills in a sweep from its tables.
class SweepReader {
 public:
  SweepReader(SweepFile& sweep, Diagnostics& diagnostics) : sweep_(sweep), diagnostics_(diagnostics) {}

  void read(const Node& root) {
    check_keys(root, what, {"title", "scenario", "metrics", "pareto", "set", "design", "factor"}, diagnostics_);
    sweep_.title = require_text(root, what, "title", diagnostics_).value_or("");
    if (const auto scenario = require_text(root, what, "scenario", diagnostics_)) {
      sweep_.scenario = path_beside(sweep_.path, *scenario);
      sweep_.scenario_position = root.find("scenario")->position;
    }
    read_figures(root.find("metrics"), "metrics", sweep_.metrics);
    read_figures(root.find("pareto"), "pareto", sweep_.pareto);
    if (const Node* set = root.find("set")) read_set(*set);
    if (const Node* design = root.find("design")) read_design(*design);
    read_factors(root);
  }

 private:
  void read_figures(const Node* list, std::string_view key, std::vector<NamedFigure>& out) {
    if (list == nullptr) return;
    if (list->array() == nullptr || list->array()->empty()) {
      diagnostics_.error(list->position, fmt::format("'{}' must be a list of figures", key),
                         fmt::format("such as {} = [\"tco\", \"population_covered:2025\"]", key));
      return;
    }
    for (const Node& entry : *list->array())
      if (auto figure = read_figure(entry, key)) out.push_back(*std::move(figure));
  }

  /// A text, or in `pareto` also { metric = …, better = … }.
  std::optional<NamedFigure> read_figure(const Node& entry, std::string_view key) {
    if (entry.text() != nullptr) return NamedFigure{*entry.text(), entry.position, std::nullopt};
    const std::string where = fmt::format("'{}'", key);
    if (key != "pareto" || !check_keys(entry, where, {"metric", "better"}, diagnostics_)) {
      if (key != "pareto")
        diagnostics_.error(entry.position, fmt::format("a figure must be a text, is {}", entry.described()));
      return std::nullopt;
    }
    const auto text = require_text(entry, where, "metric", diagnostics_);
    const auto better = require_text(entry, where, "better", diagnostics_);
    if (!text || !better) return std::nullopt;
    if (*better == "lower" || *better == "higher")
      return NamedFigure{*text, entry.position, *better == "lower" ? Better::lower : Better::higher};
    diagnostics_.error(entry.find("better")->position,
                       fmt::format("'better' must be lower or higher, is '{}'", *better));
    return std::nullopt;
  }

  void read_set(const Node& set) {
    if (set.table() == nullptr)
      diagnostics_.error(set.position, fmt::format("[set] must be a table, is {}", set.described()));
    else
      add_changes(set, "");
  }

  /// Tables within are sections, unless they say what a quantity is.
  void add_changes(const Node& table, const std::string& prefix) {
    for (const Member& member : *table.table()) {
      const std::string key = prefix + member.key;
      if (member.node.table() != nullptr && !member.node.is_quantity())
        add_changes(member.node, key + ".");
      else
        sweep_.set.push_back({fmt::format("{}={}", key, inline_toml(member.node)), member.position});
    }
  }

  void read_design(const Node& design) {
    if (!check_keys(design, "[design]", {"kind", "points", "seed"}, diagnostics_)) return;
    const auto kind = require_text(design, "[design]", "kind", diagnostics_);
    if (!kind) return;
    const Node* const node = design.find("kind");
    if (*kind == "latin_hypercube")
      read_hypercube(design);
    else if (*kind != "grid")
      diagnostics_.error(node->position, fmt::format("'kind' must be grid or latin_hypercube, is '{}'", *kind));
    else
      for (const char* key : {"points", "seed"})
        if (const Member* member = design.find_member(key))
          diagnostics_.error(member->position, fmt::format("'{}' is of a latin_hypercube only", key),
                             "a grid has all combinations of the factors' levels");
  }

  void read_hypercube(const Node& design) {
    sweep_.kind = SweepKind::latin_hypercube;
    const Node* const points = design.find("points");
    if (points == nullptr)
      diagnostics_.error(design.position, "a latin_hypercube needs 'points'", "such as points = 200");
    constexpr double unbounded = std::numeric_limits<double>::infinity();
    if (points != nullptr)
      sweep_.points = read_whole(*points, {"points", "1", {2, unbounded}, Words::same("")}, diagnostics_).value_or(2);
    if (sweep_.points > most_sweep_points)
      diagnostics_.error(points->position, too_many_points(static_cast<double>(sweep_.points)));
    if (const Node* seed = design.find("seed"))
      sweep_.seed = static_cast<std::uint64_t>(
          read_whole(*seed, {"seed", "1", {0, unbounded}, Words::same("")}, diagnostics_).value_or(0));
  }

  void read_factors(const Node& root) {
    const Node* const factors = root.find("factor");
    if (factors == nullptr)
      diagnostics_.error(root.position, "a sweep needs a [[factor]]",
                         "say what varies: input, and values or from, to and steps");
    const int before = diagnostics_.error_count();
    for (const Node& table : tables_of(factors, "[[factor]]", diagnostics_))
      if (auto factor = read_sweep_factor(table, diagnostics_)) sweep_.factors.push_back(*std::move(factor));
    const bool is_grid = sweep_.kind == SweepKind::grid;
    for (const SweepFactor& factor : sweep_.factors)
      if (is_grid && factor.levels.empty())
        diagnostics_.error(factor.position, fmt::format("a grid needs 'steps' of {}", factor.name),
                           "steps = 5 are five values from one end to the other");
    if (is_grid && diagnostics_.error_count() == before && grid_points(sweep_.factors) > most_sweep_points)
      diagnostics_.error(factors->position, too_many_points(grid_points(sweep_.factors), sweep_.factors),
                         "take fewer levels, or a [design] with kind = \"latin_hypercube\" and points = 1000");
  }

  SweepFile& sweep_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::string_view name(SweepKind kind) { return kind == SweepKind::grid ? "grid" : "latin hypercube"; }

std::optional<SweepFile> read_sweep(const std::string& path, const std::vector<std::string>& changes,
                                    Diagnostics& diagnostics) {
  std::optional<Node> root = read_toml(path, diagnostics);
  if (!root) return std::nullopt;
  root->position = {path};
  SweepFile sweep;
  sweep.path = path;
  SweepReader(sweep, diagnostics).read(*root);
  for (const std::string& change : changes) sweep.set.push_back({change, {}});
  refuse_conflicts(sweep, diagnostics);
  return sweep;
}

}  // namespace groundwork
