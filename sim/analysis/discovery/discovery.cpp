#include "sim/analysis/discovery/discovery.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/analysis/discovery/path_share.hpp"
#include "sim/statistics/binomial.hpp"

namespace groundwork {

namespace {

std::vector<int> columns_of(const std::vector<Variable>& variables) {
  std::vector<int> columns;
  for (const Variable& variable : variables) columns.push_back(variable.column);
  return columns;
}

Outcome outcome_of(const CaseCount& searched, const CaseCount& held_out) {
  const std::int64_t paths = searched.paths + held_out.paths, cases = searched.cases + held_out.cases;
  if (paths == 0) return Outcome::no_value;
  if (cases == 0) return Outcome::never;
  if (cases == paths) return Outcome::always;
  const bool is_rare = std::ranges::any_of(std::vector<CaseCount>{searched, held_out}, [](const CaseCount& half) {
    return std::min(half.cases, half.paths - half.cases) < least_cases;
  });
  return is_rare ? Outcome::too_rare : Outcome::no_box;
}

/// Searches one box after another in what is left of both halves.
class Search {
 public:
  Search(const Study& study, const Cases& cases, Halves halves, const DiscoverySettings& settings)
      : study_(study),
        cases_(cases),
        all_(halves),
        left_(std::move(halves)),
        searched_(count_of(cases_, all_.searched)),
        settings_(settings),
        replication_(study.scenario.run.sampler == Sampler::mc ? Replication::independent : Replication::randomised),
        sorted_(sorted_paths(cases_, left_.searched)) {}

  /// None if there is no box that stands out.
  std::optional<FoundBox> next(const std::vector<Variable>& variables) {
    if (count_of(cases_, left_.searched).cases == 0) return std::nullopt;
    const auto least = static_cast<std::int64_t>(settings_.least_mass * static_cast<double>(searched_.paths));
    const std::vector<PeelStep> trajectory =
        peel(cases_, sorted_, {settings_.peel_share, std::max<std::int64_t>(1, least)});
    const auto [chosen, box] = choose(trajectory, {cases_, left_.searched}, settings_.choice);
    if (!stands_out(box)) return std::nullopt;
    FoundBox found;
    found.measure = measure(box);
    found.chosen = chosen;
    found.misses_density = found.measure.searched.density() < settings_.choice.density.value_or(0.0);
    for (const PeelStep& step : trajectory) found.trajectory.push_back({step, measure(step.box)});
    for (std::size_t i = 0; i < box.size(); ++i) found.restrictions.push_back(restriction(box, i, variables));
    std::ranges::stable_sort(found.restrictions, {}, [](const FoundRestriction& each) {
      return std::isnan(each.density_without.value) ? 0.0 : each.density_without.value;
    });
    leave(box);
    return found;
  }

  /// All that the boxes hold, and the density outside them.
  BoxMeasure together() const {
    BoxMeasure all;
    all.searched = searched_;
    const CaseCount left = count_of(cases_, left_.searched);
    all.searched.paths -= left.paths;
    all.searched.cases -= left.cases;
    const auto is_left = [&](std::uint32_t path) { return std::ranges::binary_search(left_.held_out, path); };
    set_estimates([&](std::uint32_t path) { return !is_left(path); }, all);
    return all;
  }
  Estimate density_beyond() const {
    return share_of(left_.held_out, [&](std::uint32_t path) { return cases_.happened[path] != 0; });
  }

 private:
  /// Whether the box is denser than all paths are, beyond chance.
  bool stands_out(const Box& box) const {
    const CaseCount count = count_in(box, cases_, left_.searched);
    return !box.empty() && binomial_at_least(count.cases, count.paths, searched_.density()) <
                               settings_.choice.significance / static_cast<double>(cases_.columns.size());
  }

  template <class Predicate>
  Estimate share_of(const Paths& paths, Predicate counts) const {
    PathShare share;
    for (const std::uint32_t path : paths) share.add(path, counts(path));
    return share.estimate(replication_);
  }

  /// From the paths held out for which `is_inside`.
  template <class Predicate>
  void set_estimates(Predicate is_inside, BoxMeasure& measure) const {
    PathShare coverage, density, mass;
    for (const std::uint32_t path : all_.held_out) {
      const bool inside = is_inside(path), happened = cases_.happened[path] != 0;
      mass.add(path, inside);
      if (inside) density.add(path, happened);
      if (inside) measure.held_out.add(cases_, path);
      if (happened) coverage.add(path, inside);
    }
    measure.coverage = coverage.estimate(replication_);
    measure.density = density.estimate(replication_);
    measure.mass = mass.estimate(replication_);
  }

  BoxMeasure measure(const Box& box) const {
    BoxMeasure measure;
    measure.searched = count_in(box, cases_, left_.searched);
    std::vector<unsigned char> is_inside(cases_.happened.size(), 0);
    for (const std::uint32_t path : left_.held_out) is_inside[path] = is_in(box, cases_, path) ? 1 : 0;
    set_estimates([&](std::uint32_t path) { return is_inside[path] != 0; }, measure);
    return measure;
  }

  FoundRestriction restriction(const Box& box, std::size_t i, const std::vector<Variable>& variables) const {
    const Variable& variable = variables[static_cast<std::size_t>(box[i].variable)];
    FoundRestriction found;
    found.limits = box[i];
    found.share = kept_share(study_, variable, box[i]);
    found.has_whole_values = has_whole_values(study_, variable, box[i]);
    found.quasi_p = quasi_p(box, i, {cases_, left_.searched});
    found.held_out_p = quasi_p(box, i, {cases_, left_.held_out});
    found.density_without = measure(without(box, i)).density;
    return found;
  }

  /// Goes on without the paths in the box.
  void leave(const Box& box) {
    remove_inside(box, cases_, sorted_);
    left_.searched = paths_outside(box, cases_, left_.searched);
    left_.held_out = paths_outside(box, cases_, left_.held_out);
  }

  const Study& study_;
  const Cases& cases_;
  Halves all_, left_;
  CaseCount searched_;  ///< Of all that is searched.
  DiscoverySettings settings_;
  Replication replication_;
  std::vector<Paths> sorted_;  ///< Of what is left to search.
};

Estimate share_of_cases(const Study& study, const Cases& cases, const Halves& halves) {
  PathShare share;
  for (const Paths* half : {&halves.searched, &halves.held_out})
    for (const std::uint32_t path : *half) share.add(path, cases.happened[path] != 0);
  return share.estimate(study.scenario.run.sampler == Sampler::mc ? Replication::independent : Replication::randomised);
}

}  // namespace

Discovery discover(const Study& study, const Results& results, std::vector<Condition> conditions,
                   std::vector<Variable> variables, const DiscoverySettings& settings) {
  Discovery discovery;
  const Cases cases = find_cases(results, columns_of(variables), conditions);
  const Halves halves = find_halves(results, conditions);
  discovery.conditions = std::move(conditions);
  discovery.variables = std::move(variables);
  discovery.undefined = halves.undefined;
  discovery.searched = count_of(cases, halves.searched);
  discovery.held_out = count_of(cases, halves.held_out);
  discovery.share = share_of_cases(study, cases, halves);
  discovery.outcome = outcome_of(discovery.searched, discovery.held_out);
  if (discovery.outcome != Outcome::no_box) return discovery;
  Search search(study, cases, halves, settings);
  while (std::ssize(discovery.boxes) < settings.most_boxes) {
    std::optional<FoundBox> box = search.next(discovery.variables);
    if (!box) break;
    discovery.boxes.push_back(*std::move(box));
  }
  if (discovery.boxes.empty()) return discovery;
  discovery.outcome = Outcome::found;
  discovery.together = search.together();
  discovery.density_beyond = search.density_beyond();
  return discovery;
}

}  // namespace groundwork
