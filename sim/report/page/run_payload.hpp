#pragma once

#include "sim/report/json.hpp"
#include "sim/report/saved/saved_run.hpp"

namespace groundwork {

/// What the page is given of a run. Texts for planners are {"en", "zh"}; numbers have seven significant digits. Read by
/// sim/report/page/web/src/data; docs/report.md lists its members.
Json run_payload(const SavedRun& run);

}  // namespace groundwork
