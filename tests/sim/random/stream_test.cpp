#include "sim/random/stream.hpp"

#include <catch2/catch.hpp>

using namespace groundwork;

TEST_CASE("names that hash to one stream are found, a repeated name is none") {
  CHECK_FALSE(first_collision({"rollout.cost.ran", "traffic.growth", "rollout.cost.ran"}).has_value());
  REQUIRE(stream_id("input.46322") == stream_id("input.215306"));
  CHECK(first_collision({"a", "input.46322", "a", "input.46322", "input.215306"}) ==
        std::pair<std::size_t, std::size_t>(1, 4));
}
