#pragma once

#include <optional>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/quantity.hpp"
#include "sim/scenario/input_files.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/scenario.hpp"

namespace groundwork {

/// The value of a table { value = …, unit = "…", source = "…" }, after a check of the table; else the node itself. Null
/// with an error if the table is wrong.
const Node* plain_value(const Node& node, const Declaration& declaration, Diagnostics& diagnostics);

/// Reads a number, { value = …, unit, source } or { dist = …, parameters, unit, source } and checks type, parameters,
/// unit and bounds. None, with errors, if anything is wrong. A file with a sample is noted in `files`.
std::optional<Input> read_quantity(const Node& node, const Declaration& declaration, Certainty certainty,
                                   InputFiles& files, Diagnostics& diagnostics);

}  // namespace groundwork
