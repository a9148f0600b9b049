#pragma once

#include <optional>
#include <string_view>

namespace groundwork {

/// What a publication says of the true value: about that, or more or less than that.
enum class Bound { none, above, at_least, below, at_most };

/// A number as it was published.
struct PublishedValue {
  double value = 0.0;
  Bound bound = Bound::none;
  double half_step = 0.0;  ///< Half a unit of the last digit that is not zero: what rounding may hide. 0 for a bound.
};

/// Reads "718000", "50.1", "~1000" or a bound: ">620000", ">=600000", "<40", "<=40". None if it is anything else.
std::optional<PublishedValue> parse_published(std::string_view text);

/// In another unit; `factor` > 0.
PublishedValue scaled(const PublishedValue& published, double factor);

/// Whether both can be right: whether there is a value that rounds to both, or lies within both bounds.
bool can_agree(const PublishedValue& a, const PublishedValue& b);

}  // namespace groundwork
