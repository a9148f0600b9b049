#pragma once

#include <vector>

namespace groundwork {

/// Steps 0, 1, … in an order in which each comes after those it waits for; or, if there is none, a cycle.
struct StepOrder {
  std::vector<int> order;
  std::vector<int> cycle;  ///< Steps on one cycle, each waiting for the one before it; empty if `order` is valid.
};

/// `after[i]` lists the steps that step i waits for.
StepOrder order_steps(const std::vector<std::vector<int>>& after);

}  // namespace groundwork
