#pragma once

#include <cstddef>
#include <span>

#include "sim/contract/model.hpp"
#include "sim/contract/quantity.hpp"
#include "sim/pack/pack.hpp"

namespace groundwork {

/// Inputs of the paths that one `Real` holds.
template <class Real>
class TileInputs {
 public:
  TileInputs(const double* tile, int first_lane) : data_(tile + first_lane) {}
  Real operator[](Quantity quantity) const { return column(quantity.column); }
  Real operator()(Family family, int i) const { return column(family.first + i); }

 private:
  Real column(int c) const { return load<Real>(data_ + static_cast<std::ptrdiff_t>(c) * tile_paths); }
  const double* data_;
};

/// Outputs of those paths.
template <class Real>
class TileOutputs {
 public:
  TileOutputs(double* tile, int first_lane) : data_(tile + first_lane) {}
  void set(int cell, Real value) { store<Real>(data_ + static_cast<std::ptrdiff_t>(cell) * tile_paths, value); }
  Real get(int cell) const { return load<Real>(data_ + static_cast<std::ptrdiff_t>(cell) * tile_paths); }

 private:
  double* data_;
};

/// Hands out a kernel's working memory, front to back.
template <class Real>
class Scratch {
 public:
  explicit Scratch(double* memory) : next_(reinterpret_cast<Real*>(memory)) {}
  /// `T` is Real, or an aggregate of nothing but Reals.
  template <class T = Real>
  std::span<T> take(int count) {
    static_assert(sizeof(T) % sizeof(Real) == 0);
    const std::span<T> part(reinterpret_cast<T*>(next_), static_cast<std::size_t>(count));
    next_ += static_cast<std::size_t>(count) * (sizeof(T) / sizeof(Real));
    return part;
  }

 private:
  Real* next_;
};

/// Runs `evaluate(inputs, outputs, scratch)` for all paths of a tile, as many at a time as `Real` holds.
template <class Real, class Evaluate>
inline void for_each_lane_group(const double* inputs, double* outputs, double* scratch, Evaluate&& evaluate) {
  for (int lane = 0; lane < tile_paths; lane += lanes_of<Real>) {
    TileOutputs<Real> out(outputs, lane);
    evaluate(TileInputs<Real>(inputs, lane), out, Scratch<Real>(scratch));
  }
}

}  // namespace groundwork
