#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/base/page_memory.hpp"
#include "sim/statistics/cell_state.hpp"

namespace groundwork {

/// The counters of all cells, zero at first. Those close to the centre, which take nearly all values, lie side by side
/// (2 KB a cell); the others have room of their own, which takes no memory as long as no value falls there.
class ZeroedCounters {
 public:
  explicit ZeroedCounters(std::size_t cells)
      : close_(cells * CellCounters::close_stride * sizeof(std::uint32_t), Pages::large),
        far_(cells * sketch_counters * sizeof(std::uint32_t), Pages::small) {}

  /// As the kernels see them.
  CellCounters view() const {
    return {static_cast<std::uint32_t*>(close_.data()) + sketch_close,
            static_cast<std::uint32_t*>(far_.data()) + sketch_side};
  }

 private:
  PageMemory close_, far_;
};

}  // namespace groundwork
