#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/outputs.hpp"

namespace groundwork {

/// The cell that a user names: METRIC, METRIC:PERIOD, METRIC:SCOPE or METRIC:SCOPE:PERIOD, such as "tco",
/// "stations:2025", "tco:CT+CU" or "stations:CN-GD:2025". Without a scope it is the metric's first, the country;
/// without a period the last, the total. None if there is no such cell: `diagnostics` then says so, with the names
/// there are.
std::optional<int> find_figure(const OutputTable& table, std::string_view text, Diagnostics& diagnostics);

/// The cells of the same metric and period as `cell` for every scope of a kind, such as "province". None if the metric
/// does not have that kind: `diagnostics` then says so, with the kinds that it has.
std::vector<int> figures_by(const OutputTable& table, int cell, std::string_view kind, Diagnostics& diagnostics);

}  // namespace groundwork
