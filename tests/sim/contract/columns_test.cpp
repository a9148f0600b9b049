#include <catch2/catch.hpp>
#include <stdexcept>

#include "sim/contract/draws.hpp"
#include "sim/contract/table.hpp"
#include "sim/contract/tile.hpp"

namespace groundwork {

TEST_CASE("families of draws take the columns behind the quantities, one after the other") {
  DrawPlan plan(10);
  const Family cost = plan.per_label("cost", {"CN-A", "CN-B"}, DrawKind::standard_normal, 0.5);
  const Family none = plan.per_step("none", 0, DrawKind::uniform, 1.0);
  const Family shock = plan.per_step("shock", 3, DrawKind::uniform, 1.0);
  CHECK(plan.first_column() == 10);
  CHECK(cost.first == 10);
  CHECK(cost.count == 2);
  CHECK(none.count == 0);
  CHECK(shock.first == 12);
  CHECK(shock.count == 3);
  REQUIRE(plan.draws().size() == 5);
  CHECK_THROWS_AS(plan.per_step("shock", -1, DrawKind::uniform, 1.0), std::logic_error);
}

TEST_CASE("a label names a stream of its own, a step is a position in one stream") {
  DrawPlan plan(0);
  plan.per_label("cost", {"CN-A", "CN-B"}, DrawKind::standard_normal, 0.5);
  plan.per_step("shock", 2, DrawKind::uniform, 1.0);
  const std::vector<Draw>& draws = plan.draws();
  CHECK(draws[0].stream == "cost[CN-A]");
  CHECK(draws[1].stream == "cost[CN-B]");
  CHECK(draws[1].index == 0);
  CHECK(draws[1].central == 0.5);
  CHECK(draws[2].stream == "shock");
  CHECK(draws[3].stream == "shock");
  CHECK(draws[3].index == 1);
  CHECK(draws[3].kind == DrawKind::uniform);
}

TEST_CASE("a tile has its columns side by side, eight paths each") {
  std::vector<double> tile(3 * tile_paths), results(2 * tile_paths);
  for (std::size_t i = 0; i < tile.size(); ++i) tile[i] = static_cast<double>(i);
  std::vector<double> memory(tile_paths);
  for_each_lane_group<double>(tile.data(), results.data(), memory,
                              [](const TileInputs<double>& in, TileOutputs<double> out, Scratch<double> scratch) {
                                const auto kept = scratch.take(1);
                                kept[0] = in[Quantity{1}];
                                const double value = kept[0] + 1000.0 * in(Family{1, 2}, 1);
                                out.set(1, value);
                                out.set(0, 2.0 * value);
                              });
  for (std::size_t lane = 0; lane < tile_paths; ++lane) {
    const double expected = static_cast<double>(8 + lane) + 1000.0 * static_cast<double>(16 + lane);
    CHECK(results[tile_paths + lane] == expected);
    CHECK(results[lane] == 2.0 * expected);
  }
}

TEST_CASE("scratch memory is handed out front to back without overlap") {
  struct Pair {
    double a, b;
  };
  std::vector<double> memory(16);
  Scratch<double> scratch(memory);
  const auto first = scratch.take(3);
  const auto pairs = scratch.take<Pair>(2);
  const auto last = scratch.take(1);
  CHECK(first.data() == memory.data());
  CHECK(&pairs[0].a == memory.data() + 3);
  CHECK(&last[0] == memory.data() + 7);
  CHECK_NOTHROW(scratch.take(8));
  CHECK_THROWS_AS(scratch.take(1), std::logic_error);
}

TEST_CASE("a table is asked for declared columns only") {
  const Table table("file.csv", {"code", "size"}, {{{"A", 0.0, {}}, {"2.5", 2.5, {"file.csv", 2, 3}}}});
  CHECK(table.rows() == 1);
  CHECK(table.text(0, "code") == "A");
  CHECK(table.number(0, "size") == 2.5);
  CHECK(table.cell(0, "size").position.column == 3);
  CHECK_THROWS_AS(table.cell(0, "weight"), std::logic_error);
  CHECK_THROWS_AS(table.cell(1, "code"), std::out_of_range);
}

}  // namespace groundwork
