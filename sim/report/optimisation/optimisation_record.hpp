#pragma once

#include <string>

#include "sim/analysis/optimisation/optimisation.hpp"

namespace groundwork {

/// An optimisation with all that a report says of it.
struct OptimisationRecord {
  const OptimisationPlan& plan;
  const Study& baseline;
  const OptimisationProblem& problem;
  const Optimisation& found;
  std::string version;
};

}  // namespace groundwork
