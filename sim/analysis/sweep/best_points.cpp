#include "sim/analysis/sweep/best_points.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/analysis/sweep/pareto_front.hpp"

namespace groundwork {

namespace {

constexpr double rounding = 1e-12;  // sums of some thousand terms keep about 13 digits

Spread spread_of(const Sweep& sweep, std::size_t figure) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const SweepPoint& point : sweep.points) {
    const double mean = point.figures[figure].mean;
    if (!std::isfinite(mean)) continue;
    low = std::min(low, mean);
    high = std::max(high, mean);
  }
  if (low > high) return Spread::undefined;
  return high - low <= rounding * std::max(std::fabs(low), std::fabs(high)) ? Spread::constant : Spread::varies;
}

/// Which way is wanted: as the front says, else as the metric does.
Better direction(const SweepFigure& figure) {
  return figure.pareto == Better::neither ? figure.metric.better : figure.pareto;
}

BestPoint best_of(const Sweep& sweep, std::size_t figure) {
  BestPoint best{figure, spread_of(sweep, figure), 0, 0};
  const Better better = direction(sweep.head.figures[figure]);
  if (best.spread != Spread::varies || better == Better::neither) return best;
  const double sign = better == Better::higher ? 1.0 : -1.0;
  const auto gain = [&](const SweepPoint& point) {
    const double mean = point.figures[figure].mean;
    return std::isfinite(mean) ? sign * mean : -std::numeric_limits<double>::infinity();
  };
  const auto found = std::ranges::max_element(sweep.points, {}, gain);
  best.point = static_cast<std::size_t>(found - sweep.points.begin());
  const double errors = told_apart_errors(sweep);
  const auto is_equal = [&](const SweepPoint& point) {
    const double error = std::hypot(point.figures[figure].standard_error, found->figures[figure].standard_error);
    return std::isfinite(point.figures[figure].mean) && !(gain(*found) - gain(point) > errors * error);
  };
  best.equals = std::ranges::count_if(sweep.points, is_equal) - 1;
  return best;
}

}  // namespace

std::vector<BestPoint> best_points(const Sweep& sweep) {
  std::vector<BestPoint> found;
  for (std::size_t figure = 0; figure < sweep.head.figures.size(); ++figure) found.push_back(best_of(sweep, figure));
  return found;
}

}  // namespace groundwork
