#pragma once

#include <cstddef>

namespace groundwork {

/// ∫ integrand(w) dw over [from, to] by Gauss-Legendre quadrature with 4 points, exact for polynomials of degree 7.
/// Abscissae and weights: Abramowitz and Stegun, Handbook of Mathematical Functions, table 25.4.
template <class Integrand>
double gauss_legendre(double from, double to, Integrand&& integrand) {
  constexpr double abscissae[] = {0.339981043584856265, 0.861136311594052575};
  constexpr double weights[] = {0.652145154862546143, 0.347854845137453857};
  const double centre = 0.5 * (from + to), half = 0.5 * (to - from);
  double sum = 0.0;
  for (std::size_t i = 0; i < 2; ++i)
    sum += weights[i] * (integrand(centre - half * abscissae[i]) + integrand(centre + half * abscissae[i]));
  return half * sum;
}

}  // namespace groundwork
