#pragma once

#include <string>
#include <string_view>

#include "sim/analysis/backtest/backtest.hpp"
#include "sim/contract/outputs.hpp"

namespace groundwork {

/// "compared", "not simulated", "unmapped", "not in the map"
std::string_view name(Standing standing);

/// What was simulated, in full: "racks_built:2020 + racks_built:2021", "rollout_capex:2021 / stations_built:2021".
std::string answer_text(const SimulatedAnswer& answer);

/// The same in a few words: "racks_built:2020-2021", "stations:CN-GD:2020 + 8 more",
/// "rollout_capex/stations_built:2021".
std::string answer_label(const SimulatedAnswer& answer);

/// How the answer's values are shown: as those of its metric; a ratio in its own unit.
Display answer_display(const SimulatedAnswer& answer, const OutputTable& table);

/// "> 620.0" for a bound, else the number.
std::string published_text(const PublishedValue& published, const Display& display);

}  // namespace groundwork
