#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "sim/report/netcdf/netcdf_file.hpp"

namespace groundwork {

/// What of us calls netCDF-C. It is a library of its own, loaded when it is first asked for: netCDF-C brings thirty
/// more, which take 20 ms to load, twice as long as all the rest of the program.
struct NetcdfLibrary {
  static constexpr const char* file_name = "libgroundwork_netcdf.so";  ///< Beside the program.
  static constexpr const char* symbol = "groundwork_netcdf";

  /// Begins a file. Throws as NetcdfFile does.
  std::unique_ptr<NetcdfFile> (*make_file)(const std::filesystem::path& path);
  /// A text that a NetCDF file says of itself, such as its `title`; empty if it does not, or is none.
  std::string (*text)(const std::filesystem::path& file, const std::string& attribute);
};

/// Throws std::runtime_error if it cannot be loaded.
const NetcdfLibrary& netcdf_library();

}  // namespace groundwork
