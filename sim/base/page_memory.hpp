#pragma once

#include <cstddef>

namespace groundwork {

/// How memory is mapped. Large pages (2 MiB) spare look-ups of addresses where all of it is used, but take memory where
/// only places here and there are.
enum class Pages { small, large };

/// Memory of its own, zero at first, which takes room only where it is touched. Large pages are a wish: where the
/// system has none, they are small.
class PageMemory {
 public:
  /// Throws std::bad_alloc.
  PageMemory(std::size_t bytes, Pages pages);
  PageMemory(const PageMemory&) = delete;
  PageMemory& operator=(const PageMemory&) = delete;
  PageMemory(PageMemory&& other) noexcept;
  PageMemory& operator=(PageMemory&&) = delete;
  ~PageMemory();

  /// At the beginning of a page.
  void* data() const { return data_; }

 private:
  std::size_t mapped_;
  void* mapping_;
  void* data_;
};

}  // namespace groundwork
