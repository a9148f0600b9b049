#pragma once

#include <filesystem>
#include <string>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

/// Where the page of a folder of results goes unless it is said otherwise: report.html in it.
std::filesystem::path default_page(const std::filesystem::path& folder);

/// Adds an error if a page cannot go to `path`: something is there that is no page of ours, or there is no such folder.
void check_page_file(const std::filesystem::path& path, Diagnostics& diagnostics);

/// Writes the page whole or not at all; throws std::runtime_error if the disk refuses.
void write_page(const std::filesystem::path& path, const std::string& html);

}  // namespace groundwork
