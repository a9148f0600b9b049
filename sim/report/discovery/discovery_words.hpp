#pragma once

#include <string>
#include <vector>

#include "sim/analysis/discovery/discovery.hpp"
#include "sim/contract/outputs.hpp"

namespace groundwork {

/// "over_budget (2023) > 0 CNY bn", "tco (total) > 10,512.7 CNY bn (its p90)"
std::string condition_in_words(const OutputTable& table, const Condition& condition, Language language = Language::en);
/// Several, joined with "and".
std::string conditions_in_words(const OutputTable& table, const std::vector<Condition>& conditions,
                                Language language = Language::en);

/// "above 0.2451 1/year (its top 35 %)", "at most 3 (its lowest 20 %)", "between 2 and 3 (…)"
std::string limits_in_words(const Variable& variable, const FoundRestriction& restriction,
                            Language language = Language::en);

/// "62.3 %"; a decimal more where less is left to 0 or 100 %. "unknown" if it is not known.
std::string percent_of_futures(double share, Language language = Language::en);
/// "62.3 % +- 0.4"
std::string futures_with_error(const Estimate& share, Language language = Language::en);

/// "never", "always", "too rare", …: the outcome in results.
std::string outcome_name(Outcome outcome);

}  // namespace groundwork
