#include "sim/random/design.hpp"

#include <catch2/catch.hpp>
#include <cstring>

#include "tests/sim/random/columns.hpp"
#include "tests/sim/random/probe.hpp"

namespace groundwork {

namespace {

constexpr Sampler samplers[] = {Sampler::mc, Sampler::lhs, Sampler::sobol};

std::vector<double> run_probe(Isa isa, const Design& design, std::int64_t first_path, int tiles) {
  switch (isa) {
    case Isa::scalar:
      return design_probe<Isa::scalar>(design, 1, first_path, tiles);
    case Isa::avx2:
      return design_probe<Isa::avx2>(design, 1, first_path, tiles);
    case Isa::avx512:
      return design_probe<Isa::avx512>(design, 1, first_path, tiles);
  }
  return {};
}

bool same_bits(const double* a, const double* b, std::size_t count) {
  return std::memcmp(a, b, count * sizeof(double)) == 0;
}

}  // namespace

TEST_CASE("samplers are known by their names") {
  for (const Sampler sampler : samplers) CHECK(sampler_from_name(name(sampler)) == sampler);
  CHECK(name(Sampler::lhs) == "lhs");
  CHECK_FALSE(sampler_from_name("halton").has_value());
}

TEST_CASE("uniform numbers have the same bits at every width, filled or one by one, for every sampler") {
  constexpr int tiles = 63;
  constexpr std::size_t count = tiles * fill_width;
  for (const Sampler sampler : samplers)
    for (const std::int64_t first_path : {0, 8, 40008, 99488}) {
      const Design design({sampler, 0xfedcba9876543210, 99999}, test_columns(3));
      const std::vector<double> expected = run_probe(Isa::scalar, design, first_path, tiles);
      CHECK(same_bits(expected.data(), expected.data() + count, count));
      for (const Isa isa : available_isas()) {
        INFO(name(sampler) << " " << name(isa) << " " << first_path);
        const std::vector<double> found = run_probe(isa, design, first_path, tiles);
        CHECK(same_bits(found.data(), expected.data(), 2 * count));
      }
    }
}

TEST_CASE("tiles are written where the stride says and nowhere else") {
  constexpr int tiles = 3, stride = 24;
  const Design design({Sampler::sobol, 1, 1000}, test_columns(2));
  std::vector<double> spread(tiles * stride, -1.0), dense(tiles * fill_width);
  design.fill<double>(0, 16, tiles, spread.data() + 8, stride);
  design.fill<double>(0, 16, tiles, dense.data(), fill_width);
  for (int i = 0; i < tiles * stride; ++i) {
    const int lane = i % stride - 8;
    const bool inside = lane >= 0 && lane < fill_width;
    CHECK(spread[static_cast<std::size_t>(i)] ==
          (inside ? dense[static_cast<std::size_t>(i / stride * fill_width + lane)] : -1.0));
  }
}

TEST_CASE("a draw of a path depends on its own column only") {
  const std::vector<StreamKey> columns = test_columns(3);
  const Design before({Sampler::mc, 4, 1000}, {columns[0], columns[2]}), after({Sampler::mc, 4, 50000}, columns);
  CHECK(before.uniform<double>(1, 77) == after.uniform<double>(2, 77));
  const Design lhs_before({Sampler::lhs, 4, 1000}, {columns[2]}), lhs_after({Sampler::lhs, 4, 1000}, columns);
  CHECK(lhs_before.uniform<double>(0, 77) == lhs_after.uniform<double>(2, 77));
}

TEST_CASE("every part of seed, stream key and path makes a difference") {
  for (const Sampler sampler : samplers) {
    const auto draw = [&](std::uint64_t seed, StreamKey key, std::int64_t path) {
      return Design({sampler, seed, std::int64_t{1} << 35}, {key}).uniform<double>(0, path);
    };
    const double first = draw(0, {1, 2}, 0);
    for (const double other :
         {draw(1, {1, 2}, 0), draw(std::uint64_t{1} << 32, {1, 2}, 0), draw(0, {2, 2}, 0), draw(0, {1, 3}, 0),
          draw(0, {1, 2}, 1), draw(0, {1, 2}, 16), draw(0, {1, 2}, std::int64_t{1} << 32)})
      CHECK(other != first);
  }
}

TEST_CASE("designs that cannot be are refused with the limit") {
  CHECK(design_problem({Sampler::mc, 0, std::int64_t{1} << 50}, 100000).empty());
  CHECK(design_problem({Sampler::sobol, 0, sobol_max_points * replicates}, 3667).empty());
  CHECK(design_problem({Sampler::sobol, 0, 1000}, 3668) == "3668 random columns; sampler 'sobol' has at most 3667");
  CHECK(design_problem({Sampler::sobol, 0, sobol_max_points * replicates + 1}, 1) ==
        "68719476737 paths; sampler 'sobol' has at most 68719476736");
  CHECK(design_problem({Sampler::lhs, 0, sobol_max_points * replicates}, 1) ==
        "68719476736 paths; sampler 'lhs' has at most 68719476720");
  CHECK(design_problem({Sampler::mc, 0, 0}, 1) == "0 paths; there must be at least one");
  CHECK_THROWS_AS(Design({Sampler::mc, 0, 0}, {}), std::logic_error);
}

TEST_CASE("paths beyond the last point and unknown columns are programmer errors") {
  const Design design({Sampler::lhs, 0, 100}, test_columns(1));
  std::vector<double> numbers(8);
  CHECK_NOTHROW(design.fill<double>(0, 104, 1, numbers.data(), 8));
  CHECK_THROWS_AS(design.fill<double>(0, 112, 1, numbers.data(), 8), std::logic_error);
  CHECK_THROWS_AS(design.fill<double>(1, 0, 1, numbers.data(), 8), std::logic_error);
  CHECK_THROWS_AS(design.uniform<double>(0, -1), std::logic_error);
}

}  // namespace groundwork
