#include "sim/base/text.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <span>

#include "sim/base/hash.hpp"

using namespace groundwork;

TEST_CASE("the closest key is the one a typist meant") {
  const std::vector<std::string> keys{"rollout.cost.ran", "rollout.cost.civil", "traffic.growth",
                                      "datacenter.growth_end"};
  CHECK(closest("rollout.cost.rann", keys) == "rollout.cost.ran");
  CHECK(closest("rollout.cost.vicil", keys) == "rollout.cost.civil");
  CHECK(closest("trafic.growth", keys) == "traffic.growth");
  CHECK(closest("quite.another.thing", keys).empty());
}

TEST_CASE("invalid UTF-8 is found at its first byte") {
  CHECK(first_invalid_utf8("共建共享 ok") == std::string_view::npos);
  CHECK(first_invalid_utf8("ab\xff") == 2);
  CHECK(first_invalid_utf8("\xc0\xaf") == 0);          // overlong
  CHECK(first_invalid_utf8("a\xed\xa0\x80") == 1);     // surrogate
  CHECK(first_invalid_utf8("\xf4\x90\x80\x80") == 0);  // past U+10FFFF
  CHECK(first_invalid_utf8("abc\xe5\x85") == 3);       // cut short
}

TEST_CASE("numbers are written to read back exactly, and read whole or not at all") {
  double value = 0.0;
  for (const double number : {0.1, 1e300, -7.0, 5e-324, 1.0 / 3.0}) {
    REQUIRE(parse_number(number_text(number), value));
    CHECK(value == number);
  }
  CHECK_FALSE(parse_number("1.5x", value));
  CHECK_FALSE(parse_number("", value));
  CHECK_FALSE(parse_number("1e999", value));
  CHECK_FALSE(parse_number("nan", value));
  CHECK(number_text(std::numeric_limits<double>::quiet_NaN()) == "nan");
}

TEST_CASE("shortening never cuts a character in two") { CHECK(shortened("共建共享", 4) == "共…"); }

TEST_CASE("hashes are those published for xxHash") {
  CHECK(stable_hash32("") == 0x02CC5D05U);                  // XXH32 of no bytes
  CHECK(digest("") == "99aa06d3014798d86001c324468d497f");  // XXH3-128 of no bytes
}

TEST_CASE("a digest does not depend on how the bytes are divided") {
  const std::string bytes(1000, 'x');
  for (const std::size_t cut : {0, 1, 240, 999}) {
    Digest parts;
    parts.add(std::as_bytes(std::span(bytes).first(cut)));
    parts.add(std::as_bytes(std::span(bytes).subspan(cut)));
    CHECK(parts.text() == digest(bytes));
  }
}
