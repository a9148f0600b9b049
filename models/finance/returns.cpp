#include "models/finance/returns.hpp"

namespace groundwork {

namespace {

std::vector<double> make_grid_discounts() {
  std::vector<double> discounts;
  for (int i = 0; i <= RateGrid::steps; ++i) discounts.push_back(exp(-RateGrid::log_growth(i)));
  return discounts;
}

}  // namespace

const std::vector<double>& grid_discounts() {
  static const std::vector<double> discounts = make_grid_discounts();
  return discounts;
}

std::vector<double> list_internal_rates(std::span<const double> cash) {
  const std::vector<double>& discounts = grid_discounts();
  std::vector<double> rates;
  double before = net_present_value(cash, discounts[0]);
  for (std::size_t i = 1; i < discounts.size(); ++i) {
    const double value = net_present_value(cash, discounts[i]);
    if ((before < 0.0 && value >= 0.0) || (before > 0.0 && value <= 0.0))
      rates.push_back(rate_between(cash, discounts[i - 1], discounts[i]));
    before = value;
  }
  return rates;
}

}  // namespace groundwork
