#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/contract/model.hpp"

namespace groundwork {

/// A model with one input of every kind: a lemonade stand.
class Lemonade final : public Model {
 public:
  std::string_view name() const override { return "lemonade"; }
  void declare(Form& form) override;
  std::unique_ptr<Program> prepare(const Form& form, DrawPlan& draws, Diagnostics& diagnostics) override;

  Quantity cups_per_day, price, sugar_share, rent;
  int tables = 0;
  bool open = false;
  Quarter opening;
  std::vector<std::string> slogans, flavours;
  std::vector<Quantity> price_factors, staff;
  std::vector<int> staff_years;
  Table weather;
  std::string draw_name = "weather";  ///< Stream of its draws.
};

/// A right scenario for it; tests count on its line numbers. Needs data/weather.csv beside it.
extern const std::string lemonade_toml;
extern const std::string weather_csv;

}  // namespace groundwork
