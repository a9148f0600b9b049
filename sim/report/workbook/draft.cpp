#include "sim/report/workbook/draft.hpp"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace groundwork {

Draft::Draft() : file_(::memfd_create("groundwork", MFD_CLOEXEC)) {
  if (file_ < 0)
    throw std::runtime_error(fmt::format("no room for a file in memory: {}", std::generic_category().message(errno)));
}

Draft::~Draft() { ::close(file_); }

std::string Draft::path() const { return fmt::format("/proc/self/fd/{}", file_); }

std::string Draft::bytes() const {
  std::ifstream file(path(), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace groundwork
