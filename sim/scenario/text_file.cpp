#include "sim/scenario/text_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include "sim/base/text.hpp"

namespace groundwork {

namespace files = std::filesystem;

std::string path_beside(const std::string& file, const std::string& path) {
  const files::path given(path);
  if (file.empty() || given.is_absolute()) return given.lexically_normal().string();
  const files::path joined = files::path(file).parent_path() / given;
  const files::path tidy = joined.lexically_normal();
  std::error_code failure;  // behind a symbolic link, "a/../b" need not be "b"
  const bool same = !files::exists(joined, failure) || files::equivalent(joined, tidy, failure);
  return same ? tidy.string() : joined.string();
}

std::string absolute_path(const std::string& path) { return files::canonical(path).string(); }

namespace {

/// "did you mean 'x'?" for a file of a similar name in the same folder.
std::string similar_file(const files::path& path) {
  std::vector<std::string> names;
  std::error_code failure;
  const files::path folder = path.has_parent_path() ? path.parent_path() : files::path(".");
  for (files::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure))
    names.push_back(entry->path().filename().string());
  std::ranges::sort(names);
  const std::string found = closest(path.filename().string(), names);
  return found.empty() ? "" : fmt::format("did you mean '{}'?", (path.parent_path() / found).string());
}

/// Why a file cannot be read, or "".
std::string obstacle(const files::path& path, int megabytes) {
  std::error_code failure;
  const files::file_status status = files::status(path, failure);
  if (status.type() == files::file_type::not_found) return "there is no such file";
  if (files::is_directory(status)) return "it is a folder";
  if (failure) return failure.message();
  if (!files::is_regular_file(status)) return "it is not a regular file";
  const double size_mb = static_cast<double>(files::file_size(path, failure)) / 1e6;
  if (failure || size_mb > megabytes) return fmt::format("it has {:.1f} MB, the limit is {} MB", size_mb, megabytes);
  return "";
}

void report_bad_byte(const std::string& path, std::string_view text, std::size_t bad, Diagnostics& diagnostics) {
  const std::string_view before = text.substr(0, bad);
  const auto line = 1 + std::ranges::count(before, '\n');
  const std::string_view in_line = before.substr(before.rfind('\n') + 1);
  const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  const auto column = 1 + std::ranges::count_if(in_line, is_start);
  diagnostics.error({path, static_cast<int>(line), static_cast<int>(column)},
                    fmt::format("byte 0x{:02x} is not UTF-8", static_cast<unsigned char>(text[bad])),
                    "save the file as UTF-8");
}

}  // namespace

std::optional<std::string> read_text_file(const std::string& path, int megabytes, const SourcePosition& asked,
                                          Diagnostics& diagnostics) {
  std::string problem = obstacle(path, megabytes);
  std::ifstream stream;
  if (problem.empty()) stream.open(path, std::ios::binary);
  if (problem.empty() && !stream) problem = "permission denied";
  if (!problem.empty()) {
    const std::string hint = problem == "there is no such file" ? similar_file(path) : "";
    diagnostics.error(asked, fmt::format("cannot read '{}': {}", path, problem), hint);
    return std::nullopt;
  }
  std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  const std::size_t bad = first_invalid_utf8(text);
  if (bad == std::string_view::npos) return text;
  report_bad_byte(path, text, bad, diagnostics);
  return std::nullopt;
}

}  // namespace groundwork
