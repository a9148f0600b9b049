#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sim/analysis/discovery/peeling.hpp"

namespace groundwork {

/// Which box of a trajectory is wanted.
struct ChoiceSettings {
  std::optional<double> density;  ///< The first with at least this one, 0 … 1; the default is a trade-off.
  double pasted_share = 0.05;     ///< Of the box's paths, taken in by one paste.
  double significance = 0.05;     ///< Chance at which a box of pure noise keeps a restriction.
};

/// The paths that are searched.
struct Searched {
  const Cases& cases;
  const Paths& paths;
};

/// What a box is worth: its coverage times its certainty factor. Coverage is the share of all cases that it has. The
/// certainty factor (Shortliffe and Buchanan 1975, Mathematical Biosciences 23, 351-379) says how far its density is
/// from that of all paths to one: (density - density of all)/(1 - density of all). 1 for a box of all cases and nothing
/// else; 0 for the box of all paths, and for one that is no denser. `all` must have cases.
double worth(const CaseCount& box, const CaseCount& all);

/// Quasi-p-value of a restriction (Bryant and Lempert 2010, Technological Forecasting and Social Change 77, 34-49): the
/// chance that as many of the box's paths are cases if each is one with the density of the box without the restriction.
/// 1 if the box is empty.
double quasi_p(const Box& box, std::size_t restriction, const Searched& searched);

/// Leaves restrictions out, then pastes. First those whose quasi-p-value is not below significance over the number of
/// variables, as each was chosen from that many (Bonferroni), the least significant first. Then those that matter
/// little: as long as what is left is worth 95 % of what the chosen box was, and has the wanted density if there is
/// one, the one without which the box is worth most.
Box simplified(const Box& box, const Searched& searched, const ChoiceSettings& settings);

/// A box, and the step of the trajectory that it was made from.
struct Choice {
  std::size_t step = 0;
  Box box;
};

/// The step that is worth most, made simpler. If a density is wanted, the first step that has it when made simpler; if
/// none has, the densest.
Choice choose(std::span<const PeelStep> trajectory, const Searched& searched, const ChoiceSettings& settings);

}  // namespace groundwork
