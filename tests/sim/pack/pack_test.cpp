#include "sim/pack/pack.hpp"

#include <boost/math/distributions/normal.hpp>
#include <catch2/catch.hpp>
#include <random>

#include "sim/pack/normal.hpp"
#include "tests/sim/pack/probe.hpp"

namespace groundwork {

namespace {

std::vector<double> probe_points() {
  std::mt19937_64 generator(7);
  std::uniform_real_distribution<double> wide(-700.0, 700.0), near(-3.0, 3.0);
  std::vector<double> x;
  for (int i = 0; i < 4000; ++i) x.push_back(i % 2 == 0 ? wide(generator) : near(generator));
  for (const double edge : {0.0, -0.0, 1.0, -1.0, 1e-320, 710.0, -746.0, 1e308}) x.push_back(edge);
  return x;
}

std::vector<double> run_probe(Isa isa, const std::vector<double>& x) {
  switch (isa) {
    case Isa::scalar:
      return pack_probe<Isa::scalar>(x);
    case Isa::avx2:
      return pack_probe<Isa::avx2>(x);
    case Isa::avx512:
      return pack_probe<Isa::avx512>(x);
  }
  return {};
}

}  // namespace

TEST_CASE("every function has the same bits at every width") {
  const std::vector<double> x = probe_points();
  const std::vector<double> expected = run_probe(Isa::scalar, x);
  for (const Isa isa : available_isas()) {
    INFO(name(isa));
    const std::vector<double> found = run_probe(isa, x);
    CHECK(std::memcmp(found.data(), expected.data(), found.size() * sizeof(double)) == 0);
  }
}

TEST_CASE("a fused multiply-add is rounded once") {
  constexpr double a = 1.0 + 0x1p-30, square = 1.0 + 0x1p-29;  // a·a = square + 2^-60, which a double cannot hold
  CHECK(a * a == square);
  CHECK(fma(a, a, -square) == 0x1p-60);
}

TEST_CASE("the normal quantile agrees with Boost.Math to 4e-15, far into the tails") {
  const boost::math::normal normal;
  for (const double p : {1.2e-16, 1e-12, 1e-9, 1e-5, 0.01, 0.074, 0.075, 0.076, 0.3, 0.5, 0.7, 0.925, 0.99, 1 - 1e-9}) {
    INFO(p);
    CHECK(normal_quantile(p) == Approx(quantile(normal, p)).epsilon(4e-15).margin(1e-16));
  }
}

TEST_CASE("the normal distribution function agrees with Boost.Math to 5e-14") {
  const boost::math::normal normal;
  for (double z = -8.0; z <= 8.0; z += 0.37) CHECK(normal_cdf(z) == Approx(cdf(normal, z)).epsilon(5e-14));
}

}  // namespace groundwork
