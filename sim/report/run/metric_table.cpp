#include "sim/report/run/metric_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

std::string_view periods_text(Measure measure) {
  switch (measure) {
    case Measure::flow:
      return "each year, total";
    case Measure::stock:
      return "each year (at its end)";
    case Measure::whole:
      return "total";
  }
  return "";
}

std::string scope_kinds(const OutputTable& table, const MetricBlock& block) {
  std::vector<std::string> kinds;
  for (const int scope : block.scopes) {
    const std::string& kind = table.scopes()[static_cast<std::size_t>(scope)].kind;
    if (std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(kind);
  }
  return joined(kinds, ", ");
}

}  // namespace

std::string metric_table(const OutputTable& table) {
  std::string out = "| metric | unit | meaning | better | periods | scopes |\n|---|---|---|---|---|---|\n";
  for (const MetricBlock& block : table.blocks())
    out +=
        fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", block.metric.name, block.metric.unit, block.metric.meaning,
                    name(block.metric.better), periods_text(block.metric.measure), scope_kinds(table, block));
  return out;
}

}  // namespace groundwork
