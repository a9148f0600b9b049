#include "sim/random/sobol.hpp"

#include <boost/random/sobol.hpp>
#include <catch2/catch.hpp>
#include <map>

using namespace groundwork;

namespace {

double unscrambled(const SobolSequence& sequence, int dimension, std::uint64_t index) {
  return static_cast<double>(reversed_bits<double>(sequence.digits(dimension, index))) * 0x1p-64;
}

}  // namespace

// Joe and Kuo, "Notes on generating Sobol' sequences" (2008) and the example of their program: D = 3, N = 10.
TEST_CASE("the first points are those that Joe and Kuo publish") {
  constexpr double published[10][3] = {{0, 0, 0},
                                       {0.5, 0.5, 0.5},
                                       {0.75, 0.25, 0.25},
                                       {0.25, 0.75, 0.75},
                                       {0.375, 0.375, 0.625},
                                       {0.875, 0.875, 0.125},
                                       {0.625, 0.125, 0.875},
                                       {0.125, 0.625, 0.375},
                                       {0.1875, 0.3125, 0.9375},
                                       {0.6875, 0.8125, 0.4375}};
  const SobolSequence sequence(3);
  for (std::uint64_t index = 0; index < 10; ++index)
    for (int dimension = 0; dimension < 3; ++dimension)
      CHECK(unscrambled(sequence, dimension, index) == published[index][dimension]);
}

TEST_CASE("points are those of Boost.Random, one place later, near and far, in many dimensions") {
  constexpr int dimensions = sobol_max_dimensions;
  const SobolSequence sequence(dimensions);
  boost::random::sobol boost_points(dimensions);
  std::size_t wrong = 0;
  for (const std::uint64_t start : {std::uint64_t{0}, std::uint64_t{123456}, (std::uint64_t{1} << 31) - 2}) {
    boost_points.seed(start);
    for (std::uint64_t index = start + 1; index <= start + 40; ++index)
      for (int dimension = 0; dimension < dimensions; ++dimension)
        wrong += reversed_bits<double>(sequence.digits(dimension, index)) != boost_points();
  }
  CHECK(wrong == 0);
}

TEST_CASE("stepping from point to point is the same as going there") {
  const SobolSequence sequence(7);
  for (const std::uint64_t start : {std::uint64_t{0}, (std::uint64_t{1} << 32) - 70})
    for (std::uint64_t index = start + 1; index < start + 70; ++index)
      CHECK((sequence.digits(6, index - 1) ^ sequence.step(6, index)) == sequence.digits(6, index));
}

// Digit k of the result depends on the first k digits and the low k bits of the key only, so sixteen offsets and eight
// odd factors are all the scrambles there are of four digits. Owen (1995): two points with k common digits keep k
// common digits, which are uniform, part at the next, and all that follows is uniform and independent.
TEST_CASE("over all keys, two points get each pair that nested scrambling allows equally often") {
  for (std::uint32_t a = 0; a < 16; ++a) {
    for (std::uint32_t b = 0; b < a; ++b) {
      std::map<std::pair<std::uint64_t, std::uint64_t>, int> times;
      for (std::uint64_t offset = 0; offset < 16; ++offset)
        for (std::uint64_t factor = 1; factor < 16; factor += 2) {
          const Scramble<double> scramble({offset, factor});
          ++times[{scramble(a) >> 60, scramble(b) >> 60}];
        }
      const int common = __builtin_ctz(a ^ b);
      const std::size_t allowed = std::size_t{1} << (4 + 3 - common);
      REQUIRE(times.size() == allowed);
      for (const auto& [pair, count] : times) {
        REQUIRE(count == 128 / static_cast<int>(allowed));
        REQUIRE(__builtin_clz(static_cast<std::uint32_t>(pair.first ^ pair.second)) - 28 == common);
      }
    }
  }
}
