#pragma once

#include <string>
#include <vector>

namespace groundwork {

/// A table of text: the first column to the left, the others to the right, as wide as they need to be.
class TextGrid {
 public:
  explicit TextGrid(std::vector<std::string> header) { rows_.push_back(std::move(header)); }
  /// As many cells as the header has, or fewer.
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  bool has_rows() const { return rows_.size() > 1; }
  /// Every line ends in '\n'; a line of dashes follows the header.
  std::string text() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

/// Columns that a text in UTF-8 takes on a terminal: Chinese characters take two, colours none.
int display_width(const std::string& text);

}  // namespace groundwork
