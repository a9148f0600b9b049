#include "sim/report/comparison/comparison_words.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/report/display.hpp"

namespace groundwork {

namespace {

std::string amount(double value, const Display& display) {
  const std::string text = display_value(value, display);
  return display.label.empty() ? text : fmt::format("{} {}", text, display.label);
}

/// "saves 41.0 CNY bn of rollout_capex (total)"
std::string effect(const FigureComparison& figure, double mean, const Display& display, const std::string& what) {
  const bool is_more = mean > 0.0;
  const std::string by = amount(std::fabs(mean), display);
  switch (figure.metric.better) {
    case Better::lower:
      return fmt::format("{} {} of {}", is_more ? "adds" : "saves", by, what);
    case Better::higher:
      return fmt::format("{} {} of {}", is_more ? "gains" : "loses", by, what);
    case Better::neither:
      break;
  }
  return fmt::format("has {} {} of {}", by, is_more ? "more" : "less", what);
}

std::string how_often(const PairedDifference& paired, Better better) {
  if (better == Better::neither) return "no better or worse";
  std::string text = fmt::format("better in {} of futures", percent(paired.better.mean));
  if (paired.equal_share > 0.0) text += fmt::format(", the same in {}", percent(paired.equal_share));
  return text;
}

bool is_no_difference(const Summary& difference) { return difference.minimum == 0.0 && difference.maximum == 0.0; }

}  // namespace

Display difference_display(const Metric& metric, Language language) {
  Display display = display_of(metric, language);
  display.groups_digits = true;
  return display;
}

std::string figure_name(const FigureComparison& figure) {
  return figure.scope.kind == "country" ? figure.metric.name
                                        : fmt::format("{}:{}", figure.metric.name, figure.scope.name);
}

std::string percent(double share) { return std::isfinite(share) ? fmt::format("{:.1f} %", 100.0 * share) : ""; }

bool is_clear(const Summary& difference) {
  return std::fabs(difference.mean) > tolerated_errors * difference.standard_error;
}

std::string difference_sentence(const Comparison& comparison, const FigureComparison& figure, std::size_t option) {
  const PairedDifference& paired = figure.differences[option - 1];
  const Summary& difference = paired.difference;
  const std::string& who = comparison.options[option].name;
  const std::string what = fmt::format("{} ({})", figure_name(figure), figure.period);
  if (difference.defined == 0) return fmt::format("{}: {} is undefined on every path", who, what);
  if (is_no_difference(difference)) return fmt::format("{}: no difference in {}", who, what);
  const Display display = difference_display(figure.metric);
  Display finer = display;
  finer.decimals += 1;
  const std::string often = how_often(paired, figure.metric.better);
  const std::string error = display_value(difference.standard_error, finer);
  if (!paired.is_constant && !is_clear(difference))
    return fmt::format("{}: no clear difference in {} on average, {} +- {}; {}", who, what,
                       amount(difference.mean, display), error, often);
  return fmt::format("{} {}{}; {}", who, effect(figure, difference.mean, display, what),
                     paired.is_constant ? " in every future" : ", +- " + error, often);
}

}  // namespace groundwork
