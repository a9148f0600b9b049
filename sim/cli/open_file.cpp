#include "sim/cli/open_file.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

namespace groundwork {

bool open_file(const std::filesystem::path& path) {
  // Without a shell: no character of a path means anything but itself.
  std::string program = "xdg-open";
  std::string file = std::filesystem::absolute(path).string();
  char* const arguments[] = {program.data(), file.data(), nullptr};
  pid_t child = 0;
  if (::posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ) != 0) return false;
  int status = 0;
  return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace groundwork
