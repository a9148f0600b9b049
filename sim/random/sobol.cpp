#include "sim/random/sobol.hpp"

#include <boost/random/sobol.hpp>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

namespace {

std::uint32_t mirrored(std::uint32_t digits) { return static_cast<std::uint32_t>(reversed_bits<double>(digits) >> 32); }

}  // namespace

SobolSequence::SobolSequence(int dimensions) {
  check(dimensions >= 0 && dimensions <= sobol_max_dimensions, "SobolSequence: too many dimensions");
  if (dimensions == 0) return;
  directions_.resize(static_cast<std::size_t>(dimensions) * 32);
  boost::random::sobol_engine<std::uint32_t, 32> points(static_cast<std::size_t>(dimensions));
  for (std::size_t digit = 0; digit < 32; ++digit) {
    // Point 2^(digit + 1) - 1 has the Gray code 2^digit, so it is the direction number; Boost counts from our point 1.
    points.seed(static_cast<std::uint32_t>((std::uint64_t{2} << digit) - 2));
    for (std::size_t dimension = 0; dimension < static_cast<std::size_t>(dimensions); ++dimension)
      directions_[dimension * 32 + digit] = mirrored(points());
  }
}

std::uint32_t SobolSequence::digits(int dimension, std::uint64_t index) const {
  const std::uint32_t* directions = &directions_[static_cast<std::size_t>(dimension) * 32];
  std::uint32_t digits = 0;
  for (std::uint64_t code = index ^ index >> 1; code != 0; code &= code - 1)
    digits ^= directions[__builtin_ctzll(code)];
  return digits;
}

}  // namespace groundwork
