#include "sim/pack/native.hpp"
#include "sim/pack/normal.hpp"
#include "tests/sim/pack/probe.hpp"

namespace groundwork {

template <>
std::vector<double> pack_probe<native_isa>(const std::vector<double>& x) {
  constexpr int functions = 13;
  const std::size_t n = x.size();
  std::vector<double> out(functions * n);
  for (std::size_t i = 0; i < n; i += lanes_of<Native>) {
    const Native v = load<Native>(&x[i]);
    const Native u = clamp(abs(v) / Native(1000.0), Native(1e-16), Native(1.0 - 1e-16));
    const Native results[functions] = {exp(v),
                                       log(abs(v) + 1e-300),
                                       pow(abs(v) + 0.5, v / 50.0),
                                       erfc(v / 20.0),
                                       normal_quantile(u),
                                       normal_cdf(v / 10.0),
                                       min(v, -v),
                                       max(v, Native(3.0)),
                                       sqrt(abs(v)),
                                       fma(v, v + 1.0, -(v * v)),
                                       select(v < 0.0, v * v, v + 1.0),
                                       select(v >= 5.0, v / 3.0, -v),
                                       clamp(v, Native(-1.0), Native(1.0))};
    for (std::size_t f = 0; f < functions; ++f) store(&out[f * n + i], results[f]);
  }
  return out;
}

}  // namespace groundwork
