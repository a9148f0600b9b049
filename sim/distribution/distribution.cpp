#include "sim/distribution/distribution.hpp"

#include <utility>

#include "sim/base/diagnostics.hpp"
#include "sim/distribution/elementary_laws.hpp"
#include "sim/distribution/law.hpp"

namespace groundwork {

Distribution::Distribution(double value) : law_(fixed_law(value)) {}

Distribution::Distribution(std::shared_ptr<const Law> law) : law_(std::move(law)) {
  check(law_ != nullptr, "Distribution: needs a law");
}

bool Distribution::is_fixed() const { return std::holds_alternative<FixedForm>(law_->form()); }

double Distribution::quantile(double u) const {
  check(u >= 0.0 && u <= 1.0, "Distribution::quantile: probability outside [0, 1]");
  return law_->quantile(u);
}

double Distribution::cdf(double x) const { return law_->cdf(x); }
double Distribution::mean() const { return law_->mean(); }
double Distribution::sd() const { return law_->sd(); }
double Distribution::lowest() const { return law_->lowest(); }
double Distribution::highest() const { return law_->highest(); }
std::string Distribution::text() const { return law_->text(); }

}  // namespace groundwork
