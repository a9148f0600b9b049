#include "sim/analysis/discovery/box_choice.hpp"

#include <algorithm>
#include <cmath>

#include "sim/analysis/discovery/pasting.hpp"
#include "sim/statistics/binomial.hpp"

namespace groundwork {

namespace {

/// How much of the chosen box's worth a simpler one must have. An estimate: planners read short lists.
constexpr double kept_share = 0.95;

double density_of(const CaseCount& count) { return count.paths > 0 ? count.density() : 0.0; }

Box significant(Box box, const Searched& searched, double significance) {
  while (!box.empty()) {
    std::vector<double> p;
    for (std::size_t i = 0; i < box.size(); ++i) p.push_back(quasi_p(box, i, searched));
    const auto worst = std::ranges::max_element(p);
    if (*worst < significance) break;
    box = without(box, static_cast<std::size_t>(worst - p.begin()));
  }
  return box;
}

/// The box less the restriction without which it is worth most.
Box less_one(const Box& box, const Searched& searched, const CaseCount& all) {
  Box best;
  double most = -std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < box.size(); ++i) {
    Box fewer = without(box, i);
    const double score = worth(count_in(fewer, searched.cases, searched.paths), all);
    if (score <= most) continue;
    most = score;
    best = std::move(fewer);
  }
  return best;
}

/// Without what matters little.
Box short_list(Box box, const Searched& searched, std::optional<double> density) {
  const CaseCount all = count_of(searched.cases, searched.paths);
  const double least = kept_share * worth(count_in(box, searched.cases, searched.paths), all);
  while (box.size() > 1) {
    Box fewer = less_one(box, searched, all);
    const CaseCount count = count_in(fewer, searched.cases, searched.paths);
    if (worth(count, all) < least || density_of(count) < density.value_or(0.0)) break;
    box = std::move(fewer);
  }
  return box;
}

Choice worth_most(std::span<const PeelStep> trajectory, const Searched& searched, const ChoiceSettings& settings) {
  const CaseCount all = trajectory.front().count;
  const auto most =
      std::ranges::max_element(trajectory, {}, [&](const PeelStep& step) { return worth(step.count, all); });
  return {static_cast<std::size_t>(most - trajectory.begin()), simplified(most->box, searched, settings)};
}

Choice first_dense(std::span<const PeelStep> trajectory, const Searched& searched, const ChoiceSettings& settings) {
  Choice densest;
  double highest = 0.0;
  for (std::size_t step = 0; step < trajectory.size() && highest < *settings.density; ++step) {
    if (trajectory[step].count.density() < *settings.density && step + 1 < trajectory.size()) continue;
    Box box = simplified(trajectory[step].box, searched, settings);
    const double density = density_of(count_in(box, searched.cases, searched.paths));
    if (density <= highest) continue;
    highest = density;
    densest = {step, std::move(box)};
  }
  return densest;
}

}  // namespace

double worth(const CaseCount& box, const CaseCount& all) {
  const double share = all.density();
  if (box.paths == 0 || share >= 1.0) return 0.0;
  const double coverage = static_cast<double>(box.cases) / static_cast<double>(all.cases);
  return coverage * (box.density() - share) / (1.0 - share);
}

double quasi_p(const Box& box, std::size_t restriction, const Searched& searched) {
  const CaseCount with = count_in(box, searched.cases, searched.paths);
  const CaseCount less = count_in(without(box, restriction), searched.cases, searched.paths);
  return with.paths == 0 ? 1.0 : binomial_at_least(with.cases, with.paths, less.density());
}

Box simplified(const Box& box, const Searched& searched, const ChoiceSettings& settings) {
  const double significance = settings.significance / static_cast<double>(searched.cases.columns.size());
  const Box simple = short_list(significant(box, searched, significance), searched, settings.density);
  return paste(simple, searched.cases, searched.paths, settings.pasted_share);
}

Choice choose(std::span<const PeelStep> trajectory, const Searched& searched, const ChoiceSettings& settings) {
  return settings.density ? first_dense(trajectory, searched, settings) : worth_most(trajectory, searched, settings);
}

}  // namespace groundwork
