#include "sim/distribution/continuous_law.hpp"

#include <algorithm>
#include <utility>

#include "sim/distribution/law.hpp"
#include "sim/distribution/quantile_table.hpp"
#include "sim/distribution/truncated_moments.hpp"

namespace groundwork {

namespace {

class ContinuousLaw final : public Distribution::Law {
 public:
  ContinuousLaw(std::unique_ptr<const SmoothShape> shape, const Truncation& truncation, QuantileForm form,
                std::string text)
      : shape_(std::move(shape)),
        truncation_(truncation),
        form_(std::move(form)),
        text_(std::move(text)),
        moments_(truncation_.is_whole() ? Moments{shape_->mean(), shape_->sd()}
                                        : truncated_moments(*shape_, truncation_)) {}

  double quantile(double u) const override {
    if (u <= 0.0) return lowest();
    if (u >= 1.0) return highest();
    return std::clamp(shape_->value(truncation_.with_below(*shape_, u)), lowest(), highest());
  }
  double cdf(double x) const override { return truncation_.share_below(*shape_, x); }
  double mean() const override { return moments_.mean; }
  double sd() const override { return moments_.sd; }
  double lowest() const override { return truncation_.low(); }
  double highest() const override { return truncation_.high(); }
  std::string text() const override { return text_; }
  const QuantileForm& form() const override { return form_; }

 private:
  std::unique_ptr<const SmoothShape> shape_;
  Truncation truncation_;
  QuantileForm form_;
  std::string text_;
  Moments moments_;
};

}  // namespace

LawPointer continuous_law(std::unique_ptr<const SmoothShape> shape, const Truncation& truncation, std::string text) {
  QuantileForm form = shape->form(truncation.probability());
  if (std::holds_alternative<TableForm>(form)) {
    std::optional<TableForm> table = tabulate_quantiles(*shape, truncation);
    if (!table) return nullptr;
    form = std::move(*table);
  }
  return std::make_shared<ContinuousLaw>(std::move(shape), truncation, std::move(form), std::move(text));
}

}  // namespace groundwork
