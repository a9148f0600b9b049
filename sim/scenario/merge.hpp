#pragma once

#include <string>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/node.hpp"

namespace groundwork {

/// Lays `over` on `base`, a table on a table, by these rules (docs/scenario-format.md, "Extending"):
/// 1. Tables merge key by key, at every depth.
/// 2. A table with `dist` replaces what was there as a whole; so does one with `value` over a distribution.
/// 3. A table without them changes single parameters of a distribution.
/// 4. A number, text, flag or list replaces a value, a list or a distribution. It cannot replace a section.
/// 5. A table over a list changes single elements, by `name` or by index from 0.
void merge(Node& base, Node over, Diagnostics& diagnostics);

}  // namespace groundwork
