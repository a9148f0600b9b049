#include "sim/contract/figure.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

std::vector<std::string> scope_names(const OutputTable& table, const MetricBlock& block) {
  std::vector<std::string> names;
  for (const int scope : block.scopes) names.push_back(table.scopes()[static_cast<std::size_t>(scope)].name);
  return names;
}

/// Position of `name` among `names`, or -1.
int position(const std::vector<std::string>& names, const std::string& name) {
  const auto found = std::ranges::find(names, name);
  return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

std::string suggestion(const std::string& name, std::vector<std::string> candidates, const std::string& otherwise) {
  const std::string best = closest(name, candidates);
  return best.empty() ? otherwise : fmt::format("did you mean '{}'?", best);
}

const MetricBlock* find_metric(const OutputTable& table, const std::string& name, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const MetricBlock& block : table.blocks()) {
    if (block.metric.name == name) return &block;
    names.push_back(block.metric.name);
  }
  diagnostics.error({}, fmt::format("there is no metric '{}'", name),
                    suggestion(name, names, "`groundwork reference metrics SCENARIO` lists the metrics"));
  return nullptr;
}

/// All scopes and periods there are.
std::string choices(const MetricBlock& block, const std::vector<std::string>& scopes) {
  return fmt::format("periods: {}; scopes: {}", joined(block.periods, ", "), joined(scopes, ", "));
}

std::vector<std::string> kinds_of(const OutputTable& table, const MetricBlock& block) {
  std::vector<std::string> kinds;
  for (const int scope : block.scopes) {
    const std::string& kind = table.scopes()[static_cast<std::size_t>(scope)].kind;
    if (std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(kind);
  }
  return kinds;
}

}  // namespace

std::optional<int> find_figure(const OutputTable& table, std::string_view text, Diagnostics& diagnostics) {
  const std::vector<std::string> parts = split(text, ':');
  const MetricBlock* const block = find_metric(table, parts.front(), diagnostics);
  if (block == nullptr) return std::nullopt;
  const std::vector<std::string> scopes = scope_names(table, *block);
  int scope = -1, period = -1;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const int as_period = position(block->periods, parts[i]), as_scope = position(scopes, parts[i]);
    int& place = as_period >= 0 ? period : scope;
    if (place >= 0 || std::max(as_period, as_scope) < 0) {
      std::vector<std::string> known = scopes;
      known.insert(known.end(), block->periods.begin(), block->periods.end());
      diagnostics.error(
          {},
          fmt::format("'{}': '{}' is no scope or period of {} that could stand here", text, parts[i], parts.front()),
          place >= 0 ? choices(*block, scopes) : suggestion(parts[i], known, choices(*block, scopes)));
      return std::nullopt;
    }
    place = std::max(as_period, as_scope);
  }
  return block->cell(std::max(scope, 0), period >= 0 ? period : static_cast<int>(block->periods.size()) - 1);
}

std::vector<int> figures_by(const OutputTable& table, int cell, std::string_view kind, Diagnostics& diagnostics) {
  const Cell at = table.at(cell);
  const MetricBlock& block = table.block(at.block);
  std::vector<int> cells;
  for (std::size_t slot = 0; slot < block.scopes.size(); ++slot)
    if (table.scopes()[static_cast<std::size_t>(block.scopes[slot])].kind == kind)
      cells.push_back(block.cell(static_cast<int>(slot), at.period));
  if (cells.empty())
    diagnostics.error({}, fmt::format("{} is not known by '{}'", block.metric.name, kind),
                      fmt::format("--by takes: {}", joined(kinds_of(table, block), ", ")));
  return cells;
}

}  // namespace groundwork
