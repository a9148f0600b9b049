#pragma once

#include <cstdint>
#include <vector>

#include "sim/analysis/discovery/box.hpp"

namespace groundwork {

/// How much a peel takes off, and where peeling ends.
struct PeelSettings {
  double share = 0.05;           ///< Of the box's paths, taken off by one peel; 0 … 1/2. Friedman and Fisher's alpha.
  std::int64_t least_paths = 1;  ///< That a box must keep.
};

/// A box of the peeling trajectory, and the peel that led to it.
struct PeelStep {
  Box box;
  CaseCount count;    ///< Of the paths that were searched.
  int variable = -1;  ///< That was peeled; -1 for the first box, which holds all paths.
  Side side = Side::low;
};

/// Paths in ascending order of each variable, equal values in path order.
std::vector<Paths> sorted_paths(const Cases& cases, const Paths& paths);
/// Leaves the paths outside the box; their order stays.
void remove_inside(const Box& box, const Cases& cases, std::vector<Paths>& sorted);

/// The peeling of the patient rule induction method (PRIM; Friedman and Fisher 1999, Statistics and Computing 9,
/// 123-143). From the box of all paths, each step takes a share of the paths off one end of one variable: those with
/// the lowest or highest values, all of an equal value or none, and at least one value. Of all peels, it takes the one
/// with the largest rise of the density over the share of the box that is lost (Kwakkel and Jaxa-Rozen 2016,
/// Environmental Modelling & Software 79, 311-321); the first in the order of variables, low before high, if several
/// are equal. Ends where no peel raises the density or all leave too few paths.
std::vector<PeelStep> peel(const Cases& cases, std::vector<Paths> sorted, const PeelSettings& settings);

}  // namespace groundwork
