#include "models/finance/returns.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <random>

#include "tests/models/finance/returns_probe.hpp"

namespace groundwork {

namespace {

double present_value(const std::vector<double>& cash, double rate) {
  double value = 0.0;
  for (std::size_t year = 0; year < cash.size(); ++year) value += cash[year] / std::pow(1.0 + rate, year);
  return value;
}

InternalRates<double> rates_of(const std::vector<double>& cash) { return internal_rates<double>(cash, RateGrid()); }
double payback_of(const std::vector<double>& cash) { return payback_year<double>(cash, 2020); }

/// A value of each path and instruction set in one order: by flow, then by answer.
std::vector<double> by_flow(const std::vector<double>& probed, int lanes) {
  std::vector<double> sorted(probed.size());
  for (std::size_t i = 0; i < probed.size(); ++i) {
    const std::size_t group = i / static_cast<std::size_t>(3 * lanes), within = i % static_cast<std::size_t>(3 * lanes);
    const std::size_t answer = within / static_cast<std::size_t>(lanes),
                      lane = within % static_cast<std::size_t>(lanes);
    sorted[(group * static_cast<std::size_t>(lanes) + lane) * 3 + answer] = probed[i];
  }
  return sorted;
}

std::vector<double> probe(Isa isa, const std::vector<double>& cash, int years) {
  switch (isa) {
    case Isa::scalar:
      return by_flow(returns_probe<Isa::scalar>(cash, years), 1);
    case Isa::avx2:
      return by_flow(returns_probe<Isa::avx2>(cash, years), 4);
    case Isa::avx512:
      return by_flow(returns_probe<Isa::avx512>(cash, years), 8);
  }
  return {};
}

}  // namespace

TEST_CASE("the net present value is that of the textbook sum") {
  const std::vector<double> cash{-15000, 1500, 2500, 3500, 4500, 6000};
  CHECK(net_present_value<double>(cash, 1.0 / 1.05) == Approx(122.8948549509).epsilon(1e-12));
  CHECK(net_present_value<double>({}, 0.9) == 0.0);
  CHECK(net_present_value<double>(cash, 1.0) == 3000.0);
}

TEST_CASE("an investment that pays back has one internal rate") {
  const std::vector<double> cash{-150000, 15000, 25000, 35000, 45000, 60000};
  CHECK(rates_of(cash).nearest == Approx(0.0524328889).epsilon(1e-9));
  CHECK(rates_of(cash).count == 1.0);
  CHECK(rates_of(cash).lowest == rates_of(cash).nearest);
  CHECK(rates_of(cash).highest == rates_of(cash).nearest);
}

TEST_CASE("one year's interest is the internal rate of a loan over one year") {
  for (const double rate : {-0.9, -0.3, 0.0, 1e-6, 0.1, 2.5, 9.0}) {
    INFO(rate);
    CHECK(rates_of({-100.0, 100.0 * (1.0 + rate)}).nearest == Approx(rate).epsilon(1e-12).margin(1e-12));
  }
}

TEST_CASE("a cash flow that turns twice has two internal rates, of which the nearest to zero is told") {
  const InternalRates<double> rates = rates_of({-100, 100, 0, -7});
  CHECK(rates.count == 2.0);
  CHECK(rates.lowest == Approx(-0.6788943736).epsilon(1e-9));
  CHECK(rates.highest == Approx(-0.0832996662).epsilon(1e-9));
  CHECK(rates.nearest == rates.highest);
}

TEST_CASE("an internal rate is found where three coincide and where the present value is flat") {
  CHECK(rates_of({-0.729, 2.43, -2.7, 1.0}).nearest == Approx(1.0 / 0.9 - 1.0).epsilon(1e-4));  // (x - 0.9)^3
  CHECK(rates_of({-1.0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1024.0}).nearest == Approx(1.0).epsilon(1e-12));
}

TEST_CASE("internal rates are roots, the nearest lies between the others, and one is all of them") {
  std::mt19937_64 generator(5);
  std::normal_distribution<double> normal;
  int several = 0;
  for (int trial = 0; trial < 500; ++trial) {
    std::vector<double> cash;
    for (int year = 0; year < 7; ++year) cash.push_back(normal(generator));
    const InternalRates<double> rates = rates_of(cash);
    if (rates.count == 0.0) continue;
    several += rates.count > 1.0 ? 1 : 0;
    for (const double rate : {rates.lowest, rates.nearest, rates.highest}) {
      double size = 0.0;
      for (std::size_t year = 0; year < cash.size(); ++year) size += std::fabs(cash[year]) / std::pow(1.0 + rate, year);
      CHECK(std::fabs(present_value(cash, rate)) <= 1e-12 * size);
    }
    CHECK(rates.lowest <= rates.nearest);
    CHECK(rates.nearest <= rates.highest);
    CHECK((rates.lowest == rates.highest) == (rates.count == 1.0));
    const auto far = [](double rate) { return std::fabs(std::log1p(rate)); };
    const double nearest_end = std::min(far(rates.lowest), far(rates.highest));
    CHECK(far(rates.nearest) <= nearest_end + 0.0546875);  // told by the middle of a step
  }
  CHECK(several > 20);
}

TEST_CASE("a cash flow of one sign has no internal rate") {
  for (const std::vector<double>& cash :
       {std::vector<double>{0, 0, 0, 0}, {5, 1, 2}, {-5, -1, -2}, {0, 0, 3}, {7}, std::vector<double>{}}) {
    const InternalRates<double> rates = rates_of(cash);
    CHECK(rates.count == 0.0);
    for (const double rate : {rates.nearest, rates.lowest, rates.highest}) CHECK(std::isnan(rate));
  }
}

TEST_CASE("payback is the first year in which a sum that was below zero reaches zero") {
  CHECK(payback_of({-10, 4, 4, 4}) == 2023.0);
  CHECK(payback_of({-10, 10, 4, 4}) == 2021.0);   // at once after the first loss
  CHECK(payback_of({-10, 12, -5, 4}) == 2021.0);  // crosses twice: the first time counts
  CHECK(payback_of({3, -5, 1, 2}) == 2023.0);     // gains before the loss are no payback
  CHECK(std::isnan(payback_of({-10, 4, 4})));     // never
  CHECK(std::isnan(payback_of({3, 4})));          // nothing to pay back
  CHECK(std::isnan(payback_of({0, 0, 0})));
  CHECK(std::isnan(payback_of({})));
}

TEST_CASE("returns have the same bits at every width") {
  constexpr int years = 11, flows = 400;
  std::mt19937_64 generator(5);
  std::normal_distribution<double> normal;
  std::vector<double> cash(years * flows);
  for (double& value : cash) value = normal(generator);
  std::fill_n(cash.begin(), years * 8, 0.0);  // the first eight flows are nothing
  const std::vector<double> expected = probe(Isa::scalar, cash, years);
  CHECK(std::isnan(expected[0]));
  for (const Isa isa : available_isas()) {
    INFO(name(isa));
    const std::vector<double> found = probe(isa, cash, years);
    CHECK(std::memcmp(found.data(), expected.data(), found.size() * sizeof(double)) == 0);
  }
}

}  // namespace groundwork
