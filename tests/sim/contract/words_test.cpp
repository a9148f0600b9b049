#include "sim/contract/words.hpp"

#include <catch2/catch.hpp>
#include <type_traits>

#include "sim/contract/outputs.hpp"
#include "sim/contract/quantity.hpp"
#include "sim/contract/table.hpp"

namespace groundwork {

TEST_CASE("what a model declares does not compile without both languages") {
  STATIC_REQUIRE_FALSE(std::is_default_constructible_v<Words>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Words, const char*>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<std::string, Words>);
  STATIC_REQUIRE_FALSE(std::is_default_constructible_v<Declaration>);
  STATIC_REQUIRE_FALSE(std::is_default_constructible_v<Metric>);
  STATIC_REQUIRE_FALSE(std::is_default_constructible_v<Scope>);
  STATIC_REQUIRE_FALSE(std::is_default_constructible_v<Column>);
}

TEST_CASE("words are joined language by language") {
  const Words words = Words{"depth, ", "深度，"} + Words{"town", "镇区"} + Words::same(": 1");
  CHECK(words.in(Language::en) == "depth, town: 1");
  CHECK(words.in(Language::zh) == "深度，镇区: 1");
}

TEST_CASE("a kind of scope that nobody translated keeps its name") {
  CHECK(scope_kind_title("province") == Words{"province", "省份"});
  CHECK(scope_kind_title("island") == Words::same("island"));
}

}  // namespace groundwork
