#include "sim/report/value/value_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/amount.hpp"
#include "sim/report/chinese_title.hpp"
#include "sim/report/comparison/comparison_words.hpp"
#include "sim/report/display.hpp"
#include "sim/report/option_label.hpp"
#include "sim/report/sensitivity/sensitivity_words.hpp"

namespace groundwork {

namespace {

/// Decimals that show `value` with three digits; six at most.
int decimals_for(double value) {
  if (!(value > 0.0)) return 0;
  return std::clamp(2 - static_cast<int>(std::floor(std::log10(value))), 0, 6);
}

bool is_equal_to_chosen(const DecisionValue& value, std::size_t option) {
  return value.options[option].loss.value == 0.0 && value.options[option].best.value == 1.0;
}

std::string lead_sentence(const ValueReport& report, Language language) {
  const DecisionValue& value = report.value;
  const std::string first = option_label(report.options, value.chosen, language);
  const std::string next = option_label(report.options, value.runner_up, language);
  const std::string what = decision_figure(report, language);
  if (is_equal_to_chosen(value, value.runner_up))
    return Words{fmt::format("{} and {} are the same in {} on every path.\n", first, next, what),
                 fmt::format("“{}”与“{}”的{}在每条路径上都相同。\n", first, next, what)}
        .in(language);
  const std::string by = Amounts(report, language).with_error(value.lead);
  const bool is_higher = report.metric.better == Better::higher;
  if (std::fabs(value.lead.value) <= tolerated_errors * value.lead.standard_error)
    return Words{
        fmt::format("{} has the best mean, but these paths do not tell it from {}: it leads by {}.\n", first, next, by),
        fmt::format("“{}”的均值最优，但就这些路径而言与“{}”无法区分：{}平均{} {}。\n", first, next, what,
                    is_higher ? "高" : "低", by)}
        .in(language);
  return Words{fmt::format("Choose {}: on average it {} {} against {}, the next.\n", first,
                           is_higher ? "gains" : "saves", by, next),
               fmt::format("应选择“{}”：{}平均比次优的“{}”{} {}。\n", first, what, next, is_higher ? "高" : "低", by)}
      .in(language);
}

/// A chance that has shown on none of n independent paths is below 1 - 0.05^(1/n) with 95 % confidence.
Words confidence_of_none(const ValueReport& report) {
  if (report.run.sampler != Sampler::mc) return Words::same("");
  const double most = 100.0 * (1.0 - std::pow(0.05, 1.0 / static_cast<double>(report.value.paths)));
  return {fmt::format(" (95 % confidence: in all but {:.2g} % of futures)", most),
          fmt::format("（95% 置信度：例外不超过 {:.2g}% 的情形）", most)};
}

Words sure_sentence(const ValueReport& report) {
  const std::string paths = grouped(report.value.paths);
  const Words confidence = confidence_of_none(report);
  return {fmt::format(
              "No other option is better on any of {} paths: nothing that one could learn would change the choice{}.\n",
              paths, confidence.en),
          fmt::format("其他备选情景在 {} 条路径中的任何一条上都不更优：无论事先了解什么，都不会改变选择{}。\n", paths,
                      confidence.zh)};
}

std::string perfect_sentences(const ValueReport& report, Language language) {
  const DecisionValue& value = report.value;
  const Amounts amounts(report, language);
  const double same = 100.0 * (1.0 - value.changes.value), error = 100.0 * value.changes.standard_error;
  const std::string worth = amounts.with_error(value.perfect);
  const std::string low = amounts.fine(value.perfect.low), high = amounts.fine(value.perfect.high);
  return Words{fmt::format("With hindsight it would still be the choice in {:.1f} % of futures, +- {:.1f}.\n"
                           "Knowing everything beforehand would be worth {} on average (95 % confidence: {} to {}). "
                           "No study of any kind is worth more.\n",
                           same, error, worth, low, high),
               fmt::format("事后看，{:.1f}% ± {:.1f}% 的情形下仍会选择它。\n"
                           "全部已知的价值平均为 {}（95% 置信区间 {} 至 {}）；任何研究的价值都不会超过“全部已知”。\n",
                           same, error, worth, low, high)}
      .in(language);
}

}  // namespace

Amounts::Amounts(const ValueReport& report, Language language)
    : language_(language), coarse_(display_of(report.metric, language)), fine_(coarse_) {
  fine_.groups_digits = true;  // also of calendar years, whose differences are numbers of years
  fine_.decimals = std::max(coarse_.decimals, decimals_for(report.value.perfect.value / coarse_.divisor));
}

std::string Amounts::coarse(double value) const { return display_value(value, coarse_, language_); }
std::string Amounts::fine(double value) const { return display_value(value, fine_, language_); }

std::string Amounts::worth(double value) const { return display_difference(value, fine_, language_); }

std::string Amounts::with_error(const Estimate& estimate) const {
  return fmt::format("{} {} {}", worth(estimate.value), Words{"+-", "±"}.in(language_), fine(estimate.standard_error));
}

std::string Amounts::labelled(const std::string& what) const {
  return groundwork::labelled(what, coarse_.label, language_);
}

std::string decision_figure(const ValueReport& report, Language language) {
  const bool is_country = report.scope.kind == "country";
  if (language == Language::zh)
    return chinese_title(report.metric, is_country ? "" : report.scope.title.zh, report.period);
  return fmt::format("{}{} ({})", report.metric.name, is_country ? "" : ":" + report.scope.name, report.period);
}

bool is_worth_knowing(const FactorValue& of) { return of.value.low > 0.0; }

std::string choice_sentences(const ValueReport& report, Language language) {
  return lead_sentence(report, language) +
         (report.value.is_sure() ? sure_sentence(report).in(language) : perfect_sentences(report, language));
}

std::string worth_sentences(const ValueReport& report, Language language) {
  constexpr std::size_t most = 5;
  constexpr double least_share = 0.02;
  const auto& factors = report.value.factors;
  std::string out;
  for (std::size_t i = 0; i < std::min(most, factors.size()); ++i) {
    const FactorValue& of = factors[i];
    if (of.share.value < least_share || !is_worth_knowing(of)) break;
    const std::string worth = Amounts(report, language).with_error(of.value);
    out += Words{fmt::format("{} of that is to be had by knowing {}: spend at most {} on a study of it.\n",
                             capitalised(share_in_words(of.share.value)), of.factor.name, worth),
                 fmt::format("仅了解 {} 的价值为 {}，占“全部已知”的 {:.0f}%；对其研究的投入不应超过此数。\n",
                             of.factor.name, worth, 100.0 * of.share.value)}
               .in(language);
  }
  const Words none{"No factor by itself is worth a study, as far as these paths can tell.\n",
                   "就这些路径而言，没有一项输入单独值得研究。\n"};
  return out.empty() ? none.in(language) : out;
}

}  // namespace groundwork
