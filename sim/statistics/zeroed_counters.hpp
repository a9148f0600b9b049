#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/base/page_memory.hpp"
#include "sim/statistics/cell_state.hpp"

namespace groundwork {

/// The counters of all cells, zero at first. The recent ones lie side by side (1 KB a cell), as do those close to the
/// centre (2 KB a cell), which a short run never touches; the others take no memory as long as no value falls there.
class ZeroedCounters {
 public:
  explicit ZeroedCounters(std::size_t cells)
      : recent_(cells * CellCounters::close_count * sizeof(std::uint16_t), Pages::large),
        close_(cells * CellCounters::close_count * sizeof(std::uint32_t), Pages::large),
        far_(cells * sketch_counters * sizeof(std::uint32_t), Pages::small) {}

  /// As they are seen after so many paths.
  CellCounters after(std::int64_t paths) const {
    const bool needs_close = CellCounters::times_drained(paths) > 0;
    return {static_cast<std::uint16_t*>(recent_.data()),
            needs_close ? static_cast<std::uint32_t*>(close_.data()) : nullptr,
            static_cast<std::uint32_t*>(far_.data()) + sketch_side};
  }

 private:
  PageMemory recent_, close_, far_;
};

}  // namespace groundwork
