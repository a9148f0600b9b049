#pragma once

#include <span>
#include <vector>

#include "sim/analysis/comparison/paired_difference.hpp"

namespace groundwork {

/// What it costs to have chosen an option, once the future is known.
struct Regret {
  Summary regret;  ///< The best option's value less this one's (or the reverse, if lower is better), >= 0, in the unit
                   ///< of the figure; its mean is the expected regret (Savage 1951).
  double best_share = Summary::unknown;        ///< Share of the paths on which no other option is better, 0 … 1.
  double best_share_error = Summary::unknown;  ///< Standard error of that.
};

/// That of each option. Paths on which any option is undefined are left out. `better` is not neither.
std::vector<Regret> regrets(std::span<const PathValues> options, Better better, Replication replication);

}  // namespace groundwork
