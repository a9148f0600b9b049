#include "sim/report/display.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

const Words none = Words::same("");

}  // namespace

TEST_CASE("values are shown in the units that planners use") {
  const auto shown = [](double value, const Metric& metric) {
    return display_value(value, display_of(metric)) + " " + display_of(metric).label;
  };
  const Metric money{"capex", "CNY", none, none, Measure::flow, false, {{1e9, "CNY bn", 1}, {}}};
  CHECK(shown(1.865729144e11, money) == "186.6 CNY bn");
  CHECK(shown(-1.42851896e12, money) == "-1,428.5 CNY bn");
  CHECK(shown(4871661.4, {"stations", "stations", none, none, Measure::stock, false, {{1e3, "thousand", 0}, {}}}) ==
        "4,872 thousand");
  CHECK(shown(45230.0, {"stations", "stations", none, none, Measure::stock, false, {{1e3, "thousand", 0}, {}}}) ==
        "45.2 thousand");
  CHECK(shown(2027.0, {"payback", "year", none, none, Measure::whole, false, {{1.0, "year", 0, false}, {}}}) ==
        "2027 year");
  CHECK(shown(2.0, {"count", "1", none, none, Measure::whole, false, {{1.0, "", 2}, {}}}) == "2.00 ");
  CHECK(shown(12345.6789, {"length", "furlong", none, none, Measure::whole}) == "12,345.679 furlong");
  CHECK(shown(1.5e40, money) == "1.5e+31 CNY bn");
}

TEST_CASE("what is not a number is shown as none, and nothing as zero without a sign") {
  const Display cny{1e9, "CNY bn", 1};
  CHECK(display_value(std::numeric_limits<double>::quiet_NaN(), cny) == "none");
  CHECK(display_value(std::numeric_limits<double>::infinity(), cny) == "none");
  CHECK(display_value(-1e-6, cny) == "0.0");
  CHECK(display_value(-0.0, cny) == "0.0");
  CHECK(display_value(-60e6, cny) == "-0.1");
}

TEST_CASE("digits are grouped by three") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(-999) == "-999");
  CHECK(grouped(-123456) == "-123,456");
  CHECK(grouped(1234567) == "1,234,567");
  CHECK(grouped(std::numeric_limits<std::int64_t>::min()) == "-9,223,372,036,854,775,808");
}

TEST_CASE("a grid lines up Chinese and Latin text on a terminal") {
  TextGrid grid({"指标", "东部", "P50"});
  grid.add({"stations", "12", "3"});
  grid.add({"费用", "1,234", ""});
  CHECK(grid.text() ==
        "指标       东部  P50\n"
        "--------------------\n"
        "stations     12    3\n"
        "费用      1,234\n");
}

TEST_CASE("a Chinese character takes two columns, any other one") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("全国") == 4);
  CHECK(display_width("5G基站") == 6);
  CHECK(display_width("（万站）") == 8);
  CHECK(display_width("e\u0301") == 1);  // an accent of its own
  CHECK(display_width("m², °C – é") == 10);
}

TEST_CASE("colours take no columns, and a byte that is no UTF-8 one") {
  CHECK(display_width("\x1b[36m━┿━\x1b[0m") == 3);
  CHECK(display_width("\x1b[") == 0);
  CHECK(display_width("a\xFF") == 2);
}

TEST_CASE("a grid knows whether it has rows besides its header") {
  TextGrid grid({"a"});
  CHECK_FALSE(grid.has_rows());
  grid.add({"b"});
  CHECK(grid.has_rows());
}

}  // namespace groundwork
