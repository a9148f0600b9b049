#include "sim/distribution/elementary_laws.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/base/text.hpp"
#include "sim/distribution/law.hpp"

namespace groundwork {

namespace {

class FixedLaw final : public Distribution::Law {
 public:
  explicit FixedLaw(double value) : value_(value), form_(FixedForm{value}) {}
  double quantile(double) const override { return value_; }
  double cdf(double x) const override { return x >= value_ ? 1.0 : 0.0; }
  double mean() const override { return value_; }
  double sd() const override { return 0.0; }
  double lowest() const override { return value_; }
  double highest() const override { return value_; }
  std::string text() const override { return number_text(value_); }
  const QuantileForm& form() const override { return form_; }

 private:
  double value_;
  QuantileForm form_;
};

class UniformLaw final : public Distribution::Law {
 public:
  UniformLaw(double low, double high, std::string text)
      : low_(low), high_(high), text_(std::move(text)), form_(UniformForm{low, high - low}) {}
  double quantile(double u) const override { return u < 1.0 ? std::min(low_ + u * (high_ - low_), high_) : high_; }
  double cdf(double x) const override { return std::clamp((x - low_) / (high_ - low_), 0.0, 1.0); }
  double mean() const override { return low_ + 0.5 * (high_ - low_); }
  double sd() const override { return (high_ - low_) / std::sqrt(12.0); }
  double lowest() const override { return low_; }
  double highest() const override { return high_; }
  std::string text() const override { return text_; }
  const QuantileForm& form() const override { return form_; }

 private:
  double low_, high_;
  std::string text_;
  QuantileForm form_;
};

class TriangularLaw final : public Distribution::Law {
 public:
  TriangularLaw(double low, double mode, double high, std::string text)
      : low_(low),
        mode_(mode),
        high_(high),
        text_(std::move(text)),
        form_(TriangularForm{.low = low,
                             .high = high,
                             .below_mode = (mode - low) / (high - low),
                             .rising = (high - low) * (mode - low),
                             .falling = (high - low) * (high - mode)}) {}
  double quantile(double u) const override {
    const auto& form = std::get<TriangularForm>(form_);
    const double x =
        u < form.below_mode ? low_ + std::sqrt(u * form.rising) : high_ - std::sqrt((1.0 - u) * form.falling);
    return std::clamp(x, low_, high_);
  }
  double cdf(double x) const override {
    const auto& form = std::get<TriangularForm>(form_);
    if (x <= low_) return 0.0;
    if (x >= high_) return 1.0;
    return x < mode_ ? (x - low_) * (x - low_) / form.rising : 1.0 - (high_ - x) * (high_ - x) / form.falling;
  }
  double mean() const override { return low_ + ((mode_ - low_) + (high_ - low_)) / 3.0; }
  double sd() const override {
    const double a = mode_ - low_, b = high_ - low_;
    return std::sqrt((a * a + b * b - a * b) / 18.0);
  }
  double lowest() const override { return low_; }
  double highest() const override { return high_; }
  std::string text() const override { return text_; }
  const QuantileForm& form() const override { return form_; }

 private:
  double low_, mode_, high_;
  std::string text_;
  QuantileForm form_;
};

}  // namespace

LawPointer fixed_law(double value) { return std::make_shared<FixedLaw>(value); }

LawPointer uniform_law(double low, double high, std::string text) {
  return std::make_shared<UniformLaw>(low, high, std::move(text));
}

LawPointer triangular_law(double low, double mode, double high, std::string text) {
  return std::make_shared<TriangularLaw>(low, mode, high, std::move(text));
}

}  // namespace groundwork
