#include "sim/contract/outputs.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

namespace groundwork {

namespace {

const Words empty = Words::same("");

/// Three scopes; a flow of the first two, a whole of the third only, a stock of the first and third.
OutputTable some_table() {
  OutputTable table;
  for (const char* name : {"CN", "east", "network"}) table.add_scope({name, Words::same(name), ""});
  table.add_block({"capex", "CNY", empty, empty, Measure::flow}, {0, 1}, {"2020", "2021", "total"});
  table.add_block({"irr", "1/year", empty, empty, Measure::whole}, {2}, {"total"});
  table.add_block({"stations", "stations", empty, empty, Measure::stock}, {0, 2}, {"2020", "2021"});
  return table;
}

}  // namespace

TEST_CASE("cells are numbered by metric, then period, then scope") {
  const OutputTable table = some_table();
  CHECK(table.cells() == 6 + 1 + 4);
  CHECK(table.find("capex", "CN", "2020") == 0);
  CHECK(table.find("capex", "CN", "total") == 4);
  CHECK(table.find("capex", "east", "2020") == 1);
  CHECK(table.find("irr", "network", "total") == 6);
  CHECK(table.find("stations", "network", "2021") == 10);
}

TEST_CASE("a cell that is not there is not found") {
  const OutputTable table = some_table();
  CHECK(table.find("opex", "CN", "2020") == -1);
  CHECK(table.find("capex", "network", "2020") == -1);
  CHECK(table.find("stations", "CN", "total") == -1);
  CHECK(table.find("irr", "CN", "total") == -1);
}

TEST_CASE("what a cell is leads back to its number") {
  const OutputTable table = some_table();
  for (int i = 0; i < table.cells(); ++i) {
    const Cell cell = table.at(i);
    const MetricBlock& block = table.block(cell.block);
    CHECK(table.find(block.metric.name, table.scopes()[static_cast<std::size_t>(cell.scope)].name,
                     block.periods[static_cast<std::size_t>(cell.period)]) == i);
  }
  CHECK_THROWS_AS(table.at(-1), std::logic_error);
  CHECK_THROWS_AS(table.at(11), std::logic_error);
}

TEST_CASE("the headline is the last period of each metric of the first scope") {
  CHECK(some_table().headline_cells() == std::vector<int>{4, 9});
}

TEST_CASE("a metric without cells does not hide its neighbours") {
  OutputTable table;
  table.add_scope({"CN", empty, ""});
  table.add_block({"empty", "1", empty, empty, Measure::flow}, {0}, {});
  table.add_block({"full", "1", empty, empty, Measure::whole}, {0}, {"total"});
  CHECK(table.at(0).block == 1);
  CHECK(table.find("full", "CN", "total") == 0);
  CHECK(table.headline_cells() == std::vector<int>{0});
}

TEST_CASE("a scope's name can be taken once only") {
  OutputTable table = some_table();
  CHECK_THROWS_AS(table.add_scope({"east", empty, ""}), std::logic_error);
}

}  // namespace groundwork
