#include "sim/distribution/step_law.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "sim/base/diagnostics.hpp"
#include "sim/distribution/law.hpp"

namespace groundwork {

namespace {

/// Ascending, one entry for each value, none without weight.
std::vector<WeightedValue> merged(std::vector<WeightedValue> values) {
  std::erase_if(values, [](const WeightedValue& entry) { return !(entry.weight > 0.0); });
  std::ranges::sort(values, {}, &WeightedValue::value);
  std::vector<WeightedValue> out;
  for (const WeightedValue& entry : values) {
    if (out.empty() || out.back().value != entry.value)
      out.push_back(entry);
    else
      out.back().weight += entry.weight;
  }
  return out;
}

class StepLaw final : public Distribution::Law {
 public:
  StepLaw(const std::vector<WeightedValue>& values, std::string text) : text_(std::move(text)) {
    for (const WeightedValue& entry : values) {
      values_.push_back(entry.value);
      total_ += entry.weight;
      cumulative_.push_back(total_);
      mean_ += (entry.value - mean_) * (entry.weight / total_);
    }
    double variance = 0.0;
    for (const WeightedValue& entry : values) {
      const double distance = entry.value - mean_;
      variance += distance * distance * (entry.weight / total_);
    }
    sd_ = std::sqrt(variance);
    for (double& sum : cumulative_) sum /= total_;
    cumulative_.back() = 1.0;
    const std::size_t padded = std::bit_ceil(values_.size());
    StepForm form{values_, cumulative_};
    form.values.resize(padded, values_.back());
    form.cumulative.resize(padded, 1.0);
    form_ = std::move(form);
  }

  double quantile(double u) const override {
    const auto step = std::ranges::lower_bound(cumulative_, u);
    return values_[static_cast<std::size_t>(step - cumulative_.begin())];
  }
  double cdf(double x) const override {
    const auto above = std::ranges::upper_bound(values_, x) - values_.begin();
    return above == 0 ? 0.0 : cumulative_[static_cast<std::size_t>(above - 1)];
  }
  double mean() const override { return mean_; }
  double sd() const override { return sd_; }
  double lowest() const override { return values_.front(); }
  double highest() const override { return values_.back(); }
  std::string text() const override { return text_; }
  const QuantileForm& form() const override { return form_; }

 private:
  std::vector<double> values_, cumulative_;
  double total_ = 0.0, mean_ = 0.0, sd_ = 0.0;
  std::string text_;
  QuantileForm form_;
};

}  // namespace

LawPointer step_law(std::vector<WeightedValue> values, std::string text) {
  const std::vector<WeightedValue> entries = merged(std::move(values));
  check(!entries.empty(), "step_law: no value has weight");
  if (entries.size() == 1) return fixed_law(entries.front().value);
  return std::make_shared<StepLaw>(entries, std::move(text));
}

}  // namespace groundwork
