#pragma once

#include <limits>
#include <optional>
#include <string>

#include "sim/contract/words.hpp"

namespace groundwork {

/// A declared input that may be a number or a distribution. Names the column of the input block that holds its value
/// for each path; valid once the scenario is read.
struct Quantity {
  int column = -1;
};

/// Several draws of one kind, such as one a province or one a quarter: the columns first, first + 1, …
struct Family {
  int first = -1;
  int count = 0;
};

/// Closed interval of allowed values.
struct Bounds {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

/// Whether an input may be a distribution.
enum class Certainty { may_vary, fixed };

/// Whether a distribution without an end may pass the bounds: never, or with odds of one in a billion at each end.
enum class Tails { within, rarely_beyond };

/// All there is to know about an input, said once: reading, checking, `explain` and the tables in docs use this.
struct Declaration {
  std::string key;   ///< Dotted path in the scenario, such as "rollout.cost.ran".
  std::string unit;  ///< As written in scenarios, such as "CNY/station"; "1" for a pure number.
  Bounds bounds;     ///< In that unit; the whole support of a distribution must lie within.
  Words meaning;     ///< One line for planners.
  Tails tails = Tails::within;
  std::optional<double> otherwise = {};  ///< Its value where a scenario leaves it out; none: it must be set.
};

}  // namespace groundwork
