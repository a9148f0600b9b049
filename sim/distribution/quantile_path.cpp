#include "sim/distribution/quantile_path.hpp"

#include <cmath>

#include "sim/distribution/gauss_legendre.hpp"

namespace groundwork {

namespace {

double normal_density(double z) {
  constexpr double inverse_sqrt_two_pi = 0.39894228040143267794;
  return inverse_sqrt_two_pi * std::exp(-0.5 * z * z);
}

double normal_below(double z) { return 0.5 * std::erfc(-z * std::sqrt(0.5)); }

struct Point {
  double w;      ///< Coordinate of the shape.
  double slope;  ///< dw/dz
};

/// The grid of one half, z = -reach … 0, and the normal's probability in each cell; the other half is its mirror image.
struct HalfGrid {
  double step;
  std::vector<double> densities;
  std::vector<double> masses;

  explicit HalfGrid(int cells) : step(TableForm::reach / cells) {
    double before = normal_below(-TableForm::reach);
    for (int i = 0; i <= cells; ++i) {
      const double z = -TableForm::reach + i * step;
      densities.push_back(normal_density(z));
      if (i == 0) continue;
      const double below = normal_below(z);
      masses.push_back(below - before);
      before = below;
    }
  }
};

/// The coordinate where the density from `from` on has integrated to `mass`, near `guess`; `slope` is dw/dz there
/// about.
double advance(const SmoothShape& shape, double from, double guess, double mass, double slope) {
  constexpr int rounds = 20;
  constexpr double close = 1e-7;  // in z; Newton's next error is its square
  const auto density = [&](double w) { return shape.density(w); };
  double w = guess;
  for (int round = 0; round < rounds; ++round) {
    const double missing = mass - gauss_legendre(from, w, density);
    const double correction = missing / shape.density(w);
    w += correction;
    if (!(std::abs(correction) > close * std::abs(slope))) break;
  }
  return w;
}

/// Follows one half from its end `start` to z = 0; `sign` is 1 if z ascends on the way, -1 if it descends.
std::vector<Point> follow(const SmoothShape& shape, const HalfGrid& grid, double start, double kept, double sign) {
  const auto slope_at = [&](double w, std::size_t i) { return kept * grid.densities[i] / shape.density(w); };
  std::vector<Point> points{{start, slope_at(start, 0)}};
  const double step = sign * grid.step;
  for (std::size_t i = 0; i < grid.masses.size(); ++i) {
    const Point& here = points.back();
    double guess = here.w + step * here.slope;
    if (i > 0) {  // the cubic through the last two points and their slopes
      const Point& last = points[i - 1];
      guess = 5.0 * last.w - 4.0 * here.w + step * (4.0 * here.slope + 2.0 * last.slope);
    }
    const double w = advance(shape, here.w, guess, sign * kept * grid.masses[i], here.slope);
    points.push_back({w, slope_at(w, i + 1)});
  }
  return points;
}

}  // namespace

std::optional<std::vector<QuantileNode>> quantile_path(const SmoothShape& shape, const Truncation& truncation,
                                                       int cells) {
  constexpr double largest_gap = 3e-10;
  const HalfGrid grid(cells / 2);
  const double end = normal_below(-TableForm::reach);
  const std::vector<Point> lower = follow(shape, grid, truncation.with_below(shape, end), truncation.kept(), 1.0);
  const std::vector<Point> upper = follow(shape, grid, truncation.with_above(shape, end), truncation.kept(), -1.0);
  const double gap = std::abs(lower.back().w - upper.back().w) * shape.density(lower.back().w) / truncation.kept();
  if (!(gap <= largest_gap)) return std::nullopt;

  std::vector<QuantileNode> nodes;
  const auto add = [&](const Point& point) {
    nodes.push_back({shape.value(point.w), shape.value_slope(point.w) * point.slope});
  };
  for (const Point& point : lower) add(point);
  for (std::size_t i = upper.size() - 1; i-- > 0;) add(upper[i]);
  return nodes;
}

}  // namespace groundwork
