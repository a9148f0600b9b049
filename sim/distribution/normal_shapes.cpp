#include "sim/distribution/normal_shapes.hpp"

#include <cmath>
#include <limits>

#include "sim/pack/normal.hpp"

namespace groundwork {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double probability_below(double z) { return 0.5 * std::erfc(-z * std::sqrt(0.5)); }

double score(double p) {
  if (p <= 0.0) return -infinity;
  return p < 1.0 ? normal_quantile(p) : infinity;
}

/// What the two have in common: a standard normal coordinate.
class NormalCoordinate : public SmoothShape {
 public:
  double density(double w) const final {
    constexpr double inverse_sqrt_two_pi = 0.39894228040143267794;
    return inverse_sqrt_two_pi * std::exp(-0.5 * w * w);
  }
  double with_below(double p) const final { return score(p); }
  double with_above(double p) const final { return -score(p); }
  double highest() const final { return infinity; }
};

class NormalShape final : public NormalCoordinate {
 public:
  NormalShape(double mean, double sd) : mean_(mean), sd_(sd) {}
  double value(double w) const override { return mean_ + sd_ * w; }
  double value_slope(double) const override { return sd_; }
  double below(double x) const override { return probability_below((x - mean_) / sd_); }
  double above(double x) const override { return probability_below((mean_ - x) / sd_); }
  double lowest() const override { return -infinity; }
  double mean() const override { return mean_; }
  double sd() const override { return sd_; }
  QuantileForm form(const KeptProbability& kept) const override { return NormalForm{kept, mean_, sd_}; }

 private:
  double mean_, sd_;
};

class LognormalShape final : public NormalCoordinate {
 public:
  LognormalShape(double log_mean, double log_sd) : log_mean_(log_mean), log_sd_(log_sd) {}
  double value(double w) const override { return std::exp(log_mean_ + log_sd_ * w); }
  double value_slope(double w) const override { return log_sd_ * value(w); }
  double below(double x) const override {
    return x > 0.0 ? probability_below((std::log(x) - log_mean_) / log_sd_) : 0.0;
  }
  double above(double x) const override {
    return x > 0.0 ? probability_below((log_mean_ - std::log(x)) / log_sd_) : 1.0;
  }
  double lowest() const override { return 0.0; }
  double mean() const override { return std::exp(log_mean_ + 0.5 * log_sd_ * log_sd_); }
  double sd() const override { return mean() * std::sqrt(std::expm1(log_sd_ * log_sd_)); }
  QuantileForm form(const KeptProbability& kept) const override { return LognormalForm{kept, log_mean_, log_sd_}; }

 private:
  double log_mean_, log_sd_;
};

}  // namespace

std::unique_ptr<const SmoothShape> normal_shape(double mean, double sd) {
  return std::make_unique<NormalShape>(mean, sd);
}

std::unique_ptr<const SmoothShape> lognormal_shape(double log_mean, double log_sd) {
  return std::make_unique<LognormalShape>(log_mean, log_sd);
}

}  // namespace groundwork
