#include "sim/random/latin_hypercube.hpp"

#include "sim/base/diagnostics.hpp"

namespace groundwork {

StrataGrid::StrataGrid(std::int64_t wanted) : strata(static_cast<std::uint64_t>(wanted)) {
  check(wanted >= 1 && wanted <= lhs_max_points, "StrataGrid: number of strata out of range");
  while (rows * rows < strata) ++rows;
  row_length = (strata + rows - 1) / rows;
}

}  // namespace groundwork
