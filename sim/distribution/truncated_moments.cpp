#include "sim/distribution/truncated_moments.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/distribution/gauss_legendre.hpp"

namespace groundwork {

namespace {

/// Coordinates that cut what is kept into pieces on which it is smooth: those of normal scores half a unit apart. The
/// square of an unbounded value may have its weight far beyond the probability's, so there the scores go out as far as
/// doubles hold their tail probabilities.
std::vector<double> pieces(const SmoothShape& shape, const Truncation& truncation) {
  constexpr double reach = 12.0, step = 0.5;
  const double upper_reach = std::isfinite(truncation.high()) ? reach : 37.0;
  std::vector<double> ends;
  const auto add = [&](double w) {
    if (std::isfinite(w) && (ends.empty() || w > ends.back())) ends.push_back(w);
  };
  const auto tail = [](double z) { return 0.5 * std::erfc(z * std::sqrt(0.5)); };
  if (std::isfinite(truncation.low())) add(truncation.with_below(shape, 0.0));
  for (double z = -reach; z < 0.0; z += step) add(truncation.with_below(shape, tail(-z)));
  for (double z = 0.0; z <= upper_reach; z += step) add(truncation.with_above(shape, tail(z)));
  if (std::isfinite(truncation.high())) add(truncation.with_above(shape, 0.0));
  return ends;
}

/// Each piece is integrated in quarters or, if it is long, in parts a quarter of the coordinate long: values that
/// follow the log-odds change over lengths of 1 however wide the distribution is.
template <class Integrand>
double over_pieces(const std::vector<double>& ends, Integrand&& integrand) {
  double sum = 0.0;
  for (std::size_t i = 1; i < ends.size(); ++i) {
    const double length = ends[i] - ends[i - 1];
    const int parts = static_cast<int>(std::clamp(std::ceil(4.0 * length), 4.0, 400.0));
    for (int part = 0; part < parts; ++part)
      sum += gauss_legendre(ends[i - 1] + length * part / parts, ends[i - 1] + length * (part + 1) / parts, integrand);
  }
  return sum;
}

}  // namespace

Moments truncated_moments(const SmoothShape& shape, const Truncation& truncation) {
  const std::vector<double> ends = pieces(shape, truncation);
  const double middle = shape.value(truncation.with_below(shape, 0.5));
  const double mass = over_pieces(ends, [&](double w) { return shape.density(w); });
  const double from_middle =
      over_pieces(ends, [&](double w) { return (shape.value(w) - middle) * shape.density(w); }) / mass;
  const double mean = middle + from_middle;
  const double variance = over_pieces(ends,
                                      [&](double w) {
                                        const double distance = shape.value(w) - mean;
                                        return distance * distance * shape.density(w);
                                      }) /
                          mass;
  return {.mean = mean, .sd = std::sqrt(variance)};
}

}  // namespace groundwork
