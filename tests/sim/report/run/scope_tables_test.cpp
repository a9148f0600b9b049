#include "sim/report/run/scope_tables.hpp"

#include <catch2/catch.hpp>

namespace groundwork {

namespace {

/// Metrics of the country, a region and two items; one item is also known of a network. Every median is 1 + its cell.
Results item_results() {
  Results results;
  OutputTable& table = results.table;
  const int country = table.add_scope({"CN", {"China", "全国"}, "country"});
  const int region = table.add_scope({"east", {"east", "东部"}, "region"});
  const int steel = table.add_scope({"steel", {"steel", "钢材"}, "item"});
  const int rent = table.add_scope({"rent", {"rent", "租金"}, "item"});
  const int part = table.add_scope({"net/steel", {"net: steel", "网络：钢材"}, "item", "net"});
  const auto metric = [](const char* name) { return Metric{name, "t", {name, "指标"}, {name, "指标"}}; };
  table.add_block(metric("cost"), {country, region}, {"2020", "total"});
  table.add_block(metric("item_cost"), {steel, rent, part}, {"2020", "total"});
  table.add_block(metric("item_level"), {rent}, {"2020", "2021"});
  for (int cell = 0; cell < table.cells(); ++cell) {
    Summary summary;
    summary.quantile[4] = 1.0 + cell;
    results.cells.push_back(summary);
  }
  return results;
}

}  // namespace

TEST_CASE("regions are columns, and items that are part of nothing are rows") {
  const std::vector<std::string> tables = scope_tables(item_results(), Language::en);
  REQUIRE(tables.size() == 2);
  CHECK(tables[0] ==
        "median by region  period   east\n"
        "-------------------------------\n"
        "cost [t]           total  4.000\n");
  CHECK(tables[1] ==
        "median by item  period  item_cost [t]  item_level [t]\n"
        "-----------------------------------------------------\n"
        "steel            total          8.000\n"
        "rent             total          9.000\n"
        "rent              2021                         12.000\n");
}

TEST_CASE("tables of scopes are in Chinese") {
  const std::vector<std::string> tables = scope_tables(item_results(), Language::zh);
  REQUIRE(tables.size() == 2);
  for (const char* part : {"各成本项中位数", "时段", "钢材", "租金", "合计"})
    CHECK(tables[1].find(part) != std::string::npos);
  CHECK(tables[1].find("steel") == std::string::npos);
}

TEST_CASE("a model with one kind of scope has no such tables") {
  Results results;
  results.table.add_scope({"CN", {"China", "全国"}, "country"});
  CHECK(scope_tables(results, Language::en).empty());
}

}  // namespace groundwork
