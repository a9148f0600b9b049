#pragma once

#include <cstddef>

#include "sim/base/page_memory.hpp"

namespace groundwork {

/// Doubles for kernels: 64-byte aligned, of any content.
class AlignedDoubles {
 public:
  explicit AlignedDoubles(std::size_t count)
      : memory_(count * sizeof(double), count * sizeof(double) < worth_large_pages ? Pages::small : Pages::large) {}

  double* data() const { return static_cast<double*>(memory_.data()); }

 private:
  static constexpr std::size_t worth_large_pages = std::size_t{1} << 20U;
  PageMemory memory_;
};

}  // namespace groundwork
