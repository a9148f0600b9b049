#include "sim/report/comparison/dominance_text.hpp"

#include <fmt/format.h>

#include <utility>

#include "sim/base/text.hpp"
#include "sim/report/comparison/comparison_words.hpp"
#include "sim/report/option_label.hpp"

namespace groundwork {

namespace {

/// Figures in which the dominance of the option and the first, of both orders, is as asked; none: an empty line.
std::string line(const Comparison& comparison, std::size_t option, const Words& what, const Dominance& asked,
                 Language language) {
  std::vector<std::string> names;
  for (const FigureComparison& figure : comparison.figures) {
    if (figure.dominance.empty()) continue;
    const Dominance& found = figure.dominance[option - 1];
    if (found.first_order == asked.first_order && found.second_order == asked.second_order)
      names.push_back(figure_name(figure, language));
  }
  if (names.empty()) return "";
  return Words{fmt::format("  {}: {}\n", what.en, joined(names, ", ")),
               fmt::format("  {}：{}\n", what.zh, joined(names, "、"))}
      .in(language);
}

std::string option_lines(const Comparison& comparison, std::size_t option, Language language) {
  const std::string one = option_label(comparison.options, option, language),
                    first = option_label(comparison.options, 0, language);
  const auto add = [&](const Words& what, Dominates first_order, Dominates second_order) {
    return line(comparison, option, what, {first_order, second_order}, language);
  };
  std::string out;
  for (const auto& [who, side] : {std::pair{one, Dominates::option}, {first, Dominates::baseline}}) {
    const Words second_only{who + ", second order only", who + "仅二阶占优"};
    out += add({who + ", first order", who + "一阶占优"}, side, side);
    out += add(second_only, Dominates::neither, side);
    out += add(second_only, Dominates::same, side);
  }
  out += add({"neither", "互不占优"}, Dominates::neither, Dominates::neither);
  out += add({"neither in the first order, the same in the second", "一阶互不占优，二阶相同"}, Dominates::neither,
             Dominates::same);
  const Words title{fmt::format("Which dominates, {} or {}:\n", one, first),
                    fmt::format("随机占优，{}与{}相比：\n", one, first)};
  return out.empty() ? "" : title.in(language) + out;
}

}  // namespace

std::string dominance_text(const Comparison& comparison, Language language) {
  std::string out;
  for (std::size_t option = 1; option < comparison.options.size(); ++option)
    out += option_lines(comparison, option, language);
  if (out.empty()) return "";
  const bool is_mc = comparison.run.sampler == Sampler::mc;
  const auto tolerated = is_mc ? tolerated_errors : tolerated_errors_randomised;
  return out + Words{fmt::format("  (differences up to {} standard errors count as none)\n\n", tolerated),
                     fmt::format("  （{} 倍标准误以内的差异视为无差异）\n\n", tolerated)}
                   .in(language);
}

}  // namespace groundwork
