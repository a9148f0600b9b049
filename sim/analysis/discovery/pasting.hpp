#pragma once

#include "sim/analysis/discovery/box.hpp"

namespace groundwork {

/// The pasting of PRIM (Friedman and Fisher 1999, section 9): moves one limit of the box outwards at a time, so that it
/// takes in the nearest of the `paths` beyond it, `share` of the box's own number, and all of an equal value. Of all
/// limits, the one that leaves the density highest; ends where every one lowers it. A limit without paths beyond it is
/// lifted.
Box paste(Box box, const Cases& cases, const Paths& paths, double share);

}  // namespace groundwork
