#include "sim/base/page_memory.hpp"

#include <sys/mman.h>

#include <cstdint>
#include <new>
#include <utility>

namespace groundwork {

namespace {

/// From an address to the next where a large page can begin, in bytes.
std::size_t up_to_large_page(const void* address) {
  return (large_page - reinterpret_cast<std::uintptr_t>(address) % large_page) % large_page;
}

/// Large pages only come whole, and one more lets the first begin where it can.
std::size_t bytes_to_map(std::size_t bytes, Pages pages) {
  return pages == Pages::large ? (bytes / large_page + 2) * large_page : bytes + 1;
}

}  // namespace

PageMemory::PageMemory(std::size_t bytes, Pages pages)
    : mapped_(bytes_to_map(bytes, pages)),
      mapping_(::mmap(nullptr, mapped_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)),
      data_(mapping_) {
  if (mapping_ == MAP_FAILED) throw std::bad_alloc();
  if (pages == Pages::small) return;
  data_ = static_cast<char*>(mapping_) + up_to_large_page(mapping_);
  wish_large_pages(mapping_, mapped_);
}

PageMemory::PageMemory(PageMemory&& other) noexcept
    : mapped_(other.mapped_), mapping_(std::exchange(other.mapping_, nullptr)), data_(other.data_) {}

PageMemory::~PageMemory() {
  if (mapping_ != nullptr) ::munmap(mapping_, mapped_);
}

void wish_large_pages(void* memory, std::size_t bytes) {
  const std::size_t skipped = up_to_large_page(memory);
  if (skipped + large_page > bytes) return;
  const std::size_t whole = (bytes - skipped) / large_page * large_page;
  ::madvise(static_cast<char*>(memory) + skipped, whole, MADV_HUGEPAGE);  // may fail, and then pages are small
}

}  // namespace groundwork
