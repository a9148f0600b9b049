#pragma once

#include <optional>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/quantity.hpp"
#include "sim/distribution/distribution.hpp"
#include "sim/scenario/input_files.hpp"
#include "sim/scenario/node.hpp"

namespace groundwork {

/// The distribution that a table with `dist` describes, or none with an error at each wrong parameter. The sample of an
/// `empirical` one comes from `values` or from the column `column` of the CSV file `file`.
std::optional<Distribution> read_distribution(const Node& node, const Declaration& declaration, InputFiles& files,
                                              Diagnostics& diagnostics);

}  // namespace groundwork
