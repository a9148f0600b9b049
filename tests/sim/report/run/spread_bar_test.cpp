#include "sim/report/run/spread_bar.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "sim/report/text_grid.hpp"

namespace groundwork {

TEST_CASE("a bar of 21 characters has the median in the middle and 5 % of it a character") {
  CHECK(spread_bar(80.0, 100.0, 110.0, 21) == "      ╺━━━┿━╸        ");  // -20 % is 4 characters to the left, 10 % 2
  CHECK(spread_bar(0.50, 1.00, 1.50, 21) == "╺━━━━━━━━━┿━━━━━━━━━╸");    // the ends of the scale
  CHECK(spread_bar(99.0, 100.0, 101.2, 21) == "          │          ");  // less than 1.25 %: not half a character
  CHECK(spread_bar(98.0, 100.0, 100.0, 21) == "          ┥          ");
  CHECK(spread_bar(100.0, 100.0, 104.0, 21) == "          ┝╸         ");  // 0.8 characters: 0.5 and 0.3
}

TEST_CASE("a bar of 11 characters has 10 % of the median a character") {
  CHECK(spread_bar(80.0, 100.0, 110.0, 11) == "   ╺━┿╸    ");
}

TEST_CASE("what goes past the scale is marked") {
  CHECK(spread_bar(40.0, 100.0, 100.0, 21) == "<━━━━━━━━━┥          ");
  CHECK(spread_bar(100.0, 100.0, 900.0, 21) == "          ┝━━━━━━━━━>");
}

TEST_CASE("of a negative median, more is still to the right") {
  CHECK(spread_bar(-110.0, -100.0, -80.0, 21) == "        ╺━┿━━━╸      ");
}

TEST_CASE("a figure without spread is its median, one without a median or size has no bar") {
  CHECK(spread_bar(7.0, 7.0, 7.0, 11) == "     │     ");
  CHECK(spread_bar(-1.0, 0.0, 1.0, 21).empty());
  CHECK(spread_bar(-1.0, std::numeric_limits<double>::quiet_NaN(), 1.0, 21).empty());
}

TEST_CASE("a scale is as wide as its bars") {
  CHECK(bar_scale(21) == "-50 %    P50    +50 %");
  CHECK(bar_scale(11) == "-50 % +50 %");
  for (const int cells : {11, 21}) CHECK(display_width(spread_bar(0.3, 1.0, 1.2, cells)) == cells);
}

}  // namespace groundwork
