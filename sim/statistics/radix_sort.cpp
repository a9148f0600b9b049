#include "sim/statistics/radix_sort.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>

#include "sim/pack/bits.hpp"

namespace groundwork {

namespace {

constexpr int digit_bits = 11, digits = 6;
constexpr std::size_t digit_values = std::size_t{1} << digit_bits;
static_assert(digits * digit_bits >= 64);

/// Bits whose order as a whole number is that of the values.
std::uint64_t ordered_bits(double value) {
  constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63U;
  return bits_of(value) ^ (sign_of(value) | sign_bit);
}

std::size_t digit_of(double value, int digit) { return (ordered_bits(value) >> (digit * digit_bits)) % digit_values; }

using Counts = std::array<std::array<std::uint32_t, digit_values>, digits>;

/// How many values have which digits.
Counts count_digits(const std::vector<double>& values) {
  Counts counts{};
  for (const double value : values)
    for (int digit = 0; digit < digits; ++digit) ++counts[static_cast<std::size_t>(digit)][digit_of(value, digit)];
  return counts;
}

}  // namespace

void radix_sort(std::vector<double>& values, std::vector<double>& room) {
  Counts counts = count_digits(values);
  room.resize(values.size());
  for (int digit = 0; digit < digits; ++digit) {
    auto& places = counts[static_cast<std::size_t>(digit)];
    if (std::ranges::find(places, values.size()) != places.end()) continue;  // the same digit everywhere
    std::exclusive_scan(places.begin(), places.end(), places.begin(), std::uint32_t{0});
    for (const double value : values) room[places[digit_of(value, digit)]++] = value;
    values.swap(room);
  }
}

}  // namespace groundwork
