#include "sim/base/page_memory.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <vector>

using namespace groundwork;

TEST_CASE("what is filled after reserve_large stays where it is") {
  for (const std::size_t count : {std::size_t{0}, std::size_t{100}, std::size_t{1000000}}) {
    std::vector<double> values;
    reserve_large(values, count);
    const double* const before = values.data();
    values.resize(count, 1.0);
    CHECK(values.data() == before);
    CHECK(std::accumulate(values.begin(), values.end(), 0.0) == static_cast<double>(count));
  }
}
