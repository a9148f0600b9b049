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

/// Size of a large page in bytes.
inline constexpr std::size_t large_page = std::size_t{1} << 21U;

/// Wishes for large pages in the part of this memory, not touched yet, that holds whole ones.
void wish_large_pages(void* memory, std::size_t bytes);

/// Reserves room for `count` elements of a string or vector that is about to be filled; in large pages, but for the
/// first ones, if it is much.
template <class Container>
void reserve_large(Container& container, std::size_t count) {
  constexpr std::size_t size = sizeof(typename Container::value_type);
  if (count * size < large_page) return container.reserve(count);
  container.reserve(count + large_page / size);  // so that the last page is a whole one
  wish_large_pages(container.data(), container.capacity() * size);
}

}  // namespace groundwork
