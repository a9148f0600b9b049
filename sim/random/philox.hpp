#pragma once

#include <array>
#include <cstdint>

#include "sim/pack/bits.hpp"
#include "sim/random/stream.hpp"

/// Philox4x32-10, a random function of counter and key. Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as
/// easy as 1, 2, 3", SC11 (2011), section 3.3; all constants are from there.
namespace groundwork {

namespace philox {

inline constexpr int rounds = 10;
inline constexpr std::uint64_t multiplier_0 = 0xD2511F53;
inline constexpr std::uint64_t multiplier_1 = 0xCD9E8D57;
inline constexpr std::uint32_t key_step_0 = 0x9E3779B9;
inline constexpr std::uint32_t key_step_1 = 0xBB67AE85;

}  // namespace philox

/// The four output words for a counter and a key: the definition, one path at a time.
constexpr std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                                  std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < philox::rounds; ++round) {
    const std::uint64_t product_0 = philox::multiplier_0 * counter[0];
    const std::uint64_t product_1 = philox::multiplier_1 * counter[2];
    counter = {static_cast<std::uint32_t>(product_1 >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(product_1),
               static_cast<std::uint32_t>(product_0 >> 32) ^ counter[3] ^ key[1],
               static_cast<std::uint32_t>(product_0)};
    key = {key[0] + philox::key_step_0, key[1] + philox::key_step_1};
  }
  return counter;
}

/// 128 random bits in each lane.
template <class Real>
struct PhiloxBits {
  Bits<Real> first;   ///< Output word 0 | word 1 << 32.
  Bits<Real> second;  ///< Output word 2 | word 3 << 32.
};

/// Philox of the counter (path low, path high, stream, index) and the key (seed low, seed high); `path` may differ from
/// lane to lane. Words live in the low halves of the lanes. What the high halves hold is never looked at, which saves
/// masking.
template <class Real>
inline PhiloxBits<Real> philox_block(std::uint64_t seed, StreamKey stream, Bits<Real> path) {
  Bits<Real> word_0 = path, word_1 = path >> 32;
  Bits<Real> word_2 = in_every_lane<Real>(stream.stream), word_3 = in_every_lane<Real>(stream.index);
  auto key_0 = static_cast<std::uint32_t>(seed), key_1 = static_cast<std::uint32_t>(seed >> 32);
  for (int round = 0; round < philox::rounds; ++round) {
    const Bits<Real> product_0 = low_product(word_0, in_every_lane<Real>(philox::multiplier_0));
    const Bits<Real> product_1 = low_product(word_2, in_every_lane<Real>(philox::multiplier_1));
    word_0 = (product_1 >> 32) ^ (word_1 ^ std::uint64_t{key_0});
    word_1 = product_1;
    word_2 = (product_0 >> 32) ^ (word_3 ^ std::uint64_t{key_1});
    word_3 = product_0;
    key_0 += philox::key_step_0;
    key_1 += philox::key_step_1;
  }
  return {(word_0 & 0xffffffffU) | (word_1 << 32), (word_2 & 0xffffffffU) | (word_3 << 32)};
}

/// The first 64 of these bits.
template <class Real>
inline Bits<Real> philox_bits(std::uint64_t seed, StreamKey stream, Bits<Real> path) {
  return philox_block<Real>(seed, stream, path).first;
}

/// 128 bits that randomise all points of a replicate in one column at once; `use` < 2^32 tells several such keys apart.
/// The counters are those of paths 2^63 + use·2^8 + replicate, which no run reaches.
template <class Real>
inline PhiloxBits<Real> replicate_key(std::uint64_t seed, StreamKey stream, Bits<Real> replicate,
                                      std::uint64_t use = 0) {
  return philox_block<Real>(seed, stream, replicate | (std::uint64_t{1} << 63 | use << 8));
}

}  // namespace groundwork
