#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "models/sharing/cost_items.hpp"
#include "sim/engine/single_path.hpp"
#include "tests/models/national/country.hpp"

namespace groundwork {

namespace {

/// One path's answers by name.
class Path {
 public:
  Path(const Study& study, std::int64_t path)
      : table_(study.program->outputs()), record_(replay_path(study, study.scenario.run, path, Isa::scalar)) {}

  double operator()(const std::string& metric, const std::string& scope, const std::string& period) const {
    const int cell = table_.find(metric, scope, period);
    INFO(metric << " " << scope << " " << period);
    REQUIRE(cell >= 0);
    return record_.outputs[static_cast<std::size_t>(cell)];
  }
  /// Sum over the scopes of a kind that the metric has.
  double sum(const MetricBlock& block, const std::string& kind, int period) const {
    double all = 0.0;
    for (std::size_t slot = 0; slot < block.scopes.size(); ++slot)
      if (table_.scopes()[static_cast<std::size_t>(block.scopes[slot])].kind == kind)
        all += record_.outputs[static_cast<std::size_t>(block.cell(static_cast<int>(slot), period))];
    return all;
  }
  double cell(int index) const { return record_.outputs[static_cast<std::size_t>(index)]; }

 private:
  const OutputTable& table_;
  PathRecord record_;
};

std::vector<Path> some_paths(const Study& study, int count) {
  std::vector<Path> paths;
  for (int i = 0; i < count; ++i) paths.emplace_back(study, 1000 + i);
  return paths;
}

bool adds_up(const MetricBlock& block) { return block.metric.unit != "share" && block.metric.unit != "year"; }

}  // namespace

TEST_CASE("the country is the sum of its regions and of its provinces, and a total that of its years") {
  const CountryReading reading = read_country({});
  const OutputTable& table = reading.program().table;
  for (const Path& path : some_paths(reading.value(), 8))
    for (const MetricBlock& block : table.blocks()) {
      const int periods = static_cast<int>(block.periods.size());
      const bool has_provinces = std::ranges::any_of(
          block.scopes, [&](int scope) { return table.scopes()[static_cast<std::size_t>(scope)].kind == "province"; });
      for (int period = 0; period < periods && has_provinces && adds_up(block); ++period) {
        INFO(block.metric.name << " " << block.periods[static_cast<std::size_t>(period)]);
        const double country = path.cell(block.cell(0, period));
        double size = 0.0;
        for (int slot = 0; slot < static_cast<int>(block.scopes.size()); ++slot)
          size += std::fabs(path.cell(block.cell(slot, period)));
        CHECK(path.sum(block, "province", period) == Approx(country).margin(1e-12 * size));
        CHECK(path.sum(block, "region", period) == Approx(country).margin(1e-12 * size));
      }
      if (block.metric.measure != Measure::flow || !adds_up(block)) continue;
      for (int slot = 0; slot < static_cast<int>(block.scopes.size()); ++slot) {
        double years = 0.0;
        for (int period = 0; period + 1 < periods; ++period) years += path.cell(block.cell(slot, period));
        CHECK(path.cell(block.cell(slot, periods - 1)) == Approx(years).epsilon(1e-12).margin(1e-3));
      }
    }
}

TEST_CASE("stocks, shares and flows stay within their bounds on random paths") {
  const CountryReading reading = read_country({"geography.spread.demand=0.3", "geography.spread.cost=0.3"});
  const OutputTable& table = reading.program().table;
  for (const Path& path : some_paths(reading.value(), 64))
    for (const MetricBlock& block : table.blocks()) {
      const std::string& name = block.metric.name;
      const int last = block.first_cell + block.cells();
      for (int cell = block.first_cell; cell < last; ++cell) {
        if (block.metric.unit == "share") REQUIRE(path.cell(cell) <= 1.0);
        const bool is_rate_of_return = name.starts_with("irr") && name != "irr_count";
        const bool may_be_negative = name == "npv" || is_rate_of_return || name.find("saving") != std::string::npos;
        if (!may_be_negative && !std::isnan(path.cell(cell))) REQUIRE(path.cell(cell) >= 0.0);
        if (name != "payback_year" && !is_rate_of_return) REQUIRE(std::isfinite(path.cell(cell)));
      }
    }
}

TEST_CASE("parts are no more than the whole, and stocks only grow") {
  const CountryReading reading = read_country({});
  const OutputTable& table = reading.program().table;
  for (const Path& path : some_paths(reading.value(), 64))
    for (const Scope& scope : table.scopes()) {
      if (scope.kind == "sector" || scope.kind == "flow" || scope.kind == "item") continue;
      const bool has_racks = scope.kind != "network";
      for (int year = 2020; year <= 2030; ++year) {
        const std::string now = std::to_string(year), before = std::to_string(year - 1);
        REQUIRE(path("stations_cobuilt", scope.name, now) <= path("stations", scope.name, now) * (1.0 + 1e-12));
        // extra costs of a further sharer are below 1 throughout, so building alone never costs less
        REQUIRE(path("rollout_capex_alone", scope.name, now) >= path("rollout_capex", scope.name, now) * (1.0 - 1e-12));
        REQUIRE(path("rollout_opex_alone", scope.name, now) >= path("rollout_opex", scope.name, now) * (1.0 - 1e-12));
        if (has_racks) REQUIRE(path("racks_used", scope.name, now) <= path("racks", scope.name, now) * (1.0 + 1e-12));
        if (year == 2020) continue;
        const double built = path("stations_built", scope.name, now);
        const double grown = path("stations", scope.name, now) - path("stations", scope.name, before);
        REQUIRE(grown == Approx(built).epsilon(1e-6).margin(1e-3));
        REQUIRE(path("users", scope.name, now) >= path("users", scope.name, before));
      }
    }
}

TEST_CASE("the load of a region's racks comes from all regions together") {
  const CountryReading reading = read_country({});
  const std::vector<std::string>& regions = reading.program().provinces.regions;
  for (const Path& path : some_paths(reading.value(), 64))
    for (const char* year : {"2020", "2030"})
      for (const std::string& to : regions) {
        double racks = 0.0;
        for (const std::string& from : regions) {
          const double flow = path("rack_flow", rack_flow_name(from, to), year);
          REQUIRE(flow >= 0.0);
          racks += flow;
        }
        CHECK(racks == Approx(path("racks_used", to, year)).epsilon(1e-12));
      }
}

TEST_CASE("items add up to the capital and running cost of country and networks, and to what sharing saves") {
  const CountryReading reading = read_country({"rollout.cost.renewal_years=5"});
  const auto sum = [](const Path& path, const char* metric, const std::string& prefix, const char* year) {
    double items = 0.0;
    for (const CostItem& item : station_item_list())
      if (item.name.starts_with(prefix)) items += path(metric, item.name, year);
    return items;
  };
  for (const Path& path : some_paths(reading.value(), 64))
    for (const char* year : {"2020", "2027", "total"}) {
      for (const char* kind : {"capex", "opex"}) {
        const std::string cost = std::string("rollout_") + kind, saving = std::string(kind) + "_saving";
        CHECK(sum(path, "rollout_item_cost", kind, year) == Approx(path(cost, "CN", year)).epsilon(1e-11));
        CHECK(sum(path, "rollout_item_saving", kind, year) == Approx(path(saving, "CN", year)).epsilon(1e-9));
      }
      for (const CostItem& item : station_item_list())
        for (const char* metric : {"rollout_item_cost", "rollout_item_saving"})
          CHECK(path(metric, item.name, year) ==
                Approx(path(metric, "CM+CBN/" + item.name, year) + path(metric, "CT+CU/" + item.name, year)));
      const auto rack = [&](const char* item) { return path("datacenter_item_cost", item, year); };
      CHECK(rack("rack-facility") + rack("rack-servers") == Approx(path("datacenter_capex", "CN", year)));
      CHECK(rack("rack-electricity") + rack("rack-upkeep") == Approx(path("datacenter_opex", "CN", year)));
    }
}

TEST_CASE("where every operator builds alone there is nothing to save") {
  const SmallCountry country = two_provinces();
  const CountryReading reading = country.read({one_network(1)});
  for (const Path& path : some_paths(reading.value(), 16))
    for (const char* scope : {"CN", "east", "CN-B", "A"}) {
      CHECK(std::fabs(path("capex_saving_rate", scope, "total")) < 1e-14);
      CHECK(std::fabs(path("opex_saving_rate", scope, "total")) < 1e-14);
      CHECK(path("stations_cobuilt", scope, "2030") == 0.0);
    }
}

TEST_CASE("money, carbon and returns follow from costs, energy and revenue") {
  const CountryReading reading =
      read_country({"finance.grid_co2_kg_per_kwh=0.5", "revenue.arpu_uplift=20", "revenue.rack_rent=2e5",
                    "finance.budget.2021=150e9", "finance.budget.2023=900e9"});
  for (const Path& path : some_paths(reading.value(), 16)) {
    for (const char* scope : {"CN", "west", "CN-SC"}) {
      CHECK(path("investment", scope, "2025") ==
            Approx(path("rollout_capex", scope, "2025") + path("datacenter_capex", scope, "2025") +
                   path("programme_investment", scope, "2025"))
                .epsilon(1e-14));
      CHECK(path("co2", scope, "total") ==
            Approx(0.5 * (path("rollout_energy", scope, "total") + path("datacenter_energy", scope, "total")))
                .epsilon(1e-12));
    }
    double shares = 0.0;
    for (const char* field : {"rollout", "datacenter", "industrial-internet", "artificial-intelligence"})
      shares += path("investment_share", field, "2027");
    CHECK(shares == Approx(1.0).epsilon(1e-13));
    const double over = std::max(path("rollout_capex", "CN", "2021") - 150e9, 0.0);
    CHECK(path("over_budget", "CN", "2021") == Approx(over).margin(1.0));
    CHECK(path("over_budget", "CN", "2023") == 0.0);
    double over_all = 0.0;
    for (int year = 2020; year <= 2025; ++year) over_all += path("over_budget", "CN", std::to_string(year));
    CHECK(path("over_budget", "CN", "total") == Approx(over_all).epsilon(1e-13));
    CHECK(path("tco", "CN", "total") ==
          Approx(path("tco", "rollout", "total") + path("tco", "datacenter", "total")).epsilon(1e-12));
  }
}

TEST_CASE("names of networks and programmes must not be taken") {
  const CountryReading reading =
      read_country({"network=[{name='west', operators={urban=1, town=1, rural=1}, market_share=1, plan_share=1, "
                    "bandwidth_mhz=100, initial_cobuilt_share=0}]"});
  CHECK_FALSE(reading.study);
  CHECK(reading.diagnostics.text().find("the name 'west' is taken") != std::string::npos);
}

TEST_CASE("stages that wait for each other or for nothing known are reported") {
  const CountryReading circle =
      read_country({"construction.stages=[{name='a', weeks=1, after=['b']}, {name='b', weeks=1, after=['a']}]"});
  CHECK(circle.diagnostics.text().find("stages wait for each other in a circle") != std::string::npos);
  const CountryReading unknown =
      read_country({"construction.stages=[{name='permit', weeks=1}, {name='b', weeks=1, after=['permitt']}]"});
  CHECK(unknown.diagnostics.text().find("did you mean 'permit'?") != std::string::npos);
}

TEST_CASE("a round trip that is shorter than switching is reported where demand needs it") {
  const CountryReading none = read_country({"datacenter.hot_latency_ms=1.5"});
  CHECK_FALSE(none.study);
  CHECK(none.diagnostics.text().find("switching alone takes") != std::string::npos);
  CHECK(read_country({"datacenter.hot_latency_ms=1.5", "datacenter.hot_share=0"}).study);
  CHECK(read_country({"datacenter.hot_latency_ms=2"}).study);
}

}  // namespace groundwork
