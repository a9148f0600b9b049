#include "sim/report/value/value_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/display.hpp"
#include "sim/report/option_label.hpp"
#include "sim/report/run/console_words.hpp"
#include "sim/report/sensitivity/sensitivity_words.hpp"
#include "sim/report/text_grid.hpp"
#include "sim/report/value/value_words.hpp"

namespace groundwork {

namespace {

constexpr std::size_t most_rows = 15;

std::string heading(const ValueReport& report, Language language) {
  const RunSettings& run = report.run;
  const std::string what = decision_figure(report, language), way = better_label(report.metric.better, language);
  const std::string paths = grouped(run.paths), sampler = sampler_label(run.sampler, language);
  return Words{
      fmt::format("{}, {} is better\n{} paths of each option, seed {}, {}\n", what, way, paths, run.seed, sampler),
      fmt::format("{}，{}\n每个备选情景 {} 条路径，种子 {}，{}\n", what, way, paths, run.seed, sampler)}
      .in(language);
}

std::string hundredths(double share) { return fmt::format("{:.1f}", 100.0 * share); }

std::string option_table(const ValueReport& report, Language language) {
  const Amounts amounts(report, language);
  const auto in = [&](const Words& words) { return words.in(language); };
  const std::string error = in({"+- error", "标准误"});
  TextGrid grid({amounts.labelled(in({"option, by mean", "备选情景，按均值排列"})), in({"mean", "均值"}), error,
                 in({"best in %", "最优（%）"}), error, in({"expected loss", "期望损失"}), error});
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < report.options.size(); ++i) order.push_back(i);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return report.value.options[i].loss.value; });
  for (const std::size_t i : order) {
    const OptionValue& option = report.value.options[i];
    grid.add({option_label(report.options, i, language), amounts.coarse(option.mean.value),
              amounts.fine(option.mean.standard_error), hundredths(option.best.value),
              hundredths(option.best.standard_error), amounts.fine(option.loss.value),
              amounts.fine(option.loss.standard_error)});
  }
  return grid.text();
}

/// The factors that are not worth knowing by themselves, or are not shown.
struct Others {
  std::size_t rows = 0;    ///< Of the factors that are shown.
  std::size_t number = 0;  ///< Of the others.
  double most = 0.0;       ///< What any of these is worth at most.
};

/// "any one of the 72 other factors"
Words any_of(const Others& others) {
  const Words which = others.rows == 0 ? Words{"", "全部"} : Words{"other ", "其余"};
  if (others.number == 1) return {fmt::format("the {}factor", which.en), which.zh + "一项输入"};
  return {fmt::format("any one of the {} {}factors", others.number, which.en),
          fmt::format("{} {} 项输入中的任何一项", which.zh, others.number)};
}

std::string others_line(const ValueReport& report, const Others& others, Language language) {
  constexpr double nothing = 0.005;  // of the value of knowing everything
  if (others.number == 0) return "";
  const Words who = any_of(others);
  if (others.most < nothing * report.value.perfect.value)
    return Words{fmt::format("Knowing {} alone would not change the choice, as far as these paths can tell.\n", who.en),
                 fmt::format("就这些路径而言，单独了解{}都不会改变选择。\n", who.zh)}
        .in(language);
  const std::string worth = Amounts(report, language).worth(others.most);
  return Words{fmt::format("Knowing {} alone is worth {} at most, if anything (95 % confidence).\n", who.en, worth),
               fmt::format("单独了解{}，即使有价值也不超过 {}（95% 置信度）。\n", who.zh, worth)}
      .in(language);
}

TextGrid factor_grid(const Amounts& amounts, Language language) {
  const auto in = [&](const Words& words) { return words.in(language); };
  const std::string error = in({"+- error", "标准误"});
  return TextGrid({amounts.labelled(in({"worth knowing", "值得了解的输入"})), in({"worth", "价值"}), error,
                   in({"from", "下限"}), in({"to", "上限"}), in({"share %", "占全部已知（%）"}), error,
                   in({"changes the choice %", "改变选择（%）"})});
}

/// The factors that are worth something beyond Monte-Carlo error, and what the others are worth at most.
std::string factor_table(const ValueReport& report, Language language) {
  const Amounts amounts(report, language);
  TextGrid grid = factor_grid(amounts, language);
  Others others;
  for (const FactorValue& of : report.value.factors) {
    if (others.rows == most_rows || !is_worth_knowing(of)) {
      ++others.number;
      others.most = std::max(others.most, of.value.high);
      continue;
    }
    grid.add({of.factor.name, amounts.fine(of.value.value), amounts.fine(of.value.standard_error),
              amounts.fine(of.value.low), amounts.fine(of.value.high), hundredths(of.share.value),
              hundredths(of.share.standard_error), hundredths(of.changes.value)});
    ++others.rows;
  }
  return (grid.has_rows() ? grid.text() : "") + others_line(report, others, language);
}

std::string factor_part(const ValueReport& report, Language language) {
  std::vector<Factor> worth;
  for (const FactorValue& of : report.value.factors)
    if (is_worth_knowing(of)) worth.push_back(of.factor);
  const Words sums{
      "Shares need not add up to 100 %: two inputs may tell the same, or be worth something together only.\n",
      "各项占比之和不一定是 100%：两项输入提供的信息可能相同，也可能只有一并了解才有价值。\n"};
  return worth_sentences(report, language) + "\n" + factor_table(report, language) + draws_line(worth, language) +
         sums.in(language);
}

}  // namespace

std::string value_text(const ValueReport& report, Language language) {
  const std::string found = choice_sentences(report, language) + undefined_line(report.value.undefined, language);
  const std::string out = heading(report, language) + "\n" + option_table(report, language) + "\n" + found;
  return report.value.is_sure() ? out : out + factor_part(report, language);
}

}  // namespace groundwork
