#pragma once

#include <cstddef>
#include <variant>

#include "sim/distribution/distribution.hpp"
#include "sim/distribution/quantile_functions.hpp"

namespace groundwork {

/// A distribution's quantile function for kernels: made once at load, then evaluated from many threads. Results differ
/// from the distribution's by at most 1e-8 of probability for u in [1e-9, 1 - 1e-9] besides the rounding
/// of the value itself (which is large only next to a bound off zero at which the density is unbounded), never decrease
/// by more than rounding as u grows, never leave [lowest, highest], and have the same bits at every width.
class QuantileKernel {
 public:
  static constexpr int paths_per_tile = 8;

  explicit QuantileKernel(const Distribution& distribution);

  /// u in (0, 1).
  template <class Real>
  Real value(Real u) const {
    Real result = u;
    with_form(form_, [&](const auto& form) { result = bounded(quantile_value(form, u)); });
    return result;
  }

  /// Replaces the uniforms in `column` by values: 8 to a tile, tile t at column + t·stride.
  template <class Real>
  void apply(double* column, std::ptrdiff_t stride, int tiles) const {
    with_form(form_, [&](const auto& form) { apply_form<Real>(form, column, stride, tiles); });
  }

 private:
  /// As std::visit, which would bring code that throws, built for one instruction set and linked for all.
  template <class... Forms, class Work>
  static void with_form(const std::variant<Forms...>& form, const Work& work) {
    const auto try_one = [&work](const auto* found) {
      if (found != nullptr) work(*found);
    };
    (try_one(std::get_if<Forms>(&form)), ...);
  }

  template <class Real>
  Real bounded(Real x) const {
    return clamp(x, Real(low_), Real(high_));
  }

  template <class Real, class Form>
  void apply_form(const Form& form, double* column, std::ptrdiff_t stride, int tiles) const {
    for (int tile = 0; tile < tiles; ++tile) {
      double* const uniforms = column + tile * stride;
      for (int lane = 0; lane < paths_per_tile; lane += lanes_of<Real>)
        store(uniforms + lane, bounded(quantile_value(form, load<Real>(uniforms + lane))));
    }
  }

  QuantileForm form_;
  double low_;
  double high_;
};

}  // namespace groundwork
