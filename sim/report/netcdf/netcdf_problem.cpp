#include "sim/report/netcdf/netcdf_problem.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "sim/report/netcdf/netcdf_library.hpp"
#include "sim/report/netcdf/netcdf_writer.hpp"

namespace groundwork {

namespace {

namespace fs = std::filesystem;

bool is_within(const fs::path& file, const fs::path& folder) {
  const fs::path whole = fs::weakly_canonical(file), above = fs::weakly_canonical(folder / "");
  const fs::path trimmed = above.has_filename() ? above : above.parent_path();
  return std::ranges::mismatch(trimmed, whole).in1 == trimmed.end();
}

std::string problem_of(const fs::path& file, const fs::path& folder, const NetcdfLibrary& library) {
  const fs::path parent = fs::absolute(file).parent_path();
  if (!file.has_filename()) return "this names a folder, not a file";
  if (is_within(file, folder)) return fmt::format("{} gets the results and is replaced as a whole", folder.string());
  if (!fs::is_directory(parent)) return fmt::format("there is no folder {}", parent.string());
  if (::access(parent.c_str(), W_OK) != 0) return fmt::format("cannot write in {}", parent.string());
  if (!fs::exists(file)) return "";
  if (!fs::is_regular_file(file)) return "it is there already, and is no regular file";
  return library.text(file, "source").starts_with(netcdf_source)
             ? ""
             : "there is a file already, and it is not a NetCDF file of groundwork";
}

}  // namespace

void check_netcdf_file(const fs::path& file, const fs::path& result_folder, Diagnostics& diagnostics) try {
  if (const std::string problem = problem_of(file, result_folder, netcdf_library()); !problem.empty())
    diagnostics.error({file.string(), 0, 0}, problem,
                      "name another file with --netcdf, in a folder that is there and not that of the results");
} catch (const fs::filesystem_error& error) {
  diagnostics.error({file.string(), 0, 0}, fmt::format("cannot look for it: {}", error.code().message()));
} catch (const std::runtime_error& error) {
  diagnostics.error({file.string(), 0, 0}, error.what(),
                    fmt::format("put {} beside the program, or leave out --netcdf", NetcdfLibrary::file_name));
}

}  // namespace groundwork
