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

/// The same for planners: "stations, Guangdong, 2020 + 8 more". The answer must be simulated.
Words answer_words(const SimulatedAnswer& answer, const OutputTable& table);

/// How the answer's values are shown: as those of its metric; a ratio in its own unit.
Display answer_display(const SimulatedAnswer& answer, const OutputTable& table, Language language = Language::en);

/// "above", "at least", "below", "at most"; empty for a number that is none.
std::string_view name(Bound bound);

/// "> 620.0" for a bound, else the number.
std::string published_text(const PublishedValue& published, const Display& display, Language language = Language::en);

}  // namespace groundwork
