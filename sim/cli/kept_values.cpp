#include "sim/cli/kept_values.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/report/display.hpp"

namespace groundwork {

void check_kept(std::int64_t paths, std::int64_t columns, Diagnostics& diagnostics) {
  constexpr std::int64_t most = 500'000'000;
  const std::int64_t most_paths = most / std::max<std::int64_t>(1, columns);
  if (paths <= most_paths) return;
  diagnostics.error({},
                    fmt::format("{} paths are too many: {} numbers of each are kept, and {} at most in all",
                                grouped(paths), grouped(columns), grouped(most)),
                    fmt::format("run at most {} paths, or ask for fewer figures", grouped(most_paths)));
}

}  // namespace groundwork
