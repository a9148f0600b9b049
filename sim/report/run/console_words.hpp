#pragma once

#include <string>
#include <vector>

#include "sim/contract/outputs.hpp"
#include "sim/contract/words.hpp"
#include "sim/scenario/scenario.hpp"

namespace groundwork {

/// A metric at the head of a row, with its unit: "stations [thousand]" as results and options call it, or
/// "在网基站（万站）".
std::string metric_label(const Metric& metric, Language language);

/// A place at the head of a row: its name in results, and its title unless that is the same.
std::vector<std::string> place_cells(const Scope& scope, Language language);

/// What a scope is called at the head of a column: as in results, or by its Chinese title.
std::string scope_label(const Scope& scope, Language language);

/// "total" in the reader's language; a year as it is.
std::string period_label(const std::string& period, Language language);

/// "lower" or "越低越好"
std::string better_label(Better better, Language language);

/// "mc", or what that is in Chinese.
std::string sampler_label(Sampler sampler, Language language);

}  // namespace groundwork
