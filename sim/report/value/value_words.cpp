#include "sim/report/value/value_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/comparison/comparison_words.hpp"
#include "sim/report/display.hpp"
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

std::string lead_sentence(const ValueReport& report) {
  const DecisionValue& value = report.value;
  const std::string &first = report.options[value.chosen].name, &next = report.options[value.runner_up].name;
  if (is_equal_to_chosen(value, value.runner_up))
    return fmt::format("{} and {} are the same in {} on every path.\n", first, next, decision_figure(report));
  const std::string by = Amounts(report).with_error(value.lead);
  if (std::fabs(value.lead.value) <= tolerated_errors * value.lead.standard_error)
    return fmt::format("{} has the best mean, but these paths do not tell it from {}: it leads by {}.\n", first, next,
                       by);
  return fmt::format("Choose {}: on average it {} {} against {}, the next.\n", first,
                     report.metric.better == Better::higher ? "gains" : "saves", by, next);
}

/// A chance that has shown on none of n independent paths is below 1 - 0.05^(1/n) with 95 % confidence.
std::string confidence_of_none(const ValueReport& report) {
  if (report.run.sampler != Sampler::mc) return "";
  const double most = 1.0 - std::pow(0.05, 1.0 / static_cast<double>(report.value.paths));
  return fmt::format(" (95 % confidence: in all but {:.2g} % of futures)", 100.0 * most);
}

std::string sure_sentence(const ValueReport& report) {
  return fmt::format(
      "No other option is better on any of {} paths: nothing that one could learn would change the choice{}.\n",
      grouped(report.value.paths), confidence_of_none(report));
}

std::string perfect_sentences(const ValueReport& report) {
  const DecisionValue& value = report.value;
  const Amounts amounts(report);
  return fmt::format(
      "With hindsight it would still be the choice in {:.1f} % of futures, +- {:.1f}.\n"
      "Knowing everything beforehand would be worth {} on average (95 % confidence: {} to {}). No study of any kind is "
      "worth more.\n",
      100.0 * (1.0 - value.changes.value), 100.0 * value.changes.standard_error, amounts.with_error(value.perfect),
      amounts.fine(value.perfect.low), amounts.fine(value.perfect.high));
}

}  // namespace

Amounts::Amounts(const ValueReport& report) : coarse_(difference_display(report.metric)), fine_(coarse_) {
  fine_.decimals = std::max(coarse_.decimals, decimals_for(report.value.perfect.value / coarse_.divisor));
}

std::string Amounts::coarse(double value) const { return display_value(value, coarse_); }
std::string Amounts::fine(double value) const { return display_value(value, fine_); }

std::string Amounts::with_unit(double value) const {
  return coarse_.label.empty() ? fine(value) : fmt::format("{} {}", fine(value), coarse_.label);
}

std::string Amounts::with_error(const Estimate& estimate) const {
  return fmt::format("{} +- {}", with_unit(estimate.value), fine(estimate.standard_error));
}

std::string Amounts::labelled(const std::string& what) const {
  return coarse_.label.empty() ? what : fmt::format("{} [{}]", what, coarse_.label);
}

std::string decision_figure(const ValueReport& report) {
  const bool is_country = report.scope.kind == "country";
  return fmt::format("{}{} ({})", report.metric.name, is_country ? "" : ":" + report.scope.name, report.period);
}

bool is_worth_knowing(const FactorValue& of) { return of.value.low > 0.0; }

std::string choice_sentences(const ValueReport& report) {
  return lead_sentence(report) + (report.value.is_sure() ? sure_sentence(report) : perfect_sentences(report));
}

std::string worth_sentences(const ValueReport& report) {
  constexpr std::size_t most = 5;
  constexpr double least_share = 0.02;
  const auto& factors = report.value.factors;
  std::string out;
  for (std::size_t i = 0; i < std::min(most, factors.size()); ++i) {
    const FactorValue& of = factors[i];
    if (of.share.value < least_share || !is_worth_knowing(of)) break;
    const std::string share = capitalised(share_in_words(of.share.value));
    out += fmt::format("{} of that is to be had by knowing {}: spend at most {} on a study of it.\n", share,
                       of.factor.name, Amounts(report).with_error(of.value));
  }
  return out.empty() ? "No factor by itself is worth a study, as far as these paths can tell.\n" : out;
}

}  // namespace groundwork
