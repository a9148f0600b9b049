#include "sim/distribution/quantile_kernel.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>

#include "sim/distribution/law.hpp"
#include "tests/sim/distribution/made.hpp"
#include "tests/sim/distribution/quantile_probe.hpp"

namespace groundwork {

namespace {

std::vector<Distribution> many_shapes() {
  return {made("uniform", {{"min", 3}, {"max", 4}}),
          made("triangular", {{"min", 3}, {"mode", 3}, {"max", 4}}),
          made("triangular", {{"min", 3}, {"mode", 3.2}, {"max", 4}}),
          made("pert", {{"min", 0}, {"mode", 2}, {"max", 4}}),
          made("pert", {{"min", 130e3}, {"mode", 153e3}, {"max", 190e3}}),
          made("pert", {{"min", 0}, {"mode", 0}, {"max", 4}}),
          made("pert", {{"min", 0}, {"mode", 4}, {"max", 4}}),
          made("pert", {{"min", 0}, {"mode", 1}, {"max", 4}, {"weight", 0.5}}),
          made("pert", {{"min", 0}, {"mode", 1}, {"max", 4}, {"weight", 100}}),
          made("pert", {{"min", 0}, {"mode", 4}, {"max", 4}, {"weight", 100}}),
          made("beta", {{"alpha", 0.5}, {"beta", 0.5}}),
          made("beta", {{"alpha", 0.1}, {"beta", 3}}),
          made("beta", {{"alpha", 1e4}, {"beta", 1e4}}),
          made("beta", {{"alpha", 0.1}, {"beta", 1e4}}),
          made("beta", {{"alpha", 0.1}, {"beta", 0.1}, {"max", 0.999}}),
          made("beta", {{"alpha", 5}, {"beta", 2}, {"min", 0.1}, {"max", 0.2}}),
          made("gamma", {{"shape", 0.1}, {"scale", 2}}),
          made("gamma", {{"shape", 0.5}, {"scale", 2}}),
          made("gamma", {{"shape", 1}, {"scale", 2}}),
          made("gamma", {{"shape", 50}, {"scale", 2}}),
          made("gamma", {{"shape", 1e4}, {"scale", 2}}),
          made("gamma", {{"shape", 2}, {"scale", 1}, {"min", 15}}),
          made("gamma", {{"shape", 2}, {"scale", 1}, {"min", 1}, {"max", 1.001}}),
          made("weibull", {{"shape", 1.5}, {"scale", 2}}),
          made("weibull", {{"shape", 1.5}, {"scale", 2}, {"min", 1}, {"max", 3}}),
          made("weibull", {{"shape", 1.5}, {"scale", 2}, {"min", 9}}),
          made("lognormal", {{"mean", 2}, {"sd", 3}}),
          made("lognormal", {{"mean", 2}, {"sd", 3}, {"min", 1}, {"max", 9}}),
          made("normal", {{"mean", 2}, {"sd", 3}}),
          made("normal", {{"mean", 0}, {"sd", 1}, {"min", 4.5}}),
          made("normal", {{"mean", 0}, {"sd", 1}, {"max", -4.5}}),
          made("truncated_normal", {{"mean", 0}, {"sd", 1}, {"min", -1}, {"max", 3}})};
}

/// 24,000 probabilities in (0, 1), ascending, as many for each factor of ten down to 1e-9 from either end.
std::vector<double> probabilities() {
  constexpr int half = 12000;
  std::vector<double> u;
  for (int i = 0; i < half; ++i) {
    const double near = 0.5 * std::pow(2e-9, 1.0 - i / (half - 1.0));
    u.push_back(near);
    u.push_back(1.0 - near);
  }
  std::ranges::sort(u);
  return u;
}

std::vector<double> run_probe(Isa isa, const QuantileKernel& kernel, const std::vector<double>& u) {
  switch (isa) {
    case Isa::scalar:
      return quantile_probe<Isa::scalar>(kernel, u);
    case Isa::avx2:
      return quantile_probe<Isa::avx2>(kernel, u);
    case Isa::avx512:
      return quantile_probe<Isa::avx512>(kernel, u);
  }
  return {};
}

}  // namespace

TEST_CASE("kernels' quantiles are within 1e-8 of probability") {
  const std::vector<double> u = probabilities();
  for (const Distribution& distribution : many_shapes()) {
    INFO(distribution.text());
    const std::vector<double> x = run_probe(available_isas().back(), QuantileKernel(distribution), u);
    double worst = 0.0;
    for (std::size_t i = 0; i < u.size(); ++i) worst = std::max(worst, std::abs(distribution.cdf(x[i]) - u[i]));
    CHECK(worst <= 1e-8);
  }
}

TEST_CASE("kernels' quantiles increase but for rounding, and stay within the support") {
  std::vector<double> u = probabilities();
  for (int i = 0; i < 8; ++i) u.insert(u.begin(), 0x1p-53);
  u.insert(u.end(), 8, 1.0 - 0x1p-53);
  for (const Distribution& distribution : many_shapes()) {
    INFO(distribution.text());
    const std::vector<double> x = run_probe(Isa::scalar, QuantileKernel(distribution), u);
    bool increases = true;
    for (std::size_t i = 1; i < x.size(); ++i) increases &= x[i] >= x[i - 1] - 1e-15 * std::abs(x[i - 1]);
    CHECK(increases);
    CHECK(std::ranges::min(x) >= distribution.lowest());
    CHECK(std::ranges::max(x) <= distribution.highest());
  }
}

TEST_CASE("kernels' quantiles are exact at the ends of what can be drawn") {
  for (const Distribution& distribution : many_shapes()) {
    INFO(distribution.text());
    const QuantileKernel kernel(distribution);
    const double width = distribution.quantile(0.99) - distribution.quantile(0.01);
    for (const double u : {0x1p-53, 1.0 - 0x1p-53}) {
      const double exact = distribution.quantile(u);
      CHECK(kernel.value(u) ==
            Approx(exact).epsilon(1e-6 * width / std::max(width, std::abs(exact))).margin(1e-6 * width));
    }
  }
  const QuantileKernel uniformly_bounded(made("gamma", {{"shape", 2}, {"scale", 1}, {"min", 1}, {"max", 3}}));
  CHECK(uniformly_bounded.value(0x1p-53) == Approx(1.0).epsilon(1e-15));
  CHECK(uniformly_bounded.value(1.0 - 0x1p-53) == Approx(3.0).epsilon(1e-15));
}

TEST_CASE("kernels' quantiles have the same bits at every width") {
  std::vector<Distribution> all = many_shapes();
  all.emplace_back(4.0);
  all.push_back(made({.dist = "discrete", .numbers = {}, .values = {1, 2, 3, 5, 8}, .weights = {3, 1, 4, 1, 5}}));
  const std::vector<double> u = probabilities();
  for (const Distribution& distribution : all) {
    const QuantileKernel kernel(distribution);
    const std::vector<double> expected = run_probe(Isa::scalar, kernel, u);
    CHECK(kernel.value(u[100]) == expected[100]);
    for (const Isa isa : available_isas()) {
      INFO(distribution.text() << " on " << name(isa));
      const std::vector<double> found = run_probe(isa, kernel, u);
      CHECK(std::memcmp(found.data(), expected.data(), found.size() * sizeof(double)) == 0);
    }
  }
}

TEST_CASE("an ordinary three-point estimate needs a table that fits the first cache") {
  const Distribution pert = made("pert", {{"min", 1}, {"mode", 2}, {"max", 4}});
  CHECK(std::get<TableForm>(pert.law().form()).nodes.size() * sizeof(double) < 16 * 1024);
}

}  // namespace groundwork
