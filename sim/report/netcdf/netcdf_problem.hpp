#pragma once

#include <filesystem>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

/// Refuses a FILE that a run could not or should not write: one in no folder, one that is there and not ours, or one in
/// the folder of the results, which is replaced as a whole. Changes nothing.
void check_netcdf_file(const std::filesystem::path& file, const std::filesystem::path& result_folder,
                       Diagnostics& diagnostics);

}  // namespace groundwork
