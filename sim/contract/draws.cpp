#include "sim/contract/draws.hpp"

namespace groundwork {

Family DrawPlan::per_label(const std::string& name, const std::vector<std::string>& labels, DrawKind kind,
                           double central) {
  const int first = first_column_ + static_cast<int>(draws_.size());
  for (const std::string& label : labels) draws_.push_back({name + "[" + label + "]", 0, kind, central});
  return {first, static_cast<int>(labels.size())};
}

Family DrawPlan::per_step(const std::string& name, int steps, DrawKind kind, double central) {
  check(steps >= 0, "DrawPlan: negative number of steps");
  const int first = first_column_ + static_cast<int>(draws_.size());
  for (int step = 0; step < steps; ++step) draws_.push_back({name, static_cast<std::uint32_t>(step), kind, central});
  return {first, steps};
}

}  // namespace groundwork
