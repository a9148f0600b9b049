#include <catch2/catch.hpp>
#include <cmath>

#include "sim/graph/precedence.hpp"
#include "sim/graph/routes.hpp"

using namespace groundwork;

TEST_CASE("the shortest route may take a detour") {
  const std::vector<Link> links{{0, 1, 1.0}, {1, 2, 1.0}, {0, 2, 5.0}};
  CHECK(shortest_distances(4, links) ==
        std::vector<double>{0, 1, 2, INFINITY, 1, 0, 1, INFINITY, 2, 1, 0, INFINITY, INFINITY, INFINITY, INFINITY, 0});
}

TEST_CASE("parts that no link joins are told apart") {
  CHECK(connected_parts(4, {{0, 2, 1.0}, {1, 3, 1.0}}) == std::vector<int>{0, 1, 0, 1});
  CHECK(connected_parts(0, {}).empty());
}

TEST_CASE("steps come after those they wait for") {
  const StepOrder found = order_steps({{2}, {0, 2}, {}, {1}});
  CHECK(found.cycle.empty());
  CHECK(found.order == std::vector<int>{2, 0, 1, 3});
}

TEST_CASE("a cycle is named in waiting order") {
  const StepOrder found = order_steps({{}, {0, 3}, {1}, {2}});
  CHECK(found.order.empty());
  CHECK(found.cycle == std::vector<int>{1, 2, 3});
  CHECK(order_steps({{0}}).cycle == std::vector<int>{0});
}
