#include "sim/report/chinese_title.hpp"

#include <catch2/catch.hpp>

namespace groundwork {

namespace {

Metric metric(const char* title, Measure measure) {
  return {"name", "unit", {"a title", title}, {"a meaning", "含义"}, measure};
}

}  // namespace

TEST_CASE("a figure's Chinese title begins with its place and year") {
  const Metric stations = metric("在网基站", Measure::stock);
  CHECK(chinese_title(stations, "", "2025") == "2025年在网基站");
  CHECK(chinese_title(stations, "广东", "2025") == "广东2025年在网基站");
  CHECK(chinese_title(stations, "CT+CU", "2025") == "CT+CU 2025年在网基站");
  CHECK(chinese_title(stations, "", "") == "在网基站");
}

TEST_CASE("only what is added up over years is called a sum") {
  CHECK(chinese_title(metric("新建基站", Measure::flow), "", "total") == "新建基站（合计）");
  CHECK(chinese_title(metric("总拥有成本", Measure::whole), "广东", "total") == "广东总拥有成本");
}

TEST_CASE("a cell of the first scope needs no place") {
  OutputTable table;
  const int country = table.add_scope({"CN", {"China", "全国"}, "country"});
  const int province = table.add_scope({"CN-GD", {"Guangdong", "广东"}, "province"});
  table.add_block(metric("在网基站", Measure::stock), {country, province}, {"2024", "2025"});
  CHECK(chinese_title(table, 2) == "2025年在网基站");
  CHECK(chinese_title(table, 3) == "广东2025年在网基站");
}

}  // namespace groundwork
