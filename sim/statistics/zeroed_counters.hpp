#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/base/page_memory.hpp"
#include "sim/statistics/cell_state.hpp"

namespace groundwork {

/// The counters of all cells, zero at first. The recent ones lie side by side (1 KB a cell). The wide ones (16 KB a
/// cell) take memory only where values are far from the centre, or very many.
class ZeroedCounters {
 public:
  explicit ZeroedCounters(std::size_t cells)
      : recent_(cells * CellCounters::close_count * sizeof(std::uint16_t), Pages::large),
        wide_(cells * sketch_counters * sizeof(std::uint32_t), Pages::small),
        has_moved_(cells * sizeof(bool), Pages::small) {}

  /// As the kernels see them.
  CellCounters view() const {
    return {static_cast<std::uint16_t*>(recent_.data()), static_cast<std::uint32_t*>(wide_.data()) + sketch_side,
            static_cast<bool*>(has_moved_.data())};
  }

 private:
  PageMemory recent_, wide_, has_moved_;
};

}  // namespace groundwork
