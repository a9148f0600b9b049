#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/sim/distribution/made.hpp"

namespace groundwork {

namespace {

constexpr double z90 = 1.2815515655446004;  // normal quantile of 0.9, as tabulated

std::vector<Distribution> one_of_each() {
  return {made("uniform", {{"min", -2}, {"max", 5}}),
          made("triangular", {{"min", 1}, {"mode", 1}, {"max", 4}}),
          made("triangular", {{"min", 1}, {"mode", 3}, {"max", 4}}),
          made("pert", {{"min", 0}, {"mode", 2}, {"max", 4}}),
          made("pert", {{"min", 0}, {"mode", 4}, {"max", 4}, {"weight", 20}}),
          made("normal", {{"mean", 3}, {"sd", 2}}),
          made("truncated_normal", {{"mean", 3}, {"sd", 2}, {"min", 0}, {"max", 4}}),
          made("lognormal", {{"mean", 3}, {"sd", 2}}),
          made("beta", {{"alpha", 0.7}, {"beta", 2}}),
          made("gamma", {{"shape", 0.7}, {"scale", 2}}),
          made("gamma", {{"shape", 900}, {"scale", 2}}),
          made("weibull", {{"shape", 1.7}, {"scale", 2}}),
          made("weibull", {{"shape", 1.7}, {"scale", 2}, {"min", 1}, {"max", 3}})};
}

}  // namespace

TEST_CASE("a number is a distribution without spread") {
  for (const Distribution& fixed : {Distribution(2.5), made("fixed", {{"value", 2.5}}),
                                    made("pert", {{"min", 2.5}, {"mode", 2.5}, {"max", 2.5}})}) {
    CHECK(fixed.is_fixed());
    CHECK(fixed.quantile(0.3) == 2.5);
    CHECK(fixed.mean() == 2.5);
    CHECK(fixed.sd() == 0.0);
    CHECK(fixed.text() == "2.5");
    CHECK(fixed.cdf(2.4) == 0.0);
    CHECK(fixed.cdf(2.5) == 1.0);
  }
}

TEST_CASE("quantiles that have closed forms are those") {
  CHECK(made("uniform", {{"min", -2}, {"max", 6}}).quantile(0.25) == 0.0);
  const Distribution triangular = made("triangular", {{"min", 0}, {"mode", 1}, {"max", 4}});
  CHECK(triangular.quantile(0.25) == Approx(1.0));
  CHECK(triangular.quantile(0.75) == Approx(4.0 - std::sqrt(3.0)));
  CHECK(made("normal", {{"mean", 3}, {"sd", 2}}).quantile(0.9) == Approx(3 + 2 * z90).epsilon(1e-14));
  const Distribution lognormal = made("lognormal", {{"p10", 2}, {"p90", 30}});
  CHECK(lognormal.quantile(0.1) == Approx(2).epsilon(1e-14));
  CHECK(lognormal.quantile(0.9) == Approx(30).epsilon(1e-14));
  CHECK(lognormal.quantile(0.5) == Approx(std::sqrt(60.0)).epsilon(1e-14));
  const Distribution weibull = made("weibull", {{"shape", 2}, {"scale", 3}});
  CHECK(weibull.quantile(1 - std::exp(-1.0)) == Approx(3).epsilon(1e-14));
  CHECK(weibull.quantile(1e-12) == Approx(3e-6).epsilon(1e-11));
  // beta(a, 1): u^(1/a); gamma(1): exponential
  CHECK(made("beta", {{"alpha", 3}, {"beta", 1}, {"low", 10}, {"high", 12}}).quantile(0.125) ==
        Approx(11).epsilon(1e-14));
  CHECK(made("gamma", {{"shape", 1}, {"scale", 2}}).quantile(0.5) == Approx(2 * std::log(2.0)).epsilon(1e-14));
}

TEST_CASE("means and standard deviations are the textbook's") {
  const Distribution pert = made("pert", {{"min", 1}, {"mode", 2}, {"max", 9}});
  CHECK(pert.mean() == Approx((1 + 4 * 2 + 9) / 6.0));
  CHECK(pert.sd() == Approx(std::sqrt((pert.mean() - 1) * (9 - pert.mean()) / 7.0)));
  const Distribution triangular = made("triangular", {{"min", 1}, {"mode", 2}, {"max", 9}});
  CHECK(triangular.mean() == Approx(4));
  CHECK(triangular.sd() == Approx(std::sqrt((1 + 4 + 81 - 2 - 9 - 18) / 18.0)));
  CHECK(made("uniform", {{"min", 1}, {"max", 7}}).sd() == Approx(std::sqrt(3.0)));
  const Distribution lognormal = made("lognormal", {{"mean", 5}, {"sd", 2}});
  CHECK(lognormal.mean() == Approx(5).epsilon(1e-14));
  CHECK(lognormal.sd() == Approx(2).epsilon(1e-13));
  const Distribution beta = made("beta", {{"alpha", 2}, {"beta", 3}, {"low", 10}, {"high", 20}});
  CHECK(beta.mean() == Approx(14));
  CHECK(beta.sd() == Approx(10 * std::sqrt(0.04)));
  const Distribution gamma = made("gamma", {{"shape", 4}, {"scale", 3}});
  CHECK(gamma.mean() == Approx(12));
  CHECK(gamma.sd() == Approx(6));
  const Distribution rayleigh = made("weibull", {{"shape", 2}, {"scale", 1}});
  CHECK(rayleigh.mean() == Approx(std::sqrt(M_PI) / 2));
  CHECK(rayleigh.sd() == Approx(std::sqrt(1 - M_PI / 4)));
}

TEST_CASE("beta and gamma quantiles agree with Boost.Math's inverses") {
  const boost::math::beta_distribution<> beta(2.5, 0.8);
  const boost::math::gamma_distribution<> gamma(3.3, 2.0);
  for (const double u : {1e-12, 1e-5, 0.01, 0.3, 0.5, 0.9, 0.9999}) {
    CHECK(made("beta", {{"alpha", 2.5}, {"beta", 0.8}}).quantile(u) == Approx(quantile(beta, u)).epsilon(1e-12));
    CHECK(made("gamma", {{"shape", 3.3}, {"scale", 2}}).quantile(u) == Approx(quantile(gamma, u)).epsilon(1e-12));
  }
}

TEST_CASE("the distribution function undoes the quantile function") {
  for (const Distribution& distribution : one_of_each()) {
    INFO(distribution.text());
    for (const double u : {1e-15, 1e-9, 1e-4, 0.02, 0.2, 0.5, 0.77, 0.99, 1 - 1e-6, 1 - 1e-12})
      CHECK(distribution.cdf(distribution.quantile(u)) == Approx(u).epsilon(1e-11).margin(1e-15));
    CHECK(distribution.quantile(0.0) == distribution.lowest());
    CHECK(distribution.quantile(1.0) == distribution.highest());
    CHECK_FALSE(distribution.is_fixed());
  }
}

TEST_CASE("a distribution says what it is") {
  CHECK(made("pert", {{"min", 1}, {"mode", 2}, {"max", 4}}).text() == "pert(min 1, mode 2, max 4)");
  CHECK(made("lognormal", {{"p10", 1}, {"p90", 2.5}}).text() == "lognormal(p10 1, p90 2.5)");
}

}  // namespace groundwork
