#pragma once

#include "sim/report/json.hpp"
#include "sim/report/saved/saved_run.hpp"

namespace groundwork {

/// Takes over what summary.json says of the run; throws Json::exception where it is damaged.
void read_summary(const Json& json, SavedRun& run);

/// Takes over table, inputs, settings and changes of study.json; throws Json::exception where it is damaged.
void read_study_facts(const Json& json, SavedRun& run);

}  // namespace groundwork
