#pragma once

#include <string>
#include <vector>

#include "sim/analysis/comparison/comparison.hpp"
#include "sim/analysis/value/decision_value.hpp"

namespace groundwork {

/// A decision, what it is judged by, and what it is worth to know more.
struct ValueReport {
  std::vector<ComparedOption> options;                      ///< Doing nothing last, if it is one: it has no path.
  Metric metric{"", "", Words::same(""), Words::same("")};  ///< `better` as it is judged.
  Scope scope{"", Words::same(""), ""};
  std::string period;
  RunSettings run;
  DecisionValue value;
};

}  // namespace groundwork
