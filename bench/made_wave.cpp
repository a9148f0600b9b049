#include "bench/made_wave.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace groundwork {

namespace {

enum class Kind { normal, skewed, atom, constant, long_tail };

Kind kind_of(int cell, Mix mix) {
  switch (mix) {
    case Mix::normal:
      return Kind::normal;
    case Mix::atoms:
      return Kind::atom;
    case Mix::long_tails:
      return Kind::long_tail;
    case Mix::constant:
      return Kind::constant;
    case Mix::realistic:
      break;
  }
  const int share = cell * 37 % 100;  // kinds take turns
  return share < 60   ? Kind::normal
         : share < 85 ? Kind::skewed
         : share < 92 ? Kind::atom
         : share < 97 ? Kind::constant
                      : Kind::long_tail;
}

double value_of(Kind kind, std::mt19937_64& generator) {
  std::normal_distribution<double> normal;
  switch (kind) {
    case Kind::normal:
      return 1e9 * (1.0 + 0.03 * normal(generator));
    case Kind::skewed:
      return std::exp(0.3 * normal(generator));
    case Kind::atom:
      return std::min(1.0, 1.0 + 0.1 * (normal(generator) + 0.25));
    case Kind::long_tail:
      return std::exp(normal(generator));
    case Kind::constant:
      break;
  }
  return 7.0;
}

}  // namespace

MadeWave::MadeWave(int tiles, Mix mix)
    : stride_(static_cast<std::size_t>((made_cells | 1) * tile_lanes)),
      memory_(std::make_unique<double[]>(stride_ * static_cast<std::size_t>(tiles) + tile_lanes)) {
  double* start = memory_.get();
  while (reinterpret_cast<std::uintptr_t>(start) % 64 != 0) ++start;
  std::mt19937_64 generator(5);
  for (int tile = 0; tile < tiles; ++tile) {
    double* const base = start + static_cast<std::size_t>(tile) * stride_;
    tiles_.push_back(base);
    for (int i = 0; i < made_cells * tile_lanes; ++i) base[i] = value_of(kind_of(i / tile_lanes, mix), generator);
  }
}

Wave MadeWave::wave(std::int64_t first_path) const { return {tiles_, first_path, paths()}; }

int MadeWave::paths() const { return static_cast<int>(tiles_.size()) * tile_lanes; }

std::vector<double> MadeWave::values(int cell) const {
  std::vector<double> found;
  for (const double* tile : tiles_) found.insert(found.end(), tile + cell * tile_lanes, tile + (cell + 1) * tile_lanes);
  return found;
}

double MadeWave::mean(int cell) const {
  const std::vector<double> all = values(cell);
  return std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
}

}  // namespace groundwork
