#pragma once

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/outputs.hpp"

namespace groundwork {

/// How a value stands to a threshold: >, >=, <, <=.
enum class Relation { above, at_least, below, at_most };
/// ">", ">=", "<", "<="
std::string_view symbol(Relation comparison);

/// Something that is true of a path or not: a figure beyond a threshold.
struct Condition {
  std::string text;  ///< As the user wrote it.
  int cell = 0;      ///< Of the output table.
  Relation comparison = Relation::above;
  double threshold = 0.0;            ///< In the unit of the figure; NaN until set_threshold if it is a percentile.
  std::optional<double> percentile;  ///< Which one of the figure's own values is the threshold, 0 … 100.

  /// Never of a value that is not finite.
  bool holds(double value) const;
  /// Takes a percentile from the figure's values, as results do (Hyndman and Fan 1996, type 7). A number stays.
  void set_threshold(std::span<const double> values);
};

/// Reads "FIGURE OP NUMBER": a figure as find_figure reads it, one of > >= < <=, and a number in the figure's unit,
/// such as 0.9, 1_000_000 or 2e9, or a percentile of the figure itself, such as p90. None if it is wrong; `diagnostics`
/// says why.
std::optional<Condition> parse_condition(std::string_view text, const OutputTable& table, Diagnostics& diagnostics);

}  // namespace groundwork
