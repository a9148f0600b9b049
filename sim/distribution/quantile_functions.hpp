#pragma once

#include "sim/distribution/quantile_form.hpp"
#include "sim/pack/gather.hpp"
#include "sim/pack/normal.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"  // GCC 12 warns of its own header (bug 105593)

/// The quantile functions as kernels evaluate them: u in (0, 1) to a value, with the same bits at every width.
namespace groundwork {

/// The probability that `u` stands for, counted from the nearer tail, where it loses no digits; in (0, 0.5].
template <class Real>
struct TailProbability {
  Mask<Real> is_below;
  Real probability;
};

template <class Real>
inline TailProbability<Real> tail_probability(const KeptProbability& map, Real u) {
  const Real below = Real(map.below) + Real(map.kept) * u;
  const Real above = Real(map.above) + Real(map.kept) * (Real(1.0) - u);
  const auto is_below = below <= above;
  return {is_below, select(is_below, below, above)};
}

template <class Real>
inline Real kept_score(const KeptProbability& map, Real u) {
  const TailProbability<Real> tail = tail_probability(map, u);
  const Real z = normal_quantile(tail.probability);
  return select(tail.is_below, z, -z);
}

template <class Real>
inline Real quantile_value(const FixedForm& form, Real) {
  return Real(form.value);
}

template <class Real>
inline Real quantile_value(const UniformForm& form, Real u) {
  return Real(form.low) + u * Real(form.width);
}

template <class Real>
inline Real quantile_value(const TriangularForm& form, Real u) {
  const auto rises = u < Real(form.below_mode);
  const Real square = select(rises, u * Real(form.rising), (Real(1.0) - u) * Real(form.falling));
  const Real distance = sqrt(square);
  return select(rises, Real(form.low) + distance, Real(form.high) - distance);
}

template <class Real>
inline Real quantile_value(const NormalForm& form, Real u) {
  return Real(form.mean) + Real(form.sd) * kept_score(form.kept, u);
}

template <class Real>
inline Real quantile_value(const LognormalForm& form, Real u) {
  return exp(Real(form.log_mean) + Real(form.log_sd) * kept_score(form.kept, u));
}

/// The hazard is -log of the probability above. Where that is 1 - p with a small p, the error of the difference cancels
/// in the quotient (Goldberg 1991, theorem 4, ACM Computing Surveys 23, 5-48).
template <class Real>
inline Real quantile_value(const WeibullForm& form, Real u) {
  const TailProbability<Real> tail = tail_probability(form.kept, u);
  const Real p = tail.probability;
  const Real rest = Real(1.0) - p;
  const Real lost = Real(1.0) - rest;
  const auto tiny = lost <= Real(0.0);
  const Real hazard = -log(select(tail.is_below, rest, p));
  const Real from_below = select(tiny, p, hazard * (p / select(tiny, Real(1.0), lost)));
  return Real(form.scale) * pow(select(tail.is_below, from_below, hazard), Real(form.exponent));
}

/// Counts the steps that lie below u by bisection; the number of rounds depends on the form only.
template <class Real>
inline Real quantile_value(const StepForm& form, Real u) {
  const double* const cumulative = form.cumulative.data();
  Real passed = Real(0.0);
  for (std::size_t stride = form.cumulative.size() / 2; stride > 0; stride /= 2) {
    const Real last = gather(cumulative, index_of(passed + Real(static_cast<double>(stride - 1))));
    passed = select(last < u, passed + Real(static_cast<double>(stride)), passed);
  }
  return gather(form.values.data(), index_of(passed));
}

template <class Real>
inline Real quantile_value(const TableForm& form, Real u) {
  const double cells = form.cells;
  const double per_cell = cells / (2.0 * TableForm::reach);
  const Real place = clamp((normal_quantile(u) + Real(TableForm::reach)) * Real(per_cell), Real(0.0), Real(cells));
  const Real cell = min(whole_part(place), Real(cells - 1.0));
  const Real t = place - cell;
  const auto index = index_of(cell + cell);
  const auto [value, slope, end, end_slope] = gather_quartet(form.nodes.data(), index);
  const Real rise = end - value;
  const Real cube = fma(Real(-2.0), rise, slope + end_slope);
  const Real square = rise - slope - cube;
  return fma(t, fma(t, fma(t, cube, square), slope), value);
}

}  // namespace groundwork

#pragma GCC diagnostic pop
