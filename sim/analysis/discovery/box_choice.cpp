#include "sim/analysis/discovery/box_choice.hpp"

#include <algorithm>
#include <cmath>

#include "sim/analysis/discovery/pasting.hpp"
#include "sim/statistics/binomial.hpp"

namespace groundwork {

namespace {

/// How much of what the chosen box gathers a simpler one must. An estimate: planners read short lists.
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

/// The box less the restriction without which it gathers most.
Box less_one(const Box& box, const Searched& searched, const CaseCount& all) {
  Box best;
  double most = -std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < box.size(); ++i) {
    Box fewer = without(box, i);
    const double score = gathered(count_in(fewer, searched.cases, searched.paths), all);
    if (score <= most) continue;
    most = score;
    best = std::move(fewer);
  }
  return best;
}

/// Without what matters little.
Box short_list(Box box, const Searched& searched, std::optional<double> density) {
  const CaseCount all = count_of(searched.cases, searched.paths);
  const double least = kept_share * gathered(count_in(box, searched.cases, searched.paths), all);
  while (box.size() > 1) {
    Box fewer = less_one(box, searched, all);
    const CaseCount count = count_in(fewer, searched.cases, searched.paths);
    if (gathered(count, all) < least || density_of(count) < density.value_or(0.0)) break;
    box = std::move(fewer);
  }
  return box;
}

}  // namespace

double gathered(const CaseCount& box, const CaseCount& all) {
  return static_cast<double>(box.cases) / static_cast<double>(all.cases) -
         static_cast<double>(box.paths) / static_cast<double>(all.paths);
}

double quasi_p(const Box& box, std::size_t restriction, const Searched& searched) {
  const CaseCount with = count_in(box, searched.cases, searched.paths);
  const CaseCount less = count_in(without(box, restriction), searched.cases, searched.paths);
  return with.paths == 0 ? 1.0 : binomial_at_least(with.cases, with.paths, less.density());
}

std::size_t chosen_step(std::span<const PeelStep> trajectory, const ChoiceSettings& settings) {
  const auto density = [](const PeelStep& step) { return step.count.density(); };
  const CaseCount all = trajectory.front().count;
  if (settings.density) {
    const auto first =
        std::ranges::find_if(trajectory, [&](const PeelStep& step) { return density(step) >= *settings.density; });
    const auto found = first != trajectory.end() ? first : std::ranges::max_element(trajectory, {}, density);
    return static_cast<std::size_t>(found - trajectory.begin());
  }
  const auto most =
      std::ranges::max_element(trajectory, {}, [&](const PeelStep& step) { return gathered(step.count, all); });
  return static_cast<std::size_t>(most - trajectory.begin());
}

Box simplified(const PeelStep& chosen, const Searched& searched, const ChoiceSettings& settings) {
  const double significance = settings.significance / static_cast<double>(searched.cases.columns.size());
  const Box box = short_list(significant(chosen.box, searched, significance), searched, settings.density);
  return paste(box, searched.cases, searched.paths, settings.pasted_share);
}

}  // namespace groundwork
