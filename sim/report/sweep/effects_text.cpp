#include "sim/report/sweep/effects_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/analysis/sweep/main_effects.hpp"
#include "sim/base/text.hpp"
#include "sim/report/sweep/sweep_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

constexpr std::size_t most_levels = 10;  // of a factor; of more, the first and the last are shown

const MainEffect& effect_of(const std::vector<MainEffect>& effects, std::size_t factor, std::size_t figure) {
  return *std::ranges::find_if(
      effects, [&](const MainEffect& effect) { return effect.factor == factor && effect.figure == figure; });
}

/// Rows of one factor.
void add_levels(TextGrid& grid, const Sweep& sweep, const std::vector<MainEffect>& factor,
                const std::vector<std::size_t>& figures, Language language) {
  constexpr std::size_t longest = 28;
  const std::size_t levels = factor.front().levels.size();
  for (std::size_t level = 0; level < levels; ++level) {
    const bool is_end = level == 0 || level + 1 == levels;
    if (levels > most_levels && !is_end) continue;
    const std::string& name = sweep.head.factors[factor.front().factor].name;
    std::vector<std::string> row{level == 0 ? name : "", shortened(factor.front().levels[level].level, longest)};
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const LevelMean& mean = factor[i].levels[level];
      row.push_back(figure_value(sweep.head.figures[figures[i]], mean.mean, language));
      row.push_back(figure_error(sweep.head.figures[figures[i]], mean.standard_error, language));
    }
    grid.add(std::move(row));
  }
}

/// Whether the levels' means differ by more than rounding.
bool does_move(const MainEffect& effect) {
  constexpr double rounding = 1e-12;  // sums of some thousand terms keep about 13 digits
  double largest = 0.0;
  for (const LevelMean& level : effect.levels)
    if (std::isfinite(level.mean)) largest = std::max(largest, std::fabs(level.mean));
  return std::isfinite(effect.span()) && effect.span() > rounding * largest;
}

/// "rollout.plan_factor (by 523.1 CNY bn)"
std::string span_in_words(const Sweep& sweep, const MainEffect& effect, Language language) {
  const std::string span = figure_difference(sweep.head.figures[effect.figure], effect.span(), language);
  const std::string& factor = sweep.head.factors[effect.factor].name;
  return Words{fmt::format("{} (by {})", factor, span), fmt::format("{}（变动幅度 {}）", factor, span)}.in(language);
}

/// "tco moves most with rollout.plan_factor (by 523.1 CNY bn), then with sharing.enabled (by 41.0 CNY bn), not with …."
std::string span_line(const Sweep& sweep, const std::vector<MainEffect>& effects, std::size_t figure,
                      Language language) {
  std::vector<std::string> moving, others;
  for (const MainEffect& effect : effects) {
    if (effect.figure != figure) continue;
    if (does_move(effect))
      moving.push_back(span_in_words(sweep, effect, language));
    else
      others.push_back(sweep.head.factors[effect.factor].name);
  }
  if (moving.empty()) return "";
  const std::string what = figure_name(sweep.head.figures[figure], language);
  return Words{fmt::format("{} moves most with {}{}{}.\n", what, joined(moving, ", then with "),
                           others.empty() ? "" : ", not with ", joined(others, " or ")),
               fmt::format("影响{}的参数由大到小：{}{}{}。\n", what, joined(moving, "、"),
                           others.empty() ? "" : "；没有影响的参数：", joined(others, "、"))}
      .in(language);
}

}  // namespace

std::string effects_text(const Sweep& sweep, const std::vector<std::size_t>& figures, Language language) {
  const std::vector<MainEffect> effects = main_effects(sweep);
  if (effects.empty() || sweep.head.factors.size() < 2 || figures.empty()) return "";
  std::vector<std::string> header{Words{"mean over the other factors", "参数（其他参数取平均）"}.in(language),
                                  Words{"at", "取值"}.in(language)};
  for (const std::size_t figure : figures) {
    header.push_back(figure_label(sweep.head.figures[figure], language));
    header.push_back(Words{"+- at most", "标准误上限"}.in(language));
  }
  TextGrid grid(header);
  for (std::size_t factor = 0; factor < sweep.head.factors.size(); ++factor) {
    std::vector<MainEffect> of_factor;
    for (const std::size_t figure : figures) of_factor.push_back(effect_of(effects, factor, figure));
    add_levels(grid, sweep, of_factor, figures, language);
  }
  std::string lines;
  for (const std::size_t figure : figures) lines += span_line(sweep, effects, figure, language);
  return grid.text() + "\n" + lines + "\n";
}

}  // namespace groundwork
