#include "sim/report/comparison/comparison_words.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/report/amount.hpp"
#include "sim/report/chinese_title.hpp"
#include "sim/report/display.hpp"
#include "sim/report/option_label.hpp"

namespace groundwork {

namespace {

/// Empty for the country.
std::string chinese_place(const FigureComparison& figure) {
  return figure.scope.kind == "country" ? "" : figure.scope.title.zh;
}

/// "saves 41.0 CNY bn"
std::string effect(Better better, bool is_more, const std::string& by) {
  switch (better) {
    case Better::lower:
      return fmt::format("{} {}", is_more ? "adds" : "saves", by);
    case Better::higher:
      return fmt::format("{} {}", is_more ? "gains" : "loses", by);
    case Better::neither:
      break;
  }
  return fmt::format("has {} {}", by, is_more ? "more" : "less");
}

Words how_often(const PairedDifference& paired, Better better) {
  if (better == Better::neither) return {"no better or worse", "该指标不分优劣"};
  const double share = paired.better.mean, same = paired.equal_share;
  Words text{fmt::format("better in {} of futures", percent(share, Language::en)),
             fmt::format("{} 的情形更优", percent(share, Language::zh))};
  if (same > 0.0)
    text = text + Words{fmt::format(", the same in {}", percent(same, Language::en)),
                        fmt::format("，{} 的情形相同", percent(same, Language::zh))};
  return text;
}

bool is_no_difference(const Summary& difference) { return difference.minimum == 0.0 && difference.maximum == 0.0; }

/// "rollout_capex (total)"; "广东2025年基站资本开支"
Words figure_phrase(const FigureComparison& figure) {
  return {fmt::format("{} ({})", figure_name(figure), figure.period),
          chinese_title(figure.metric, chinese_place(figure), figure.period)};
}

/// What a sentence on a difference is made of, in the reader's language.
struct Parts {
  std::string who, what;
  std::string mean, by, error;  ///< The mean difference, its size, and its error.
  Words often;
};

Parts parts_of(const std::string& who, const FigureComparison& figure, const PairedDifference& paired,
               Language language) {
  const Display display = difference_display(figure.metric, language);
  Display finer = display;
  finer.decimals += 1;
  const double mean = paired.difference.mean;
  return {who,
          figure_phrase(figure).in(language),
          display_amount(mean, display, language),
          display_amount(std::fabs(mean), display, language),
          display_value(paired.difference.standard_error, finer, language),
          how_often(paired, figure.metric.better)};
}

/// The mean difference is within its error.
Words unclear_sentence(const Parts& parts) {
  const auto& [who, what, mean, by, error, often] = parts;
  return {fmt::format("{}: no clear difference in {} on average, {} +- {}; {}.", who, what, mean, error, often.en),
          fmt::format("{}：{}平均无明显差异（{}，标准误 {}）；{}。", who, what, mean, error, often.zh)};
}

Words effect_sentence(const Parts& parts, const PairedDifference& paired, Better better) {
  const auto& [who, what, mean, by, error, often] = parts;
  const bool is_more = paired.difference.mean > 0.0;
  const Words known = paired.is_constant ? Words{" in every future", ""} : Words{", +- " + error, "，标准误 " + error};
  return {fmt::format("{} {} of {}{}; {}.", who, effect(better, is_more, by), what, known.en, often.en),
          fmt::format("{}：{}{}{} {}{}；{}。", who, what, paired.is_constant ? "在所有情形下均" : "平均",
                      is_more ? "增加" : "减少", by, known.zh, often.zh)};
}

}  // namespace

std::string difference_label(const Comparison& comparison, std::size_t option, Language language) {
  const std::string one = option_label(comparison.options, option, language),
                    first = option_label(comparison.options, 0, language);
  return Words{fmt::format("{} less {}", one, first), fmt::format("{} 减 {}", one, first)}.in(language);
}

Display difference_display(const Metric& metric, Language language) {
  Display display = display_of(metric, language);
  display.groups_digits = true;
  return as_difference(display, language);
}

std::string figure_name(const FigureComparison& figure, Language language) {
  if (language == Language::zh) return chinese_title(figure.metric, chinese_place(figure), "");
  return figure.scope.kind == "country" ? figure.metric.name
                                        : fmt::format("{}:{}", figure.metric.name, figure.scope.name);
}

std::string percent(double share, Language language) {
  return std::isfinite(share) ? fmt::format("{:.1f}{}", 100.0 * share, percent_sign(language)) : "";
}

bool is_clear(const Summary& difference) {
  return std::fabs(difference.mean) > tolerated_errors * difference.standard_error;
}

std::string difference_sentence(const Comparison& comparison, const FigureComparison& figure, std::size_t option,
                                Language language) {
  const PairedDifference& paired = figure.differences[option - 1];
  const Parts parts = parts_of(option_label(comparison.options, option, language), figure, paired, language);
  const std::string &who = parts.who, &what = parts.what;
  if (paired.difference.defined == 0)
    return Words{fmt::format("{}: {} is undefined on every path.", who, what),
                 fmt::format("{}：{}在所有路径上均无数值。", who, what)}
        .in(language);
  if (is_no_difference(paired.difference))
    return Words{fmt::format("{}: no difference in {}.", who, what), fmt::format("{}：{}无差异。", who, what)}.in(
        language);
  if (!paired.is_constant && !is_clear(paired.difference)) return unclear_sentence(parts).in(language);
  return effect_sentence(parts, paired, figure.metric.better).in(language);
}

}  // namespace groundwork
