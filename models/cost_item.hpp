#pragma once

#include <string>

#include "sim/contract/words.hpp"

namespace groundwork {

/// A part of what stations or racks cost.
struct CostItem {
  std::string name;  ///< In keys or in results.
  Words meaning;     ///< For planners.
};

}  // namespace groundwork
