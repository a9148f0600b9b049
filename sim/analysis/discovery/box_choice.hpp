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

/// Coverage less mass: the share of the cases that the box has, less its share of all paths. Times the density of all
/// paths, it is the weighted relative accuracy of a rule (Lavrac, Flach and Zupan 1999, ILP-99, 174-185). 0 for the box
/// of all paths, and for one that has no more of the cases than of the paths. `all` must have cases.
double gathered(const CaseCount& box, const CaseCount& all);

/// Quasi-p-value of a restriction (Bryant and Lempert 2010, Technological Forecasting and Social Change 77, 34-49): the
/// chance that as many of the box's paths are cases if each is one with the density of the box without the restriction.
/// 1 if the box is empty.
double quasi_p(const Box& box, std::size_t restriction, const Searched& searched);

/// Step of the trajectory: the one that gathers most, or the first of the wanted density (the densest if there is none).
std::size_t chosen_step(std::span<const PeelStep> trajectory, const ChoiceSettings& settings);

/// Leaves restrictions out, then pastes. First those whose quasi-p-value is not below significance over the number of
/// variables, as each was chosen from that many (Bonferroni), the least significant first. Then those that matter
/// little: as long as what is left gathers 95 % of what the chosen box did, and has the wanted density if there is one,
/// the one without which the box gathers most.
Box simplified(const PeelStep& chosen, const Searched& searched, const ChoiceSettings& settings);

}  // namespace groundwork
