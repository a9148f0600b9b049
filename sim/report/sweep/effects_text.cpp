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
                const std::vector<std::size_t>& figures) {
  constexpr std::size_t longest = 28;
  const std::size_t levels = factor.front().levels.size();
  for (std::size_t level = 0; level < levels; ++level) {
    const bool is_end = level == 0 || level + 1 == levels;
    if (levels > most_levels && !is_end) continue;
    const std::string& name = sweep.head.factors[factor.front().factor].name;
    std::vector<std::string> row{level == 0 ? name : "", shortened(factor.front().levels[level].level, longest)};
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const LevelMean& mean = factor[i].levels[level];
      row.push_back(figure_value(sweep.head.figures[figures[i]], mean.mean));
      row.push_back(figure_error(sweep.head.figures[figures[i]], mean.standard_error));
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

/// "tco moves most with rollout.plan_factor (by 523.1 CNY bn), then with sharing.enabled (by 41.0 CNY bn), not with …."
std::string span_line(const Sweep& sweep, const std::vector<MainEffect>& effects, std::size_t figure) {
  std::vector<std::string> moving, others;
  for (const MainEffect& effect : effects) {
    if (effect.figure != figure) continue;
    const std::string& factor = sweep.head.factors[effect.factor].name;
    if (does_move(effect))
      moving.push_back(fmt::format("{} (by {})", factor, figure_amount(sweep.head.figures[figure], effect.span())));
    else
      others.push_back(factor);
  }
  if (moving.empty()) return "";
  return fmt::format("{} moves most with {}{}{}.\n", sweep.head.figures[figure].asked, joined(moving, ", then with "),
                     others.empty() ? "" : ", not with ", joined(others, " or "));
}

}  // namespace

std::string effects_text(const Sweep& sweep, const std::vector<std::size_t>& figures) {
  const std::vector<MainEffect> effects = main_effects(sweep);
  if (effects.empty() || sweep.head.factors.size() < 2 || figures.empty()) return "";
  std::vector<std::string> header{"mean over the other factors", "at"};
  for (const std::size_t figure : figures) {
    header.push_back(figure_label(sweep.head.figures[figure]));
    header.emplace_back("+- at most");
  }
  TextGrid grid(header);
  for (std::size_t factor = 0; factor < sweep.head.factors.size(); ++factor) {
    std::vector<MainEffect> of_factor;
    for (const std::size_t figure : figures) of_factor.push_back(effect_of(effects, factor, figure));
    add_levels(grid, sweep, of_factor, figures);
  }
  std::string lines;
  for (const std::size_t figure : figures) lines += span_line(sweep, effects, figure);
  return grid.text() + "\n" + lines + "\n";
}

}  // namespace groundwork
