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

/// Outputs of those paths. A kernel writes every cell once and reads none back: they go to memory, past the caches
/// where the hardware can do so. Cheap to copy, and best taken by value, as are the numbers of cells that a loop
/// writes: what it knows by reference a compiler reads anew after every write, which might have changed it.
template <class Real>
class TileOutputs {
 public:
  TileOutputs(double* tile, int first_lane) : data_(tile + first_lane) {}
  void set(int cell, Real value) const { stream(data_ + static_cast<std::ptrdiff_t>(cell) * tile_paths, value); }
  /// Says that a cell will be written soon, so that its memory is fetched meanwhile where it is not passed by. Any
  /// number will do.
  [[gnu::always_inline]] void expect(int cell) const {
    if constexpr (!is_whole_line<Real>) __builtin_prefetch(data_ + static_cast<std::ptrdiff_t>(cell) * tile_paths, 1);
  }

 private:
  double* data_;
};

/// Throws std::logic_error: a kernel takes more than its program's scratch_doubles(). Not inline, to keep the throwing
/// out of kernels.
[[noreturn]] void refuse_scratch();

/// Hands out a kernel's working memory, front to back. More than there is is a programmer's error, found at the first
/// path: std::logic_error.
template <class Real>
class Scratch {
 public:
  explicit Scratch(std::span<double> memory) : next_(memory.data()), end_(memory.data() + memory.size()) {}
  /// `T` is Real, or an aggregate of nothing but Reals.
  template <class T = Real>
  std::span<T> take(int count) {
    static_assert(sizeof(T) % sizeof(Real) == 0);
    const std::size_t doubles = static_cast<std::size_t>(count) * (sizeof(T) / sizeof(double));
    if (doubles > static_cast<std::size_t>(end_ - next_)) refuse_scratch();
    const std::span<T> part(reinterpret_cast<T*>(next_), static_cast<std::size_t>(count));
    next_ += doubles;
    return part;
  }

 private:
  double* next_;
  double* end_;
};

/// Runs `evaluate(inputs, outputs, scratch)` for all paths of a tile, as many at a time as `Real` holds.
template <class Real, class Evaluate>
inline void for_each_lane_group(const double* inputs, double* outputs, std::span<double> scratch, Evaluate&& evaluate) {
  for (int lane = 0; lane < tile_paths; lane += lanes_of<Real>)
    evaluate(TileInputs<Real>(inputs, lane), TileOutputs<Real>(outputs, lane), Scratch<Real>(scratch));
  finish_streams<Real>();
}

}  // namespace groundwork
