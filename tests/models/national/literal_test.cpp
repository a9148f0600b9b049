#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/models/national/country.hpp"
#include "tests/models/national/literal.hpp"

namespace groundwork {

namespace {

/// Size of the numbers that a metric is made of: differences and ratios of sums are as exact as the sums.
double scale(const Answers& answers, const std::string& metric) {
  if (metric.ends_with("_rate")) return 1.0;
  std::string made_of = metric;
  if (metric == "rollout_item_saving") made_of = "rollout_item_cost";
  if (metric == "capex_saving" || metric == "opex_saving")
    made_of = "rollout_" + metric.substr(0, metric.find('_')) + "_alone";
  double largest = 0.0;
  for (const auto& [where, value] : answers.cells(made_of)) largest = std::max(largest, std::fabs(value));
  return largest;
}

/// Holds every answer of the equations written out against the kernel's, and sees that none is missing.
void compare(const Study& study, std::int64_t path) {
  const auto& program = dynamic_cast<const NationalProgram&>(*study.program);
  const PathRecord record = replay_path(study, study.scenario.run, path, available_isas().back());
  const PathValues values(study, record);
  Answers answers(program);
  literal_rollout(program, values, answers);
  literal_datacenter(program, values, answers);
  for (const auto& [metric, cells] : answers.all()) {
    const auto& blocks = program.table.blocks();
    const auto block =
        std::ranges::find_if(blocks, [&name = metric](const MetricBlock& b) { return b.metric.name == name; });
    REQUIRE(block != blocks.end());
    CHECK(static_cast<int>(cells.size()) == block->cells());
    const double margin = 1e-12 * scale(answers, metric);
    for (const auto& [where, value] : cells) {
      const std::size_t bar = where.find('|');
      const int cell = program.table.find(metric, where.substr(0, bar), where.substr(bar + 1));
      INFO(metric << " " << where << ", path " << path);
      REQUIRE(cell >= 0);
      const double found = record.outputs[static_cast<std::size_t>(cell)];
      CHECK(found == Approx(value).epsilon(1e-9).margin(margin));
    }
  }
}

void compare_paths(const std::vector<std::string>& overrides, const std::string& file = "national-2020.toml") {
  const CountryReading reading = read_country(overrides, file);
  for (const std::int64_t path : {0, 4711, 99'999}) compare(reading.value(), path);
}

const std::string three_networks =
    "network=[{name='A', operators={urban=1, town=2, rural=3}, market_share=0.5, plan_share=0.4, bandwidth_mhz=100, "
    "initial_cobuilt_share=0.3}, {name='B', operators={urban=3, town=2, rural=2}, market_share=0.3, plan_share=0.35, "
    "bandwidth_mhz=60, initial_cobuilt_share=0.6}, {name='C', operators={urban=2, town=1, rural=1}, market_share=0.2, "
    "plan_share=0.25, bandwidth_mhz=200, initial_cobuilt_share=0.9}]";

}  // namespace

TEST_CASE("the baseline's kernel answers as the equations written out") { compare_paths({}); }

TEST_CASE("one, two and three operators share as the equations written out") {
  compare_paths({three_networks, "rollout.cost.renewal_years=2", "time.start=2020-Q3", "time.end=2026-Q2"});
}

TEST_CASE("without sharing every operator builds alone, as the equations written out") {
  compare_paths({three_networks, "sharing.enabled=false", "time.end=2024-Q4", "rollout.cost.renewal_years=1"});
}

TEST_CASE("where capacity rules, stations are those of the equations written out") {
  compare_paths({"traffic.gb_per_user_month=120", "traffic.growth=0.5", "rollout.sleep.enabled=false",
                 "sharing.cobuilt_share=1", "network.CT+CU.cobuilt_share_factor=0.6", "rollout.plan.2021=3e6",
                 "time.end=2025-Q3"});
}

TEST_CASE("hard siting and disruptions are those of the equations written out") {
  compare_paths({"datacenter.attraction.west=2.5", "datacenter.attraction.east=0.7", "datacenter.hot_share=1",
                 "datacenter.hot_latency_ms=4", "datacenter.catch_up=5", "datacenter.siting_sensitivity=800",
                 "geography.spread.demand=0.5", "geography.spread.pace=0.8", "construction.disruption.rate=4",
                 "construction.disruption.depth=0.6", "construction.productivity_autocorrelation=-0.4",
                 "time.end=2028-Q4"});
}

TEST_CASE("the shipped what-if scenarios are answered as the equations written out") {
  for (const char* file : {"guangdong", "no-sharing", "severe-disruptions", "night-shutdown-off", "rural-first"})
    compare_paths({"time.end=2022-Q4"}, std::string("what-if/") + file + ".toml");
}

}  // namespace groundwork
