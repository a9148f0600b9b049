#include "sim/report/run/console_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/display.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

constexpr std::size_t p05 = 1, p50 = 4, p95 = 7;

std::string label(const MetricBlock& block) {
  const std::string unit = display_of(block.metric).label;
  return unit.empty() ? block.metric.name : fmt::format("{} [{}]", block.metric.name, unit);
}

const Summary& summary_of(const Results& results, const MetricBlock& block, std::size_t slot, std::size_t period) {
  return results.cells[static_cast<std::size_t>(block.cell(static_cast<int>(slot), static_cast<int>(period)))];
}

bool has_country(const MetricBlock& block) {
  return !block.scopes.empty() && block.scopes.front() == 0 && !block.periods.empty();
}

/// The last period of every metric, with its spread.
std::string spread_table(const Results& results) {
  TextGrid grid({"", "period", "P5", "P50", "P95", "mean", "+- error"});
  for (const MetricBlock& block : results.table.blocks()) {
    if (!has_country(block)) continue;
    const Display display = display_of(block.metric);
    const Summary& cell = summary_of(results, block, 0, block.periods.size() - 1);
    const auto show = [&](double value) { return display_value(value, display); };
    Display finer = display;
    finer.decimals += 2;
    grid.add({label(block), block.periods.back(), show(cell.quantile[p05]), show(cell.quantile[p50]),
              show(cell.quantile[p95]), show(cell.mean), display_value(cell.standard_error, finer)});
  }
  return grid.text();
}

/// The longest list of years that a metric has.
std::vector<std::string> years_of(const Results& results) {
  std::vector<std::string> years;
  for (const MetricBlock& block : results.table.blocks())
    if (block.metric.measure == Measure::stock && block.periods.size() > years.size()) years = block.periods;
  return years;
}

/// Every year if they fit on a screen, else every second or third, the last always.
std::vector<std::string> years_to_show(const std::vector<std::string>& years) {
  constexpr std::size_t most = 6;
  const std::size_t step = (years.size() + most - 1) / most;
  std::vector<std::string> shown;
  for (std::size_t i = years.size(); i > 0; i -= std::min(step, i)) shown.insert(shown.begin(), years[i - 1]);
  return shown;
}

std::string median_in(const Results& results, const MetricBlock& block, const std::string& period) {
  const auto found = std::ranges::find(block.periods, period);
  if (found == block.periods.end()) return "";
  const Summary& cell = summary_of(results, block, 0, static_cast<std::size_t>(found - block.periods.begin()));
  return display_value(cell.quantile[p50], display_of(block.metric));
}

/// What the single figure of a cell is.
std::string middle(const Results& results) { return results.is_central ? "central path" : "median"; }

std::string year_table(const Results& results) {
  const std::vector<std::string> years = years_to_show(years_of(results));
  std::vector<std::string> header{middle(results)};
  header.insert(header.end(), years.begin(), years.end());
  TextGrid grid(header);
  for (const MetricBlock& block : results.table.blocks()) {
    if (!has_country(block) || block.metric.measure == Measure::whole || block.metric.is_excess) continue;
    std::vector<std::string> row{label(block)};
    for (const std::string& year : years) row.push_back(median_in(results, block, year));
    grid.add(std::move(row));
  }
  return grid.text();
}

std::string median_of_scope(const Results& results, const MetricBlock& block, int scope) {
  const auto found = std::ranges::find(block.scopes, scope);
  if (found == block.scopes.end()) return "";
  const Summary& cell =
      summary_of(results, block, static_cast<std::size_t>(found - block.scopes.begin()), block.periods.size() - 1);
  return display_value(cell.quantile[p50], display_of(block.metric));
}

/// Medians of the last period, a column for each scope of a kind.
std::string scope_table(const Results& results, const std::string& kind) {
  constexpr std::size_t most = 8;  // more columns than a screen has room for
  std::vector<int> scopes;
  std::vector<std::string> header{fmt::format("{} by {}", middle(results), kind), "period"};
  for (std::size_t i = 0; i < results.table.scopes().size(); ++i)
    if (results.table.scopes()[i].kind == kind) {
      scopes.push_back(static_cast<int>(i));
      header.push_back(results.table.scopes()[i].name);
    }
  if (scopes.size() > most) return "";
  TextGrid grid(header);
  for (const MetricBlock& block : results.table.blocks()) {
    std::vector<std::string> row{label(block), block.periods.empty() ? "" : block.periods.back()};
    for (const int scope : scopes) row.push_back(median_of_scope(results, block, scope));
    const bool is_empty = std::all_of(row.begin() + 2, row.end(), [](const std::string& cell) { return cell.empty(); });
    if (!is_empty) grid.add(std::move(row));
  }
  return grid.has_rows() ? grid.text() : "";
}

/// Kinds of scope but that of the first, which has tables of its own.
std::vector<std::string> other_kinds(const Results& results) {
  std::vector<std::string> kinds;
  for (const Scope& scope : results.table.scopes())
    if (scope.kind != results.table.scopes().front().kind && std::ranges::find(kinds, scope.kind) == kinds.end())
      kinds.push_back(scope.kind);
  return kinds;
}

/// How likely it is that what should not happen does.
std::string excess_lines(const Results& results) {
  const Display percent{0.01, "%", 0};
  std::string out;
  for (const MetricBlock& block : results.table.blocks()) {
    if (!block.metric.is_excess) continue;
    std::vector<std::string> parts;
    for (std::size_t period = 0; period < block.periods.size(); ++period) {
      const double probability = probability_above_zero(summary_of(results, block, 0, period));
      parts.push_back(fmt::format("{} {}{}", block.periods[period], display_value(probability, percent),
                                  std::isnan(probability) ? "" : " %"));
    }
    out += fmt::format("Probability of {} > 0: {}\n", block.metric.name, fmt::join(parts, ", "));
  }
  return out;
}

/// A half-width as the target has it.
std::string half_width_text(const PrecisionTarget& target, double half_width) {
  return target.is_relative ? fmt::format("{:.3g} %", 100.0 * half_width) : fmt::format("{:.4g}", half_width);
}

std::string precision_line(const PrecisionReached& reached) {
  const PrecisionTarget& target = reached.target;
  return fmt::format("Precision {}: {}, known to +- {}\n", target.text, reached.is_met() ? "met" : "NOT met",
                     half_width_text(target, reached.half_width));
}

std::string heading(const Scenario& scenario, const Results& results) {
  if (results.is_central)
    return fmt::format("{}\nCentral path: every input at its mean. One path, no uncertainty.\n", scenario.title);
  std::string out = fmt::format("{}\n{} paths, seed {}, {}\n", scenario.title, grouped(results.paths), results.run.seed,
                                name(results.run.sampler));
  if (!results.is_complete())
    out += fmt::format("{}: these are the first {} of {} paths.\n",
                       results.ending == Ending::out_of_time ? "Out of time" : "Stopped", grouped(results.paths),
                       grouped(results.run.paths));
  for (const PrecisionReached& reached : results.precision) out += precision_line(reached);
  return out;
}

}  // namespace

std::string console_table(const Scenario& scenario, const Results& results) {
  std::string out = heading(scenario, results) + "\n";
  if (!results.is_central) out += spread_table(results) + "\n" + excess_lines(results) + "\n";
  out += year_table(results);
  for (const std::string& kind : other_kinds(results)) {
    const std::string table = scope_table(results, kind);
    if (!table.empty()) out += "\n" + table;
  }
  return out;
}

}  // namespace groundwork
