#pragma once

#include <nlohmann/json.hpp>

#include "sim/analysis/estimate.hpp"
#include "sim/contract/outputs.hpp"

namespace groundwork {

/// Keeps members in the order in which they are added.
using Json = nlohmann::ordered_json;

/// JSON knows neither infinity nor not-a-number.
Json number_or_null(double value);

/// {"en", "zh"}
Json words_json(const Words& words);

/// {"divisor", "label", "decimals", "groups_digits"}.
Json display_json(const Display& display);

/// {"value", "se", "low", "high"}
Json estimate_json(const Estimate& estimate);

/// {"metric", "unit", "scope", "period"} of a cell.
Json figure_json(const OutputTable& table, int cell);

}  // namespace groundwork
