#include "sim/scenario/backtest/published_value.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace groundwork {

TEST_CASE("a published number is read with its bound and with what rounding may hide") {
  struct Case {
    const char* text;
    double value;
    Bound bound;
    double half_step;
  };
  const Case all[] = {
      {"718000", 718000, Bound::none, 500},
      {"51.4", 51.4, Bound::none, 0.05},
      {"200", 200, Bound::none, 50},
      {"24.0", 24, Bound::none, 0.5},
      {"~1000", 1000, Bound::none, 500},
      {"0.273", 0.273, Bound::none, 0.0005},
      {"0", 0, Bound::none, 0},
      {"-1.5", -1.5, Bound::none, 0.05},
      {">620000", 620000, Bound::above, 0},
      {">=600000", 600000, Bound::at_least, 0},
      {"<40", 40, Bound::below, 0},
      {"<=40", 40, Bound::at_most, 0},
  };
  for (const Case& expected : all) {
    INFO(expected.text);
    const auto read = parse_published(expected.text);
    REQUIRE(read);
    CHECK(read->value == expected.value);
    CHECK(read->bound == expected.bound);
    CHECK(read->half_step == Approx(expected.half_step));
  }
}

TEST_CASE("what is not a number or a bound is not guessed") {
  for (const char* text : {"", "all", "70+ (sic; read 700000+)", "0.5-0.8", ">100 per year", "1,000", "nan", "1e6", ">",
                           "~", ">~5", "~>5", "5 ", "--5"}) {
    INFO(text);
    CHECK_FALSE(parse_published(text));
  }
}

TEST_CASE("two figures can agree if some value rounds to both, or keeps both bounds") {
  const auto agree = [](const std::string& a, const std::string& b) {
    const bool forth = can_agree(parse_published(a).value(), parse_published(b).value());
    CHECK(forth == can_agree(parse_published(b).value(), parse_published(a).value()));
    return forth;
  };
  CHECK(agree("718000", "717600"));
  CHECK(agree("718000", "720000"));  // 715,000 to 725,000
  CHECK_FALSE(agree("718000", "771000"));
  CHECK(agree(">620000", "718000"));
  CHECK_FALSE(agree(">730000", "718000"));
  CHECK(agree(">1", ">5"));
  CHECK_FALSE(agree(">5", "<1"));
}

TEST_CASE("a figure in another unit keeps its bound and its rounding") {
  const PublishedValue bn = scaled(parse_published(">60").value(), 1e9);
  CHECK((bn.value == 60e9 && bn.bound == Bound::above));
  CHECK(scaled(parse_published("50.1").value(), 0.01).half_step == Approx(0.0005));
}

}  // namespace groundwork
