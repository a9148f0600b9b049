#include "sim/report/run/console_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/display.hpp"
#include "sim/report/run/console_words.hpp"
#include "sim/report/run/scope_tables.hpp"
#include "sim/report/run/spread_table.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

const Summary& summary_of(const Results& results, const MetricBlock& block, std::size_t slot, std::size_t period) {
  return results.cells[static_cast<std::size_t>(block.cell(static_cast<int>(slot), static_cast<int>(period)))];
}

bool has_country(const MetricBlock& block) {
  return !block.scopes.empty() && block.scopes.front() == 0 && !block.periods.empty();
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

std::string median_in(const Results& results, const MetricBlock& block, const std::string& period, Language language) {
  const auto found = std::ranges::find(block.periods, period);
  if (found == block.periods.end()) return "";
  const Summary& cell = summary_of(results, block, 0, static_cast<std::size_t>(found - block.periods.begin()));
  return display_value(cell.quantile[Summary::p50], display_of(block.metric, language), language);
}

std::string year_table(const Results& results, Language language) {
  const std::vector<std::string> years = years_to_show(years_of(results));
  std::vector<std::string> header{middle(results).in(language)};
  header.insert(header.end(), years.begin(), years.end());
  TextGrid grid(header);
  for (const MetricBlock& block : results.table.blocks()) {
    if (!has_country(block) || block.metric.measure == Measure::whole || block.metric.is_excess) continue;
    std::vector<std::string> row{metric_label(block.metric, language)};
    for (const std::string& year : years) row.push_back(median_in(results, block, year, language));
    grid.add(std::move(row));
  }
  return grid.text();
}

/// How likely it is that what should not happen does.
std::string excess_lines(const Results& results, Language language) {
  const Display percent{0.01, "%", 0};
  std::string out;
  for (const MetricBlock& block : results.table.blocks()) {
    if (!block.metric.is_excess) continue;
    std::vector<std::string> parts;
    for (std::size_t period = 0; period < block.periods.size(); ++period) {
      const double probability = probability_above_zero(summary_of(results, block, 0, period));
      parts.push_back(fmt::format("{} {}{}", period_label(block.periods[period], language),
                                  display_value(probability, percent, language),
                                  std::isnan(probability) ? "" : percent_sign(language)));
    }
    out += Words{fmt::format("Probability of {} > 0: {}\n", block.metric.name, fmt::join(parts, ", ")),
                 fmt::format("{}大于零的概率：{}\n", block.metric.title.zh, fmt::join(parts, "，"))}
               .in(language);
  }
  return out;
}

/// A half-width as the target has it.
std::string half_width_text(const PrecisionTarget& target, double half_width, Language language) {
  return target.is_relative ? fmt::format("{:.3g}{}", 100.0 * half_width, percent_sign(language))
                            : fmt::format("{:.4g}", half_width);
}

std::string precision_line(const PrecisionReached& reached, Language language) {
  const PrecisionTarget& target = reached.target;
  const std::string width = half_width_text(target, reached.half_width, language);
  return Words{
      fmt::format("Precision {}: {}, known to +- {}\n", target.text, reached.is_met() ? "met" : "NOT met", width),
      fmt::format("精度 {}：{}，误差 ±{}\n", target.text, reached.is_met() ? "已达到" : "未达到", width)}
      .in(language);
}

/// Which paths these are, if they are not all that were asked for.
Words incomplete_line(const Results& results) {
  const bool is_late = results.ending == Ending::out_of_time;
  const std::string done = grouped(results.paths), asked = grouped(results.run.paths);
  return {fmt::format("{}: these are the first {} of {} paths.\n", is_late ? "Out of time" : "Stopped", done, asked),
          fmt::format("{}：以下结果来自 {} 条路径中的前 {} 条。\n", is_late ? "时限已到" : "已中断", asked, done)};
}

std::string heading(const Scenario& scenario, const Results& results, Language language) {
  const Words central{"Central path: every input at its mean. One path, no uncertainty.",
                      "均值路径：所有输入取均值，只有一条路径，不含不确定性。"};
  if (results.is_central) return fmt::format("{}\n{}\n", scenario.title.in(language), central.in(language));
  const std::string sampler = sampler_label(results.run.sampler, language);
  const Words paths{fmt::format("{} paths, seed {}, {}", grouped(results.paths), results.run.seed, sampler),
                    fmt::format("{} 条路径，种子 {}，{}", grouped(results.paths), results.run.seed, sampler)};
  std::string out = fmt::format("{}\n{}\n", scenario.title.in(language), paths.in(language));
  if (!results.is_complete()) out += incomplete_line(results).in(language);
  for (const PrecisionReached& reached : results.precision) out += precision_line(reached, language);
  return out;
}

}  // namespace

std::string console_table(const Scenario& scenario, const Results& results, const ConsoleStyle& style) {
  const Language language = style.language;
  std::string out = heading(scenario, results, language) + "\n";
  if (!results.is_central) out += spread_table(results, style) + "\n" + excess_lines(results, language) + "\n";
  out += year_table(results, language);
  for (const std::string& table : scope_tables(results, language)) out += "\n" + table;
  return out;
}

}  // namespace groundwork
