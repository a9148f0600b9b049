#include "sim/contract/table.hpp"

#include <algorithm>
#include <utility>

namespace groundwork {

Table::Table(std::string file, std::vector<std::string> columns, std::vector<std::vector<Cell>> rows)
    : file_(std::move(file)), columns_(std::move(columns)), rows_(std::move(rows)) {}

const Table::Cell& Table::cell(int row, std::string_view column) const {
  const auto found = std::ranges::find(columns_, column);
  check(found != columns_.end(), "Table: column was not declared");
  return rows_.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(found - columns_.begin()));
}

}  // namespace groundwork
