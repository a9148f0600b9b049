#pragma once

#include <string>

#include "sim/store/database.hpp"

namespace groundwork {

/// PRAGMA user_version of the databases that this program writes; its tables are in docs/sweep.md.
inline constexpr int sweep_schema_version = 1;

/// Opens a database of sweeps, and makes its tables and the folders above it if it is new. An InputError if there is no
/// such file, or if it is of another program or of another version.
Database open_sweeps(const std::string& path, Opening opening);

}  // namespace groundwork
