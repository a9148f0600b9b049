#include "sim/analysis/discovery/peeling.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace groundwork {

namespace {

/// The paths of a box in order of one variable, seen from one end.
class Ranked {
 public:
  Ranked(const Paths& sorted, std::span<const double> values, Side side)
      : sorted_(sorted), values_(values), side_(side) {}
  std::size_t size() const { return sorted_.size(); }
  std::uint32_t path(std::size_t rank) const { return sorted_[side_ == Side::low ? rank : sorted_.size() - 1 - rank]; }
  double value(std::size_t rank) const { return values_[path(rank)]; }

 private:
  const Paths& sorted_;
  std::span<const double> values_;
  Side side_;
};

/// How many paths to take off, all of an equal value or none: at most `wanted` if there is a value that few have, else
/// all of the first value. None if all values are equal.
std::size_t whole_values(const Ranked& ranked, std::size_t wanted) {
  std::size_t taken = wanted;
  while (taken > 0 && ranked.value(taken - 1) == ranked.value(wanted)) --taken;
  if (taken > 0) return taken;
  taken = wanted;
  while (taken < ranked.size() && ranked.value(taken) == ranked.value(wanted)) ++taken;
  return taken < ranked.size() ? taken : 0;
}

struct Peel {
  int variable = 0;
  Side side = Side::low;
  double limit = 0.0;
  CaseCount lost;
};

/// A box that gets smaller.
class Peeler {
 public:
  Peeler(const Cases& cases, std::vector<Paths> sorted, const PeelSettings& settings)
      : cases_(cases), sorted_(std::move(sorted)), settings_(settings), is_lost_(cases.happened.size(), 0) {
    step_.count = count_of(cases_, sorted_.front());
  }

  const PeelStep& step() const { return step_; }

  bool peel() {
    const std::optional<Peel> best = best_peel();
    if (best) take(*best);
    return best.has_value();
  }

 private:
  std::optional<Peel> best_peel() const {
    std::optional<Peel> best;
    double most = 0.0;
    for (std::size_t variable = 0; variable < sorted_.size(); ++variable)
      for (const Side side : {Side::low, Side::high}) {
        const std::optional<Peel> candidate = peel_of(variable, side);
        if (!candidate || gain(*candidate) <= most) continue;
        most = gain(*candidate);
        best = candidate;
      }
    return best;
  }

  std::optional<Peel> peel_of(std::size_t variable, Side side) const {
    const Ranked ranked(sorted_[variable], cases_.columns[variable], side);
    if (ranked.size() < 2) return std::nullopt;
    const auto share = static_cast<std::size_t>(settings_.share * static_cast<double>(ranked.size()));
    const std::size_t lost = whole_values(ranked, std::max<std::size_t>(1, share));
    if (lost == 0 || static_cast<std::int64_t>(ranked.size() - lost) < settings_.least_paths) return std::nullopt;
    Peel peel{static_cast<int>(variable), side, ranked.value(lost), {}};
    for (std::size_t rank = 0; rank < lost; ++rank) peel.lost.add(cases_, ranked.path(rank));
    return peel;
  }

  /// Rise of the density over the share of the box's paths that is lost.
  double gain(const Peel& peel) const {
    const CaseCount left{step_.count.paths - peel.lost.paths, step_.count.cases - peel.lost.cases};
    const double lost = static_cast<double>(peel.lost.paths) / static_cast<double>(step_.count.paths);
    return (left.density() - step_.count.density()) / lost;
  }

  void take(const Peel& peel) {
    const Paths& sorted = sorted_[static_cast<std::size_t>(peel.variable)];
    const Ranked ranked(sorted, cases_.columns[static_cast<std::size_t>(peel.variable)], peel.side);
    for (std::size_t rank = 0; rank < static_cast<std::size_t>(peel.lost.paths); ++rank)
      is_lost_[ranked.path(rank)] = 1;
    for (Paths& paths : sorted_) std::erase_if(paths, [&](std::uint32_t path) { return is_lost_[path] != 0; });
    step_.box = with_limit(step_.box, peel.variable, peel.side, peel.limit);
    step_.count = {step_.count.paths - peel.lost.paths, step_.count.cases - peel.lost.cases};
    step_.variable = peel.variable;
    step_.side = peel.side;
  }

  const Cases& cases_;
  std::vector<Paths> sorted_;
  PeelSettings settings_;
  std::vector<unsigned char> is_lost_;  ///< By path.
  PeelStep step_;
};

}  // namespace

std::vector<Paths> sorted_paths(const Cases& cases, const Paths& paths) {
  std::vector<Paths> sorted;
  std::vector<std::pair<double, std::uint32_t>> pairs(paths.size());
  for (const std::span<const double> values : cases.columns) {
    for (std::size_t i = 0; i < paths.size(); ++i) pairs[i] = {values[paths[i]], paths[i]};
    std::ranges::sort(pairs);
    Paths& order = sorted.emplace_back(paths.size());
    std::ranges::transform(pairs, order.begin(), [](const auto& pair) { return pair.second; });
  }
  return sorted;
}

void remove_inside(const Box& box, const Cases& cases, std::vector<Paths>& sorted) {
  for (Paths& paths : sorted) std::erase_if(paths, [&](std::uint32_t path) { return is_in(box, cases, path); });
}

std::vector<PeelStep> peel(const Cases& cases, std::vector<Paths> sorted, const PeelSettings& settings) {
  check(!sorted.empty() && !sorted.front().empty(), "peel: there must be variables and paths");
  Peeler peeler(cases, std::move(sorted), settings);
  std::vector<PeelStep> trajectory{peeler.step()};
  while (peeler.peel()) trajectory.push_back(peeler.step());
  return trajectory;
}

}  // namespace groundwork
