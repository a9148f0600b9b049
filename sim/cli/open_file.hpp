#pragma once

#include <filesystem>

namespace groundwork {

/// Asks the desktop to show a file in the program that shows such files; whether there was one to ask.
bool open_file(const std::filesystem::path& path);

}  // namespace groundwork
