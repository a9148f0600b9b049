#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace groundwork {

/// Why results may not be written to `folder`; empty if it is not there (then the folders above it are made), is empty,
/// or holds nothing but results of ours. Throws nothing.
std::string folder_problem(const std::filesystem::path& folder);

/// Puts `files` (text by name) into `folder` all at once: they are written beside it first, then take its place. Throws
/// std::runtime_error if the folder is not ours or the disk refuses; then what was there before is still there.
void write_folder(const std::filesystem::path& folder, const std::map<std::string, std::string>& files);

}  // namespace groundwork
