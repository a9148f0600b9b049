#include "sim/report/comparison/comparison_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/base/text.hpp"
#include "sim/report/amount.hpp"
#include "sim/report/comparison/comparison_words.hpp"
#include "sim/report/comparison/dominance_text.hpp"
#include "sim/report/comparison/place_tables.hpp"
#include "sim/report/display.hpp"
#include "sim/report/option_label.hpp"
#include "sim/report/run/console_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

std::string label(const FigureComparison& figure, Language language) {
  return labelled(figure_name(figure, language), difference_display(figure.metric, language).label, language);
}

void add_option_labels(const Comparison& comparison, Language language, std::vector<std::string>& header) {
  for (std::size_t option = 0; option < comparison.options.size(); ++option)
    header.push_back(option_label(comparison.options, option, language));
}

std::string no_input_line(const std::vector<ComparedOption>& options, Language language) {
  const bool are_same = std::ranges::all_of(
      options, [&](const ComparedOption& option) { return option.digest == options.front().digest; });
  if (are_same) return Words{"All inputs are the same.\n", "输入完全相同。\n"}.in(language);
  return Words{"Inputs differ in what a file holds or in correlations; all others are the same.\n",
               "仅数据文件的内容或相关系数不同，其余输入完全相同。\n"}
      .in(language);
}

std::vector<std::string> input_row(const InputDifference& input, Language language) {
  constexpr std::size_t longest = 40;
  const Words same{"same", "相同"}, not_set{"not set", "未设置"};
  std::vector<std::string> row{labelled(input.key, input.unit, language)};
  for (std::size_t i = 0; i < input.values.size(); ++i) {
    const std::string& value = input.values[i];
    const bool is_first = i > 0 && value == input.values.front();
    row.push_back(is_first ? same.in(language) : value.empty() ? not_set.in(language) : shortened(value, longest));
  }
  return row;
}

/// Inputs with a column for each option; "same" as the first.
std::string input_table(const Comparison& comparison, Language language) {
  if (comparison.inputs.empty()) return no_input_line(comparison.options, language);
  std::vector<std::string> header{Words{"inputs that differ", "不同的输入"}.in(language)};
  add_option_labels(comparison, language, header);
  TextGrid grid(header);
  for (const InputDifference& input : comparison.inputs) grid.add(input_row(input, language));
  return grid.text();
}

/// How much pairing gained, or why there is nothing to gain.
std::string gain_text(const PairedDifference& paired, Language language) {
  const Summary& difference = paired.difference;
  if (difference.defined > 0 && difference.minimum == 0.0 && difference.maximum == 0.0)
    return Words{"no difference", "无差异"}.in(language);
  if (paired.is_constant) return Words{"constant", "恒定"}.in(language);
  if (!std::isfinite(paired.pairing_gain)) return "";
  const std::string times = paired.pairing_gain < 100.0 ? fmt::format("{:.1f}", paired.pairing_gain)
                                                        : grouped(std::llround(paired.pairing_gain));
  return times + Words{" x", " 倍"}.in(language);
}

std::vector<std::string> difference_header(const std::string& title, Language language) {
  const Words period{"period", "时段"}, mean{"mean", "均值"}, error{"+- error", "标准误"};
  const Words better{"better", "更优"}, same{"the same", "相同"}, gain{"pairing gains", "配对增益"};
  return {title,
          period.in(language),
          "P5",
          "P50",
          "P95",
          mean.in(language),
          error.in(language),
          better.in(language),
          same.in(language),
          gain.in(language)};
}

std::string difference_table(const Comparison& comparison, std::size_t option, Language language) {
  TextGrid grid(difference_header(difference_label(comparison, option, language), language));
  for (const FigureComparison& figure : comparison.figures) {
    const PairedDifference& paired = figure.differences[option - 1];
    const Summary& difference = paired.difference;
    const Display display = difference_display(figure.metric, language);
    const auto show = [&](double value) { return display_value(value, display, language); };
    Display finer = display;
    finer.decimals += 2;
    grid.add({label(figure, language), period_label(figure.period, language), show(difference.quantile[Summary::p05]),
              show(difference.quantile[Summary::p50]), show(difference.quantile[Summary::p95]), show(difference.mean),
              display_value(difference.standard_error, finer, language), percent(paired.better.mean, language),
              percent(paired.equal_share, language), gain_text(paired, language)});
  }
  return grid.text();
}

std::string sentences(const Comparison& comparison, Language language) {
  constexpr std::size_t most = 6;  // more are no longer read
  if (comparison.figures.size() > most) return "";
  std::string out;
  for (std::size_t option = 1; option < comparison.options.size(); ++option)
    for (const FigureComparison& figure : comparison.figures)
      out += difference_sentence(comparison, figure, option, language) + "\n";
  return out + "\n";
}

/// Mean regrets, where there are any.
std::string regret_table(const Comparison& comparison, Language language) {
  std::vector<std::string> header{Words{"expected regret", "平均后悔值"}.in(language),
                                  Words{"period", "时段"}.in(language)};
  add_option_labels(comparison, language, header);
  TextGrid grid(header);
  for (const FigureComparison& figure : comparison.figures) {
    std::vector<std::string> row{label(figure, language), period_label(figure.period, language)};
    bool is_any = false;
    for (const Regret& regret : figure.regrets) {
      row.push_back(display_value(regret.regret.mean, difference_display(figure.metric, language), language));
      is_any |= regret.regret.maximum > 0.0;
    }
    if (is_any) grid.add(std::move(row));
  }
  return grid.has_rows() ? grid.text() + "\n" : "";
}

/// Figures of which some pairs are undefined.
std::string left_out_line(const Comparison& comparison, Language language) {
  std::vector<std::string> parts;
  for (std::size_t option = 1; option < comparison.options.size(); ++option)
    for (const FigureComparison& figure : comparison.figures) {
      const auto out = figure.differences[option - 1].difference.undefined;
      const std::string name = figure_name(figure, language), who = option_label(comparison.options, option, language);
      if (out > 0)
        parts.push_back(Words{fmt::format("{} of {} ({})", grouped(out), name, who),
                              fmt::format("{} {} 对（{}）", name, grouped(out), who)}
                            .in(language));
    }
  if (parts.empty()) return "";
  return Words{fmt::format("Pairs left out, undefined on either side: {}\n\n", joined(parts, ", ")),
               fmt::format("因任一方无数值而未计入的路径对：{}\n\n", joined(parts, "、"))}
      .in(language);
}

std::string heading(const Comparison& comparison, Language language) {
  std::string out;
  for (const auto& [name, title, path, digest] : comparison.options)
    out += Words{fmt::format("{}: {}\n", name, title.en), fmt::format("{}：{}\n", name, title.zh)}.in(language);
  const std::string paths = grouped(comparison.run.paths);
  const std::string sampler = sampler_label(comparison.run.sampler, language);
  return out + Words{fmt::format("{} paths of each, seed {}, {}\n\n", paths, comparison.run.seed, sampler),
                     fmt::format("每个情景 {} 条路径，种子 {}，{}\n\n", paths, comparison.run.seed, sampler)}
                   .in(language);
}

}  // namespace

std::string comparison_table(const Comparison& comparison, Language language) {
  std::string out =
      heading(comparison, language) + input_table(comparison, language) + "\n" + sentences(comparison, language);
  for (std::size_t option = 1; option < comparison.options.size(); ++option)
    out += difference_table(comparison, option, language) + "\n";
  return out + left_out_line(comparison, language) + regret_table(comparison, language) +
         dominance_text(comparison, language) + place_tables(comparison, language);
}

}  // namespace groundwork
