#include "sim/random/philox.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "sim/random/uniform.hpp"
#include "tests/sim/random/probe.hpp"

namespace groundwork {

namespace {

std::vector<std::uint64_t> probe_words() {
  std::mt19937_64 generator(11);
  std::vector<std::uint64_t> words{0,          ~std::uint64_t{0},  1,    std::uint64_t{1} << 63,
                                   0xffffffff, 0xffffffff00000000, 3999, 4000};
  for (int i = 0; i < 2000; ++i) words.push_back(generator());
  for (int i = 0; i < 200; ++i) words.push_back(generator() >> 52);
  return words;
}

BitProbe run_probe(Isa isa, const std::vector<std::uint64_t>& words) {
  switch (isa) {
    case Isa::scalar:
      return bit_probe<Isa::scalar>(words);
    case Isa::avx2:
      return bit_probe<Isa::avx2>(words);
    case Isa::avx512:
      return bit_probe<Isa::avx512>(words);
  }
  return {};
}

std::uint64_t reversed_one_by_one(std::uint64_t x) {
  std::uint64_t reversed = 0;
  for (int bit = 0; bit < 64; ++bit) reversed |= (x >> bit & 1U) << (63 - bit);
  return reversed;
}

}  // namespace

// Random123, file tests/kat_vectors, lines "philox4x32 10".
TEST_CASE("Philox4x32-10 gives the published answers") {
  using Words = std::array<std::uint32_t, 4>;
  constexpr std::uint32_t ones = 0xffffffff;
  CHECK(philox4x32({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(philox4x32({ones, ones, ones, ones}, {ones, ones}) == Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("the lanes of every width compute Philox, with path, stream and seed in their places") {
  const std::vector<std::uint64_t> paths = probe_words();
  for (const Isa isa : available_isas()) {
    INFO(name(isa));
    const BitProbe found = run_probe(isa, paths);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const auto low = static_cast<std::uint32_t>(paths[i]), high = static_cast<std::uint32_t>(paths[i] >> 32);
      const auto words = philox4x32({low, high, 0xfedcba98, 0x76543210}, {0x89abcdef, 0x01234567});
      wrong += found.block_first[i] != (words[0] | std::uint64_t{words[1]} << 32);
      wrong += found.block_second[i] != (words[2] | std::uint64_t{words[3]} << 32);
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("integer arithmetic on lanes is exact at every width") {
  const std::vector<std::uint64_t> words = probe_words();
  for (const Isa isa : available_isas()) {
    INFO(name(isa));
    const BitProbe found = run_probe(isa, words);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::uint64_t x = words[i];
      wrong += found.reversed[i] != reversed_one_by_one(x);
      wrong += found.product[i] != (x & 0xffffffff) * (x >> 32);
      wrong += found.less[i] != (x >> 2 < probe_bound ? ~std::uint64_t{0} : 0);
      wrong += found.real[i] != static_cast<double>(x >> 11);
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("uniform numbers are inside (0, 1) for any bits, at every width") {
  const std::vector<std::uint64_t> extremes{0,     ~std::uint64_t{0},     0x7ff, 0x800,
                                            0xfff, ~std::uint64_t{0x7ff}, 1,     ~std::uint64_t{1}};
  for (const Isa isa : available_isas()) {
    INFO(name(isa));
    const std::vector<double> u = run_probe(isa, extremes).uniform;
    CHECK(u[0] == 0x1p-53);
    CHECK(u[1] == 1.0 - 0x1p-53);
    CHECK(*std::min_element(u.begin(), u.end()) > 0.0);
    CHECK(*std::max_element(u.begin(), u.end()) < 1.0);
  }
}

}  // namespace groundwork
