#include "sim/report/page/page_file.hpp"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>
#include <string_view>

#include "sim/base/whole_file.hpp"
#include "sim/report/page/page_template.hpp"

namespace groundwork {

namespace {

namespace fs = std::filesystem;

/// Whether the file says near its beginning that we wrote it, as the template does.
bool is_page(const fs::path& path) {
  constexpr std::string_view mark = R"(<meta name="generator" content="groundwork">)";
  std::string beginning(page_template().find(mark) + mark.size(), '\0');
  std::ifstream(path, std::ios::binary).read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  return beginning.ends_with(mark);
}

}  // namespace

fs::path default_page(const fs::path& folder) { return folder / "report.html"; }

void check_page_file(const fs::path& path, Diagnostics& diagnostics) {
  const fs::path folder = fs::absolute(path).parent_path();
  if (!fs::is_directory(folder))
    diagnostics.error({}, fmt::format("cannot write {}: there is no folder {}", path.string(), folder.string()),
                      "make the folder first, or choose another file with --out");
  else if (fs::is_directory(path))
    diagnostics.error({}, fmt::format("cannot write {}: it is a folder", path.string()),
                      "name a file in it, such as report.html");
  else if (fs::exists(path) && !is_page(path))
    diagnostics.error({}, fmt::format("{} is there already and is not a report of groundwork", path.string()),
                      "choose another file with --out, or remove this one yourself");
}

void write_page(const fs::path& path, const std::string& html) {
  const std::string why = write_whole_file(path, html);
  if (!why.empty()) throw std::runtime_error(fmt::format("cannot write {}: {}", path.string(), why));
}

}  // namespace groundwork
