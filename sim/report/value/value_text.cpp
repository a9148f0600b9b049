#include "sim/report/value/value_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/display.hpp"
#include "sim/report/sensitivity/sensitivity_words.hpp"
#include "sim/report/text_grid.hpp"
#include "sim/report/value/value_words.hpp"

namespace groundwork {

namespace {

constexpr std::size_t most_rows = 15;

std::string hundredths(double share) { return fmt::format("{:.1f}", 100.0 * share); }

std::string option_table(const ValueReport& report) {
  const Amounts amounts(report);
  TextGrid grid(
      {amounts.labelled("option, by mean"), "mean", "+- error", "best in %", "+- error", "expected loss", "+- error"});
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < report.options.size(); ++i) order.push_back(i);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return report.value.options[i].loss.value; });
  for (const std::size_t i : order) {
    const OptionValue& option = report.value.options[i];
    grid.add({report.options[i].name, amounts.coarse(option.mean.value), amounts.fine(option.mean.standard_error),
              hundredths(option.best.value), hundredths(option.best.standard_error), amounts.fine(option.loss.value),
              amounts.fine(option.loss.standard_error)});
  }
  return grid.text();
}

/// What the factors that have none of the `rows` are worth: at most `most`, a number of them.
std::string others_line(const ValueReport& report, std::size_t rows, std::size_t others, double most) {
  constexpr double nothing = 0.005;  // of the value of knowing everything
  if (others == 0) return "";
  const std::string which = rows == 0 ? "" : "other ";
  const std::string who =
      others == 1 ? fmt::format("the {}factor", which) : fmt::format("any one of the {} {}factors", others, which);
  if (most < nothing * report.value.perfect.value)
    return fmt::format("Knowing {} alone would not change the choice, as far as these paths can tell.\n", who);
  return fmt::format("Knowing {} alone is worth {} at most, if anything (95 % confidence).\n", who,
                     Amounts(report).with_unit(most));
}

/// The factors that are worth something beyond Monte-Carlo error, and what the others are worth at most.
std::string factor_table(const ValueReport& report) {
  const Amounts amounts(report);
  TextGrid grid({amounts.labelled("worth knowing"), "worth", "+- error", "from", "to", "share %", "+- error",
                 "changes the choice %"});
  std::size_t rows = 0, others = 0;
  double most = 0.0;
  for (const FactorValue& of : report.value.factors) {
    if (rows == most_rows || !is_worth_knowing(of)) {
      ++others;
      most = std::max(most, of.value.high);
      continue;
    }
    grid.add({of.factor.name, amounts.fine(of.value.value), amounts.fine(of.value.standard_error),
              amounts.fine(of.value.low), amounts.fine(of.value.high), hundredths(of.share.value),
              hundredths(of.share.standard_error), hundredths(of.changes.value)});
    ++rows;
  }
  return (rows > 0 ? grid.text() : "") + others_line(report, rows, others, most);
}

std::string factor_part(const ValueReport& report) {
  std::vector<Factor> worth;
  for (const FactorValue& of : report.value.factors)
    if (is_worth_knowing(of)) worth.push_back(of.factor);
  return worth_sentences(report) + "\n" + factor_table(report) + draws_line(worth) +
         "Shares need not add up to 100 %: two inputs may tell the same, or be worth something together only.\n";
}

}  // namespace

std::string value_text(const ValueReport& report) {
  const std::string heading =
      fmt::format("{}, {} is better\n{} paths of each option, seed {}, {}\n", decision_figure(report),
                  name(report.metric.better), grouped(report.run.paths), report.run.seed, name(report.run.sampler));
  const std::string found = choice_sentences(report) + undefined_line(report.value.undefined);
  const std::string out = heading + "\n" + option_table(report) + "\n" + found;
  return report.value.is_sure() ? out : out + factor_part(report);
}

}  // namespace groundwork
