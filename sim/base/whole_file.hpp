#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace groundwork {

/// Writes a file beside `path`, brings it to the disk, and only then gives it that name: whoever looks finds the file
/// as it was or as it is, never a part. Why that failed, in words of the system; empty if it is done.
std::string write_whole_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace groundwork
