#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/table.hpp"

namespace groundwork {

inline constexpr int largest_table_megabytes = 64;

struct CsvTable {
  Table table;
  std::string digest;  ///< Of the file's content.
};

/// The columns `wanted` of a CSV file whose first row names its columns, in the order wanted. None if anything is
/// wrong: all rows are checked, the first 20 problems shown. `asked` is where the file was named.
std::optional<CsvTable> read_csv_table(const std::string& path, const std::vector<Column>& wanted,
                                       const SourcePosition& asked, Diagnostics& diagnostics);

}  // namespace groundwork
