#include "sim/pack/native.hpp"
#include "sim/random/design.hpp"
#include "sim/random/uniform.hpp"

namespace groundwork {

namespace {

/// Groups of lanes in the paths that share a point.
template <class Real>
constexpr int groups = replicates / lanes_of<Real>;

template <class Real>
int group_of(std::uint64_t path) {
  return static_cast<int>(path % replicates) / lanes_of<Real>;
}

template <class Real>
Bits<Real> group_replicates(int group) {
  return lane_numbers<Real>() + static_cast<std::uint64_t>(group * lanes_of<Real>);
}

/// A column of a plain Monte-Carlo design, as a function of the first path in the lanes.
template <class Real>
struct PlainColumn {
  std::uint64_t seed;
  StreamKey stream;

  Real operator()(std::uint64_t path) const {
    return uniform_from_bits<Real>(philox_bits<Real>(seed, stream, lane_numbers<Real>() + path));
  }
};

template <class Real>
struct LatinColumn {
  PlainColumn<Real> jitter;
  StrataGrid grid;
  StrataPermutation<Real> permutations[groups<Real>];

  LatinColumn(std::uint64_t seed, StreamKey stream, StrataGrid strata) : jitter{seed, stream}, grid(strata) {
    for (int group = 0; group < groups<Real>; ++group)
      permutations[group] = StrataPermutation<Real>(grid, seed, stream, group_replicates<Real>(group));
  }

  Real operator()(std::uint64_t path) const {
    const Bits<Real> stratum = permutations[group_of<Real>(path)](grid, path / replicates);
    return within_stratum<Real>(stratum, jitter(path), grid.strata);
  }
};

/// Asked for paths in ascending order, it finds the digits of a point from those of the point before.
template <class Real>
struct SobolColumn {
  const SobolSequence& sequence;
  int dimension;
  std::uint64_t point;
  std::uint32_t digits;
  PhiloxBits<Real> keys[groups<Real>];

  SobolColumn(const SobolSequence& points, int column, std::uint64_t first_point)
      : sequence(points), dimension(column), point(first_point), digits(points.digits(column, first_point)) {}

  void scramble(std::uint64_t seed, StreamKey stream) {
    for (int group = 0; group < groups<Real>; ++group)
      keys[group] = replicate_key<Real>(seed, stream, group_replicates<Real>(group));
  }

  Real operator()(std::uint64_t path) {
    while (point < path / replicates) digits ^= sequence.step(dimension, ++point);
    return uniform_from_bits<Real>(Scramble<Real>(keys[group_of<Real>(path)])(digits));
  }
};

}  // namespace

/// Calls `use` with a function from the first path in the lanes to their numbers; paths must ascend from `first_path`.
template <class Real, class Use>
void Design::with_column(int column, std::int64_t first_path, Use use) const {
  const StreamKey stream = columns_[static_cast<std::size_t>(column)];
  if (spec_.sampler == Sampler::mc) return use(PlainColumn<Real>{spec_.seed, stream});
  if (spec_.sampler == Sampler::lhs) return use(LatinColumn<Real>(spec_.seed, stream, grid_));
  SobolColumn<Real> sobol(sobol_, column, static_cast<std::uint64_t>(first_path / replicates));
  sobol.scramble(spec_.seed, stream);
  use(sobol);
}

template <class Real>
Real Design::uniform(int column, std::int64_t first_path) const {
  check_paths(column, first_path, lanes_of<Real>);
  Real result{};
  with_column<Real>(column, first_path,
                    [&](auto numbers) { result = numbers(static_cast<std::uint64_t>(first_path)); });
  return result;
}

template <class Real>
void Design::fill(int column, std::int64_t first_path, int tiles, double* to, std::ptrdiff_t stride) const {
  check_paths(column, first_path, std::int64_t{tiles} * fill_width);
  with_column<Real>(column, first_path, [=](auto numbers) {
    auto path = static_cast<std::uint64_t>(first_path);
    for (std::ptrdiff_t tile = 0; tile < tiles; ++tile)
      for (int lane = 0; lane < fill_width; lane += lanes_of<Real>, path += lanes_of<Real>)
        store<Real>(to + tile * stride + lane, numbers(path));
  });
}

template Native Design::uniform<Native>(int, std::int64_t) const;
template void Design::fill<Native>(int, std::int64_t, int, double*, std::ptrdiff_t) const;

}  // namespace groundwork
