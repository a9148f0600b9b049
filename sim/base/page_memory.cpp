#include "sim/base/page_memory.hpp"

#include <sys/mman.h>

#include <cstdint>
#include <new>
#include <utility>

namespace groundwork {

namespace {

constexpr std::size_t large_page = std::size_t{1} << 21U;

}  // namespace

PageMemory::PageMemory(std::size_t bytes, Pages pages)
    : mapped_(pages == Pages::large ? bytes + large_page : bytes + 1),
      mapping_(::mmap(nullptr, mapped_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)),
      data_(mapping_) {
  if (mapping_ == MAP_FAILED) throw std::bad_alloc();
  if (pages == Pages::small) return;
  const auto past_page = reinterpret_cast<std::uintptr_t>(mapping_) % large_page;
  data_ = static_cast<char*>(mapping_) + (past_page == 0 ? 0 : large_page - past_page);
  ::madvise(mapping_, mapped_, MADV_HUGEPAGE);  // may fail, and then pages are small
}

PageMemory::PageMemory(PageMemory&& other) noexcept
    : mapped_(other.mapped_), mapping_(std::exchange(other.mapping_, nullptr)), data_(other.data_) {}

PageMemory::~PageMemory() {
  if (mapping_ != nullptr) ::munmap(mapping_, mapped_);
}

}  // namespace groundwork
