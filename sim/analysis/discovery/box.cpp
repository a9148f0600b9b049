#include "sim/analysis/discovery/box.hpp"

#include <algorithm>
#include <iterator>

namespace groundwork {

Box with_limit(Box box, int variable, Side side, double limit) {
  auto place = std::ranges::lower_bound(box, variable, {}, &Restriction::variable);
  if (place == box.end() || place->variable != variable) place = box.insert(place, Restriction{variable});
  place->limit(side) = limit;
  if (place->is_open()) box.erase(place);
  return box;
}

Box without(const Box& box, std::size_t restriction) {
  Box fewer = box;
  fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(restriction));
  return fewer;
}

bool is_in(const Box& box, const Cases& cases, std::uint32_t path) {
  return std::ranges::all_of(box, [&](const Restriction& restriction) {
    return restriction.holds(cases.columns[static_cast<std::size_t>(restriction.variable)][path]);
  });
}

Paths paths_in(const Box& box, const Cases& cases, const Paths& paths) {
  Paths inside;
  std::ranges::copy_if(paths, std::back_inserter(inside), [&](std::uint32_t path) { return is_in(box, cases, path); });
  return inside;
}

Paths paths_outside(const Box& box, const Cases& cases, const Paths& paths) {
  Paths outside;
  std::ranges::copy_if(paths, std::back_inserter(outside),
                       [&](std::uint32_t path) { return !is_in(box, cases, path); });
  return outside;
}

CaseCount count_in(const Box& box, const Cases& cases, const Paths& paths) {
  CaseCount count;
  for (const std::uint32_t path : paths)
    if (is_in(box, cases, path)) count.add(cases, path);
  return count;
}

}  // namespace groundwork
