#include "sim/base/whole_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace groundwork {

namespace {

/// Writes all of `bytes` and has the system bring it to the disk.
bool write_through(const std::string& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return false;
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written = ::write(file, bytes.data() + done, bytes.size() - done);
    if (written < 0 && errno != EINTR) break;
    if (written > 0) done += static_cast<std::size_t>(written);
  }
  const bool is_whole = done == bytes.size() && ::fsync(file) == 0;
  const int problem = errno;  // close may set it
  const bool is_closed = ::close(file) == 0;
  if (!is_whole) errno = problem;
  return is_closed && is_whole;
}

}  // namespace

std::string write_whole_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::string fresh = path.string() + ".new";
  if (write_through(fresh, bytes) && std::rename(fresh.c_str(), path.c_str()) == 0) return "";
  const std::string why = std::generic_category().message(errno);
  ::unlink(fresh.c_str());
  return why;
}

}  // namespace groundwork
