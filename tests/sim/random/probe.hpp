#pragma once

#include <cstdint>
#include <vector>

#include "sim/pack/isa.hpp"
#include "sim/random/design.hpp"

namespace groundwork {

/// What bit_probe finds for each of its words.
struct BitProbe {
  std::vector<std::uint64_t> reversed, product, less, block_first, block_second;
  std::vector<double> real, uniform;
};

inline constexpr std::uint64_t probe_seed = 0x0123456789abcdef;
inline constexpr StreamKey probe_stream{0xfedcba98, 0x76543210};
inline constexpr std::uint64_t probe_bound = 1000;

/// For each word x: its bits reversed; low_product with its high half; whether x >> 2 is less than probe_bound;
/// philox_block of probe_seed, probe_stream and path x; x >> 11 as a double; the uniform number from x. The number of
/// words is a multiple of 8.
template <Isa>
BitProbe bit_probe(const std::vector<std::uint64_t>& words);

/// Numbers of paths first_path … first_path + 8·tiles - 1 by Design::fill, then the same by Design::uniform.
template <Isa>
std::vector<double> design_probe(const Design& design, int column, std::int64_t first_path, int tiles);

}  // namespace groundwork
