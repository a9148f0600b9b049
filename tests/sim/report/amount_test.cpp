#include "sim/report/amount.hpp"

#include <catch2/catch.hpp>

namespace groundwork {

namespace {

const Displays money{{1e9, "CNY bn", 1}, {1e8, "亿元", 0}};
const Displays share{{0.01, "%", 1}, {0.01, "%", 1}};
const Displays bare{{1.0, "", 2}, {1.0, "", 2}};

}  // namespace

TEST_CASE("amounts have the unit of their language, and Chinese no space before the percent sign") {
  CHECK(display_amount(1.5e12, money.en) == "1,500.0 CNY bn");
  CHECK(display_amount(1.5e12, money.zh, Language::zh) == "15,000 亿元");
  CHECK(display_amount(0.123, share.en) == "12.3 %");
  CHECK(display_amount(0.123, share.zh, Language::zh) == "12.3%");
  CHECK(display_amount(2.0, bare.en) == "2.00");
  CHECK(display_amount(2.0, bare.zh, Language::zh) == "2.00");
}

TEST_CASE("differences of percentages are percentage points in Chinese") {
  CHECK(display_difference(0.05, share.en) == "5.0 %");
  CHECK(display_difference(0.05, share.zh, Language::zh) == "5.0 个百分点");
  CHECK(display_difference(-1e10, money.zh, Language::zh) == "-100 亿元");
}

TEST_CASE("the head of a row has the unit in brackets of its language") {
  CHECK(labelled("tco", "CNY bn", Language::en) == "tco [CNY bn]");
  CHECK(labelled("总拥有成本", "亿元", Language::zh) == "总拥有成本（亿元）");
  CHECK(labelled("irr_count", "", Language::zh) == "irr_count");
}

}  // namespace groundwork
