#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace groundwork {

/// A field of a CSV text, and the place of its first character (counted from 1, in characters).
struct CsvField {
  std::string text;
  int line = 0;
  int column = 0;
};

struct CsvFields {
  std::vector<std::vector<CsvField>> rows;  ///< Blank lines are left out.
  bool broken = false;                      ///< Stray or unclosed quote; reading ended in the field `broken_at`.
  CsvField broken_at;
};

/// Splits comma-separated text (RFC 4180: quotes, commas and newlines in quotes, any line ending).
CsvFields split_csv(std::string_view text);

}  // namespace groundwork
