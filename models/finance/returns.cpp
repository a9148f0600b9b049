#include "models/finance/returns.hpp"

namespace groundwork {

RateGrid::RateGrid() {
  for (int i = 0; i <= steps; ++i) discounts_[static_cast<std::size_t>(i)] = exp(-log_growth(i));
}

}  // namespace groundwork
