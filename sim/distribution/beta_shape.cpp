#include "sim/distribution/beta_shape.hpp"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

#include "sim/distribution/coordinate_inverse.hpp"
#include "sim/distribution/special_functions.hpp"

namespace groundwork {

namespace {

class BetaShape final : public SmoothShape {
 public:
  BetaShape(BetaExponents exponents, double low, double high)
      : alpha_(exponents.alpha),
        beta_(exponents.beta),
        low_(low),
        high_(high),
        share_(alpha_ / (alpha_ + beta_)),
        rest_(beta_ / (alpha_ + beta_)),
        log_odds_(std::log(alpha_ / beta_)),
        log_peak_(std::log(boost::math::ibeta_derivative(alpha_, beta_, share_) * share_ * rest_)) {}

  /// Proportional to p^alpha·(1-p)^beta, p the position; written in differences from the peak, without overflow.
  double density(double w) const override {
    const double exponent = w <= 0.0 ? alpha_ * w - (alpha_ + beta_) * std::log(rest_ + share_ * std::exp(w))
                                     : -beta_ * w - (alpha_ + beta_) * std::log(share_ + rest_ * std::exp(-w));
    return std::exp(log_peak_ + exponent);
  }
  double value(double w) const override {
    const Ends at = ends_at(w);
    return at.from_low < at.from_high ? low_ + (high_ - low_) * at.from_low : high_ - (high_ - low_) * at.from_high;
  }
  double value_slope(double w) const override {
    const double odds = std::exp(-std::abs(w + log_odds_));
    return (high_ - low_) * odds / ((1.0 + odds) * (1.0 + odds));
  }
  double with_below(double p) const override {
    return coordinate_where(
        p, [&](double w) { return below_position(ends_at(w)); }, [&](double w) { return density(w); });
  }
  double with_above(double p) const override {
    return -coordinate_where(
        p, [&](double w) { return above_position(ends_at(-w)); }, [&](double w) { return density(-w); });
  }
  double below(double x) const override { return below_position(ends_of(x)); }
  double above(double x) const override { return above_position(ends_of(x)); }
  double lowest() const override { return low_; }
  double highest() const override { return high_; }
  double mean() const override { return low_ + (high_ - low_) * share_; }
  double sd() const override { return (high_ - low_) * std::sqrt(share_ * rest_ / (alpha_ + beta_ + 1.0)); }
  QuantileForm form(const KeptProbability&) const override { return TableForm{}; }

 private:
  /// A position as its distances from the two ends, in units of the range: neither loses digits next to its end.
  struct Ends {
    double from_low, from_high;
  };
  Ends ends_at(double w) const {
    const double odds = std::exp(-std::abs(w + log_odds_));
    const double near = odds / (1.0 + odds), far = 1.0 / (1.0 + odds);
    return w + log_odds_ < 0.0 ? Ends{near, far} : Ends{far, near};
  }
  Ends ends_of(double x) const {
    const double width = high_ - low_;
    return {std::clamp((x - low_) / width, 0.0, 1.0), std::clamp((high_ - x) / width, 0.0, 1.0)};
  }
  double below_position(Ends at) const {
    return at.from_low < at.from_high ? boost::math::ibeta(alpha_, beta_, at.from_low, DoublePrecision())
                                      : boost::math::ibetac(beta_, alpha_, at.from_high, DoublePrecision());
  }
  double above_position(Ends at) const {
    return at.from_low < at.from_high ? boost::math::ibetac(alpha_, beta_, at.from_low, DoublePrecision())
                                      : boost::math::ibeta(beta_, alpha_, at.from_high, DoublePrecision());
  }

  double alpha_, beta_, low_, high_;
  double share_, rest_;  ///< The mean's position from low_ and from high_.
  double log_odds_;      ///< Of the mean's position.
  double log_peak_;      ///< Logarithm of the coordinate's density at 0, its mode.
};

}  // namespace

BetaExponents pert_exponents(double low, double mode, double high, double weight) {
  return {.alpha = 1.0 + weight * ((mode - low) / (high - low)), .beta = 1.0 + weight * ((high - mode) / (high - low))};
}

std::unique_ptr<const SmoothShape> beta_shape(BetaExponents exponents, double low, double high) {
  return std::make_unique<BetaShape>(exponents, low, high);
}

}  // namespace groundwork
