#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>

#include "sim/statistics/cell_state.hpp"

namespace groundwork {

/// The counters of all cells, zero at first. Those close to the centre, which take nearly all values, lie side by side
/// (2 KB a cell); the others have room of their own, which takes no memory as long as no value falls there.
class ZeroedCounters {
 public:
  explicit ZeroedCounters(std::size_t cells)
      : memory_(static_cast<std::uint32_t*>(std::calloc(cells * (close_counters + sketch_counters) + 16, 4))),
        distance_(static_cast<std::ptrdiff_t>(cells * close_counters)) {
    if (!memory_) throw std::bad_alloc();
    const auto past_line = reinterpret_cast<std::uintptr_t>(memory_.get()) % 64;
    first_ = memory_.get() + (past_line == 0 ? 0 : (64 - past_line) / 4);
  }

  /// As the kernels see them.
  CellCounters view() const { return {first_ + sketch_close, first_ + distance_ + sketch_side}; }

 private:
  static constexpr std::size_t close_counters = CellCounters::close_stride;
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };
  std::unique_ptr<std::uint32_t, Free> memory_;
  std::ptrdiff_t distance_;
  std::uint32_t* first_ = nullptr;
};

}  // namespace groundwork
