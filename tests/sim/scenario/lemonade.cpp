#include "tests/sim/scenario/lemonade.hpp"

#include <limits>

namespace groundwork {

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

class LemonadeProgram final : public Program {
 public:
  const OutputTable& outputs() const override { return outputs_; }
  Kernel kernel(Isa) const override { return nullptr; }
  std::size_t scratch_doubles() const override { return 0; }

 private:
  OutputTable outputs_;
};

}  // namespace

void Lemonade::declare(Form& form) {
  form.quantity(cups_per_day, {"stand.cups_per_day", "cup/day", {0, 10'000}, {"Cups sold", "销量"}});
  form.quantity(price, {"stand.price", "CNY/cup", {0, 100}, {"Price of a cup", "单价"}});
  form.quantity(sugar_share, {"stand.sugar_share", "share", {0, 1}, {"Sugar in the lemonade", "含糖量"}});
  form.quantity(rent, {"stand.rent", "CNY/month", {0, unlimited}, {"Rent of the place", "租金"}}, Certainty::fixed);
  form.whole(tables, {"stand.tables", "1", {1, 50}, {"Tables", "桌数"}});
  form.flag(open, "stand.open", {"Whether it sells", "是否营业"});
  form.quarter(opening, "stand.opening", {"When it opens", "开业季度"});
  form.texts(slogans, "stand.slogans", {"On the sign", "招牌"});
  flavours = form.names("flavour", {"What is sold", "口味"});
  for (const std::string& flavour : flavours)
    form.quantity(price_factors.emplace_back(),
                  {"flavour." + flavour + ".price_factor", "1", {0, 5}, {"Its price", "价格系数"}});
  staff_years = form.years("stand.staff", {"People by year", "各年人数"});
  for (const int year : staff_years)
    form.quantity(staff.emplace_back(), {"stand.staff." + std::to_string(year), "person", {0, 20}, {"People", "人数"}});
  form.table(weather, "stand.weather",
             {{"month", "text", {}, {"Month", "月份"}, false},
              {"temperature_c", "°C", {-50, 50}, {"Mean | of the month", "月均|气温"}, false},
              {"note", "text", {}, {"Anything", "备注"}, true}},
             {"Weather by month", "各月天气"});
}

std::unique_ptr<Program> Lemonade::prepare(const Form& form, DrawPlan& draws, Diagnostics& diagnostics) {
  if (opening > form.horizon().last) {
    diagnostics.error(form.position("stand.opening"), "the stand opens after the simulation");
    return nullptr;
  }
  draws.per_label(draw_name, {"sun", "rain"}, DrawKind::standard_normal, 0.0);
  return std::make_unique<LemonadeProgram>();
}

const std::string lemonade_toml = R"(title = "Lemonade"
description = "A stand in the park."

[time]
start = "2020-Q1"
end = "2021-Q4"

[run]
paths = 1_000
seed = 7
sampler = "mc"

[stand]
cups_per_day = { dist = "pert", min = 50, mode = 80, max = 200, unit = "cup/day", source = "counted" }
price = { dist = "uniform", min = 3, max = 5, unit = "CNY/cup", source = "assumption" }
sugar_share = 0.1
rent = { value = 300, unit = "CNY/month", source = "contract" }
tables = 4
open = true
opening = "2020-Q2"
slogans = ["fresh", "cold"]
staff = { 2020 = 1, 2021 = 2.5 }
weather = "data/weather.csv"

[[flavour]]
name = "lemon"
price_factor = 1.0

[[flavour]]
name = "elder.flower"
price_factor = { dist = "pert", min = 1.0, mode = 1.2, max = 1.5, unit = "1", source = "assumption" }

[[correlation]]
between = ["stand.cups_per_day", "stand.price"]
spearman = -0.4
)";

const std::string weather_csv = "month,temperature_c,note\njan,2.5,\n\"feb, cold\",-1,\"two\nlines\"\nmar,7,共享\n";

}  // namespace groundwork
