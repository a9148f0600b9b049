#include "sim/distribution/positive_shapes.hpp"

#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

#include "sim/distribution/coordinate_inverse.hpp"
#include "sim/distribution/special_functions.hpp"

namespace groundwork {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

class WeibullShape final : public SmoothShape {
 public:
  WeibullShape(double shape, double scale) : shape_(shape), scale_(scale) {}
  double density(double w) const override { return std::exp(w - std::exp(w)); }
  double value(double w) const override { return scale_ * std::exp(w / shape_); }
  double value_slope(double w) const override { return value(w) / shape_; }
  double with_below(double p) const override { return std::log(-std::log1p(-p)); }
  double with_above(double p) const override { return std::log(-std::log(p)); }
  double below(double x) const override { return -std::expm1(-hazard(x)); }
  double above(double x) const override { return std::exp(-hazard(x)); }
  double lowest() const override { return 0.0; }
  double highest() const override { return infinity; }
  double mean() const override { return scale_ * boost::math::tgamma(1.0 + 1.0 / shape_); }
  double sd() const override {
    // Γ(1+2/k)/Γ(1+1/k)² - 1 without cancellation for large k
    const auto log_gamma = [](double above_one) { return std::log1p(boost::math::tgamma1pm1(above_one)); };
    return mean() * std::sqrt(std::expm1(log_gamma(2.0 / shape_) - 2.0 * log_gamma(1.0 / shape_)));
  }
  QuantileForm form(const KeptProbability& kept) const override { return WeibullForm{kept, scale_, 1.0 / shape_}; }

 private:
  double hazard(double x) const { return x > 0.0 ? std::pow(x / scale_, shape_) : 0.0; }
  double shape_, scale_;
};

class GammaShape final : public SmoothShape {
 public:
  GammaShape(double shape, double scale)
      : shape_(shape), scale_(scale), log_peak_(std::log(boost::math::gamma_p_derivative(shape, shape) * shape)) {}
  double density(double w) const override { return std::exp(log_peak_ + shape_ * (w - std::expm1(w))); }
  double value(double w) const override { return scale_ * shape_ * std::exp(w); }
  double value_slope(double w) const override { return value(w); }
  double with_below(double p) const override {
    return coordinate_where(
        p, [&](double w) { return below(value(w)); }, [&](double w) { return density(w); });
  }
  double with_above(double p) const override {
    return -coordinate_where(
        p, [&](double w) { return above(value(-w)); }, [&](double w) { return density(-w); });
  }
  double below(double x) const override {
    if (x <= 0.0) return 0.0;
    return x < infinity ? boost::math::gamma_p(shape_, x / scale_, DoublePrecision()) : 1.0;
  }
  double above(double x) const override {
    if (x <= 0.0) return 1.0;
    return x < infinity ? boost::math::gamma_q(shape_, x / scale_, DoublePrecision()) : 0.0;
  }
  double lowest() const override { return 0.0; }
  double highest() const override { return infinity; }
  double mean() const override { return shape_ * scale_; }
  double sd() const override { return std::sqrt(shape_) * scale_; }
  QuantileForm form(const KeptProbability&) const override { return TableForm{}; }

 private:
  double shape_, scale_;
  double log_peak_;  ///< Logarithm of the coordinate's density at 0, its mode.
};

}  // namespace

std::unique_ptr<const SmoothShape> weibull_shape(double shape, double scale) {
  return std::make_unique<WeibullShape>(shape, scale);
}

std::unique_ptr<const SmoothShape> gamma_shape(double shape, double scale) {
  return std::make_unique<GammaShape>(shape, scale);
}

}  // namespace groundwork
