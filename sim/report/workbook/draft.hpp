#pragma once

#include <string>

namespace groundwork {

/// A file that has no name on any disk, for a library that writes to names only. It is gone with the object.
class Draft {
 public:
  /// Throws std::runtime_error if the system has no room for it.
  Draft();
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft();

  /// Under which this program can open it.
  std::string path() const;
  /// All that was written to it.
  std::string bytes() const;

 private:
  int file_;
};

}  // namespace groundwork
