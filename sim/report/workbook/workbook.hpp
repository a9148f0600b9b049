#pragma once

#include <filesystem>
#include <string>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/words.hpp"
#include "sim/report/saved/saved_run.hpp"

namespace groundwork {

/// A workbook of a run for planners, as the bytes of an .xlsx file: equal results give equal bytes. Numbers are in the
/// units of their display, at full precision. Throws std::runtime_error if there is no room for temporary files.
std::string run_workbook(const SavedRun& run, Language language);

/// Adds an error if a workbook cannot go to `path`: it does not end in .xlsx, there is no such folder, or something is
/// there that is no workbook of ours as we wrote it.
void check_workbook_file(const std::filesystem::path& path, Diagnostics& diagnostics);

/// Writes the file whole or not at all; throws std::runtime_error if the disk refuses.
void write_workbook(const std::filesystem::path& path, const std::string& bytes);

}  // namespace groundwork
