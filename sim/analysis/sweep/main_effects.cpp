#include "sim/analysis/sweep/main_effects.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace groundwork {

namespace {

LevelMean& level_of(MainEffect& effect, const std::string& level) {
  const auto known = std::ranges::find(effect.levels, level, &LevelMean::level);
  if (known != effect.levels.end()) return *known;
  return effect.levels.emplace_back(LevelMean{level, 0, 0.0, 0.0});
}

MainEffect effect_of(const Sweep& sweep, std::size_t factor, std::size_t figure) {
  MainEffect effect{factor, figure, {}};
  for (const SweepPoint& point : sweep.points) {
    LevelMean& level = level_of(effect, factor_value(sweep.head, point, factor));
    const Summary& summary = point.figures[figure];
    if (!std::isfinite(summary.mean)) continue;
    ++level.points;
    level.mean += summary.mean;
    level.standard_error += summary.standard_error;
  }
  for (LevelMean& level : effect.levels) {
    const double count = level.points > 0 ? static_cast<double>(level.points) : Summary::unknown;
    level.mean /= count;
    level.standard_error /= count;
  }
  return effect;
}

/// Unknown spans last.
double order_of(const MainEffect& effect) {
  const double span = effect.span();
  return std::isfinite(span) ? -span : std::numeric_limits<double>::infinity();
}

}  // namespace

double MainEffect::span() const {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const LevelMean& level : levels) {
    if (!std::isfinite(level.mean)) continue;
    low = std::min(low, level.mean);
    high = std::max(high, level.mean);
  }
  return low <= high ? high - low : Summary::unknown;
}

std::vector<MainEffect> main_effects(const Sweep& sweep) {
  std::vector<MainEffect> effects;
  if (sweep.head.design != name(SweepKind::grid)) return effects;
  for (std::size_t figure = 0; figure < sweep.head.figures.size(); ++figure) {
    const std::ptrdiff_t first = std::ssize(effects);
    for (std::size_t factor = 0; factor < sweep.head.factors.size(); ++factor)
      effects.push_back(effect_of(sweep, factor, figure));
    std::ranges::stable_sort(effects.begin() + first, effects.end(), {}, order_of);
  }
  return effects;
}

}  // namespace groundwork
