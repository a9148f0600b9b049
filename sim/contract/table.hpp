#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/quantity.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

/// A column that a CSV file must have. Unit "text" means words, which must not be empty unless `may_be_empty`.
struct Column {
  std::string name;
  std::string unit;
  Bounds bounds;
  Words meaning;
  bool may_be_empty = false;
};

/// The declared columns of a CSV file, checked: every cell is there, numbers are finite and within bounds.
class Table {
 public:
  struct Cell {
    std::string text;
    double number = 0.0;
    SourcePosition position;
  };

  Table() = default;
  Table(std::string file, std::vector<std::string> columns, std::vector<std::vector<Cell>> rows);

  int rows() const { return static_cast<int>(rows_.size()); }
  const std::string& file() const { return file_; }
  const Cell& cell(int row, std::string_view column) const;
  const std::string& text(int row, std::string_view column) const { return cell(row, column).text; }
  double number(int row, std::string_view column) const { return cell(row, column).number; }

 private:
  std::string file_;
  std::vector<std::string> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace groundwork
