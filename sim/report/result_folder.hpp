#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

/// Why results may not be written to `folder`; empty if it is not there and can be made, is empty, or holds nothing but
/// results of ours. Changes nothing.
std::string folder_problem(const std::filesystem::path& folder);

/// That problem, if there is one, as an error.
void check_result_folder(const std::filesystem::path& folder, Diagnostics& diagnostics);

/// Puts `files` (text by name) into `folder` all at once: they are written beside it first, then take its place; the
/// folders above it are made. Throws
/// std::runtime_error if the folder is not ours or the disk refuses; then what was there before is still there.
void write_folder(const std::filesystem::path& folder, const std::map<std::string, std::string>& files);

/// "Results in results/base": what a command says in the end.
Words results_in(const std::string& folder);

}  // namespace groundwork
