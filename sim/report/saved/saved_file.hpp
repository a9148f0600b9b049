#pragma once

#include <filesystem>
#include <string>

#include "sim/report/json.hpp"

namespace groundwork {

/// The text of a file of results; one that cannot be read is an InputError.
std::string read_saved_file(const std::filesystem::path& path);

/// The same of a JSON file; one that we did not write, or that is damaged, is an InputError.
Json read_saved_json(const std::filesystem::path& path);

}  // namespace groundwork
