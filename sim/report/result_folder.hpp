#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace groundwork {

/// Whether results may be written to `folder`: it is not there, is empty, or holds results of ours. Otherwise says why
/// not. Throws nothing.
std::string folder_problem(const std::filesystem::path& folder);

/// Puts `files` (text by name) into `folder` all at once: they are written beside it first, then take its place. Throws
/// std::runtime_error if the folder is not ours or the disk refuses; then what was there before is still there.
void write_folder(const std::filesystem::path& folder, const std::map<std::string, std::string>& files);

}  // namespace groundwork
