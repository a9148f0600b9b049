#include "sim/distribution/truncation.hpp"

#include <algorithm>

namespace groundwork {

namespace {

double kept_between(const SmoothShape& shape, double low, double high) {
  if (!(low < high)) return 0.0;
  const double below_high = shape.below(high), above_low = shape.above(low);
  if (below_high < 0.5) return below_high - shape.below(low);
  if (above_low < 0.5) return above_low - shape.above(high);
  return 1.0 - shape.below(low) - shape.above(high);
}

}  // namespace

Truncation::Truncation(const SmoothShape& shape, double low, double high)
    : low_(std::max(low, shape.lowest())),
      high_(std::min(high, shape.highest())),
      below_(shape.below(low_)),
      above_(shape.above(high_)),
      kept_(kept_between(shape, low_, high_)) {}

double Truncation::with_below(const SmoothShape& shape, double u) const {
  const double p = below_ + u * kept_;
  const double rest = above_ + (1.0 - u) * kept_;
  return p <= rest ? shape.with_below(p) : shape.with_above(rest);
}

double Truncation::with_above(const SmoothShape& shape, double u) const {
  const double p = above_ + u * kept_;
  const double rest = below_ + (1.0 - u) * kept_;
  return p <= rest ? shape.with_above(p) : shape.with_below(rest);
}

double Truncation::share_below(const SmoothShape& shape, double x) const {
  if (x <= low_) return 0.0;
  if (x >= high_) return 1.0;
  const double below = shape.below(x);
  return below <= 0.5 ? (below - below_) / kept_ : 1.0 - (shape.above(x) - above_) / kept_;
}

}  // namespace groundwork
