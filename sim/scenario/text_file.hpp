#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

/// `path` as the user would type it, seen from the folder of `file`; from the current folder if `file` is "" (command
/// line).
std::string path_beside(const std::string& file, const std::string& path);

/// The path of a file that exists, from the root and free of links.
std::string absolute_path(const std::string& path);

/// The whole of a UTF-8 file of at most `megabytes`, without byte-order mark; or none, with one error, at `asked` if
/// the file cannot be read and in the file if its content is not text.
std::optional<std::string> read_text_file(const std::string& path, int megabytes, const SourcePosition& asked,
                                          Diagnostics& diagnostics);

}  // namespace groundwork
