#include "sim/analysis/sweep/pareto_front.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sim/analysis/comparison/dominance.hpp"

namespace groundwork {

namespace {

/// A point as the front sees it: larger is better.
struct Candidate {
  std::vector<double> gain, error;
};

enum class Ahead { none, within_error, clear };

Candidate candidate_of(const SweepHead& head, const SweepPoint& point) {
  Candidate candidate;
  for (std::size_t i = 0; i < head.figures.size(); ++i) {
    if (head.figures[i].pareto == Better::neither) continue;
    const double sign = head.figures[i].pareto == Better::higher ? 1.0 : -1.0;
    candidate.gain.push_back(sign * point.figures[i].mean);
    candidate.error.push_back(point.figures[i].standard_error);
  }
  return candidate;
}

/// How `one` dominates `other`.
Ahead ahead_of(const Candidate& one, const Candidate& other, double errors) {
  Ahead found = Ahead::none;
  for (std::size_t i = 0; i < one.gain.size(); ++i) {
    const double ahead = one.gain[i] - other.gain[i];
    if (ahead < 0.0) return Ahead::none;
    if (ahead == 0.0 || found == Ahead::clear) continue;
    const double error = std::hypot(one.error[i], other.error[i]);
    // Not if the error is unknown, as from a single path.
    found = ahead > errors * error ? Ahead::clear : Ahead::within_error;
  }
  return found;
}

/// Indices from the best first figure on; of equals, from the best second on, and so on. Whoever dominates a point
/// comes before it.
std::vector<std::size_t> best_first(const std::vector<Candidate>& candidates, std::vector<std::size_t> order) {
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return std::ranges::lexicographical_compare(candidates[b].gain, candidates[a].gain);
  });
  return order;
}

}  // namespace

double told_apart_errors(const Sweep& sweep) {
  const auto is_mc = [](const SweepPoint& point) { return point.key.run.sampler == Sampler::mc; };
  return std::ranges::all_of(sweep.points, is_mc) ? tolerated_errors : tolerated_errors_randomised;
}

std::string_view name(FrontStanding standing) {
  switch (standing) {
    case FrontStanding::front:
      return "front";
    case FrontStanding::near:
      return "near";
    case FrontStanding::dominated:
      return "dominated";
    case FrontStanding::left_out:
      return "left out";
  }
  return "";
}

std::vector<FrontStanding> pareto_standings(const Sweep& sweep) {
  std::vector<FrontStanding> standings(sweep.points.size(), FrontStanding::left_out);
  const double errors = told_apart_errors(sweep);
  std::vector<Candidate> candidates;
  std::vector<std::size_t> defined;
  for (std::size_t i = 0; i < sweep.points.size(); ++i) {
    candidates.push_back(candidate_of(sweep.head, sweep.points[i]));
    const bool is_defined = std::ranges::all_of(candidates[i].gain, [](double gain) { return std::isfinite(gain); });
    if (is_defined) defined.push_back(i);
  }
  // Domination is transitive: a point that any dominates is dominated by one of the front. Clear domination by some
  // point need not be by one of the front, so all that came before are asked.
  const std::vector<std::size_t> order = best_first(candidates, std::move(defined));
  for (std::size_t at = 0; at < order.size(); ++at) {
    auto found = Ahead::none;
    for (std::size_t before = 0; before < at && found != Ahead::clear; ++before)
      found = std::max(found, ahead_of(candidates[order[before]], candidates[order[at]], errors));
    standings[order[at]] = found == Ahead::none           ? FrontStanding::front
                           : found == Ahead::within_error ? FrontStanding::near
                                                          : FrontStanding::dominated;
  }
  return standings;
}

bool has_pareto(const SweepHead& head) {
  return std::ranges::any_of(head.figures, [](const SweepFigure& figure) { return figure.pareto != Better::neither; });
}

}  // namespace groundwork
