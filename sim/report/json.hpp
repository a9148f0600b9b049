#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

#include "sim/analysis/estimate.hpp"
#include "sim/contract/outputs.hpp"

namespace groundwork {

/// Keeps members in the order in which they are added.
using Json = nlohmann::ordered_json;

/// JSON knows neither infinity nor not-a-number.
Json number_or_null(double value);

/// {"en", "zh"}
Json words_json(const Words& words);

/// {"generator", "kind", "format", "version"}, with which each summary begins. The kind is the command that wrote it.
Json head_json(std::string_view kind, const std::string& version);

/// What a metric is: its name, unit, words, measure, which way is better, and what its values can be.
Json metric_json(const Metric& metric);

/// {"divisor", "label", "decimals", "groups_digits"}.
Json display_json(const Display& display);

/// {"en", "zh"}: how the metric is shown to readers of each language.
Json displays_json(const Metric& metric);

/// {"value", "se", "low", "high"}
Json estimate_json(const Estimate& estimate);

/// {"metric", "unit", "scope", "period", "better", "title", "place", "display"}: a figure by its names, and in words.
Json figure_json(const Metric& metric, const Scope& scope, const std::string& period);
/// The same of a cell.
Json figure_json(const OutputTable& table, int cell);

}  // namespace groundwork
