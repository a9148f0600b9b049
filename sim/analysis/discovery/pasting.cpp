#include "sim/analysis/discovery/pasting.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace groundwork {

namespace {

/// A path that only one limit keeps out of the box.
struct Neighbour {
  double value = 0.0;  ///< Of the limited variable.
  std::uint32_t path = 0;
};

/// The paths beyond one limit of a box.
struct Beyond {
  std::size_t restriction = 0;
  Side side = Side::low;
  std::vector<Neighbour> neighbours = {};
};

/// The one restriction that keeps a path out; none if it is in, or kept out by several.
std::optional<std::size_t> only_obstacle(const Box& box, const Cases& cases, std::uint32_t path) {
  std::optional<std::size_t> obstacle;
  for (std::size_t i = 0; i < box.size(); ++i) {
    if (box[i].holds(cases.columns[static_cast<std::size_t>(box[i].variable)][path])) continue;
    if (obstacle) return std::nullopt;
    obstacle = i;
  }
  return obstacle;
}

std::vector<Beyond> find_beyond(const Box& box, const Cases& cases, const Paths& paths) {
  std::vector<Beyond> beyond;
  for (std::size_t i = 0; i < box.size(); ++i)
    for (const Side side : {Side::low, Side::high}) beyond.push_back({i, side});
  for (const std::uint32_t path : paths) {
    const std::optional<std::size_t> obstacle = only_obstacle(box, cases, path);
    if (!obstacle) continue;
    const double value = cases.columns[static_cast<std::size_t>(box[*obstacle].variable)][path];
    beyond[2 * *obstacle + (value < box[*obstacle].low ? 0 : 1)].neighbours.push_back({value, path});
  }
  return beyond;
}

/// A limit moved outwards, and the paths that this takes in.
struct Paste {
  Box box;
  CaseCount gained;
};

/// Takes in the nearest `wanted` neighbours, and those of an equal value.
Paste paste_of(const Box& box, const Cases& cases, Beyond beyond, std::size_t wanted) {
  std::vector<Neighbour>& neighbours = beyond.neighbours;
  const bool is_low = beyond.side == Side::low;
  std::ranges::sort(neighbours, [is_low](const Neighbour& a, const Neighbour& b) {
    return is_low ? a.value > b.value : a.value < b.value;
  });
  std::size_t taken = std::min(wanted, neighbours.size());
  while (taken < neighbours.size() && neighbours[taken].value == neighbours[taken - 1].value) ++taken;
  const double no_limit = (is_low ? -1.0 : 1.0) * std::numeric_limits<double>::infinity();
  const double limit = taken == neighbours.size() ? no_limit : neighbours[taken - 1].value;
  Paste paste{with_limit(box, box[beyond.restriction].variable, beyond.side, limit), {}};
  for (std::size_t i = 0; i < taken; ++i) paste.gained.add(cases, neighbours[i].path);
  return paste;
}

/// The paste with the highest density, if it is no lower than that of the box.
std::optional<Paste> best_paste(const Box& box, const Cases& cases, const Paths& paths, double share) {
  const CaseCount before = count_in(box, cases, paths);
  if (before.paths == 0) return std::nullopt;
  const auto wanted = static_cast<std::size_t>(std::ceil(share * static_cast<double>(before.paths)));
  std::optional<Paste> best;
  double highest = before.density();
  for (Beyond& beyond : find_beyond(box, cases, paths)) {
    if (beyond.neighbours.empty()) continue;
    Paste paste = paste_of(box, cases, std::move(beyond), wanted);
    const CaseCount after{before.paths + paste.gained.paths, before.cases + paste.gained.cases};
    if (after.density() < highest || (best && after.density() <= highest)) continue;
    highest = after.density();
    best = std::move(paste);
  }
  return best;
}

}  // namespace

Box paste(Box box, const Cases& cases, const Paths& paths, double share) {
  while (const std::optional<Paste> better = best_paste(box, cases, paths, share)) box = better->box;
  return box;
}

}  // namespace groundwork
