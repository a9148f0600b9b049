#pragma once

#include <atomic>

namespace groundwork {

/// Set by the first Ctrl-C (SIGINT) or SIGTERM after the call; a second one ends the program at once.
const std::atomic<bool>& watch_for_interrupt();

}  // namespace groundwork
