#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// An uncertain input, a family of the model's draws, or several of these.
enum class FactorKind { input, draws, group };

/// What an effect is attributed to: an uncertain input, or several columns taken together.
struct Factor {
  std::string name;
  std::vector<int> columns;          ///< Of the inputs, ascending; at least one.
  std::vector<std::string> members;  ///< Their inputs; a family of draws counts as one, "NAME[*]".
  FactorKind kind = FactorKind::group;
};

/// Every uncertain input, and every family of the model's draws ("geography.spread.cost[*]",
/// "construction.disruption[*]"), in column order.
std::vector<Factor> single_factors(const Study& study);

/// The factors of `singles` at or below dotted prefixes, such as "rollout.cost" (or "rollout.cost.*"), each as one. A
/// prefix without any, and two that overlap, are wrong input.
std::vector<Factor> factors_below(const std::vector<Factor>& singles, const std::vector<std::string>& prefixes,
                                  Diagnostics& diagnostics);

/// The factors that dotted prefixes name, such as "rollout.cost" (or "rollout.cost.*"): all inputs and draws at or
/// below each. A prefix without uncertain input, two groups that overlap, and a group that has only some of the inputs
/// that are correlated with one another are wrong input.
std::vector<Factor> named_groups(const Study& study, const std::vector<std::string>& prefixes,
                                 Diagnostics& diagnostics);

/// Every drawn column in exactly one factor, independent of all others: `groups`, then what is left of the single
/// factors. Correlated inputs in no group become one factor, "NAME and N correlated".
std::vector<Factor> independent_factors(const Study& study, const std::vector<Factor>& groups);

}  // namespace groundwork
