#pragma once

#include <string>

#include "sim/analysis/optimisation/optimisation.hpp"
#include "tests/sim/analysis/sensitivity/test_function.hpp"

namespace groundwork {

/// A function whose inputs are numbers, "value = 1", or distributions, and what optimising it gave.
struct Optimised {
  OptimisationPlan plan;
  OptimisationProblem problem;
  Optimisation found;
  std::string warnings;

  /// Of the chosen plan.
  double lever(std::size_t index) const { return found.chosen().values.value().at(index); }
};

/// Optimises by a plan, whose text here is without title and scenario. "y" is the figure, "case.x0" and so on the
/// inputs.
Optimised optimised(const TestFunction& function, const std::string& plan, int threads = 2);

/// A [[lever]] on an input from one end to the other, with `more` behind it.
std::string lever_text(const std::string& input, double from, double to, const std::string& more = "");

}  // namespace groundwork
