#include "sim/report/run/metric_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/report/display.hpp"
#include "sim/report/run/console_words.hpp"

namespace groundwork {

namespace {

Words periods(Measure measure) {
  switch (measure) {
    case Measure::flow:
      return {"each year, total", "各年、合计"};
    case Measure::stock:
      return {"each year (at its end)", "各年年末"};
    case Measure::whole:
      return {"total", "合计"};
  }
  return Words::same("");
}

std::string scope_kinds(const OutputTable& table, const MetricBlock& block, Language language) {
  std::vector<std::string> kinds;
  for (const int scope : block.scopes) {
    const std::string kind = scope_kind_title(table.scopes()[static_cast<std::size_t>(scope)].kind).in(language);
    if (std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(kind);
  }
  return joined(kinds, language == Language::zh ? "、" : ", ");
}

/// Code, and in Chinese the unit that readers see.
std::string unit_text(const Metric& metric, Language language) {
  const std::string label = display_of(metric, language).label;
  return language == Language::en || label.empty() ? metric.unit : fmt::format("{}（{}）", metric.unit, label);
}

}  // namespace

std::string metric_table(const OutputTable& table, Language language) {
  const bool has_titles = language == Language::zh;
  const Words header{"| metric | unit | meaning | better | periods | scopes |\n|---|---|---|---|---|---|\n",
                     "| 指标 | 名称 | 单位 | 含义 | 取向 | 时段 | 范围 |\n|---|---|---|---|---|---|---|\n"};
  std::string out = header.in(language);
  for (const MetricBlock& block : table.blocks()) {
    const Metric& metric = block.metric;
    out += fmt::format("| `{}` |{} {} | {} | {} | {} | {} |\n", metric.name,
                       has_titles ? fmt::format(" {} |", metric.title.in(language)) : "", unit_text(metric, language),
                       metric.meaning.in(language), better_label(metric.better, language),
                       periods(metric.measure).in(language), scope_kinds(table, block, language));
  }
  return out;
}

}  // namespace groundwork
