#pragma once

#include <string>
#include <variant>

#include "sim/contract/outputs.hpp"

namespace groundwork {

/// How a number is shown; it is stored in full.
struct NumberFormat {
  int decimals = 0;
  bool groups_digits = true;  ///< 1,234; a calendar year has no comma.
  bool drops_zeros = false;   ///< No zeros at the end, but one decimal at least.

  /// In the language of spreadsheets: "#,##0.0".
  std::string code() const;
};

/// The format of a metric's display; one decimal more where none would be shown and no value reaches 100, as in tables
/// on the console. `largest` is the largest magnitude, in display units.
NumberFormat number_format(const Display& display, double largest);

/// A number, which is an empty cell if it is not finite, or a text, which stays one whatever it begins with.
struct SheetCell {
  std::variant<std::string, double> value;
  NumberFormat format = {};

  SheetCell(std::string text) : value(std::move(text)) {}
  SheetCell(const char* text) : value(std::string(text)) {}
  SheetCell(double number, NumberFormat how) : value(number), format(how) {}

  bool is_text() const { return std::holds_alternative<std::string>(value); }
  /// Characters that it takes, Chinese ones counted twice.
  int width() const;
};

}  // namespace groundwork
