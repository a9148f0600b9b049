#include "sim/analysis/value/decision_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/analysis/comparison/regret.hpp"
#include "sim/analysis/value/known_ranks.hpp"
#include "sim/analysis/value/learned_choice.hpp"
#include "sim/base/diagnostics.hpp"
#include "sim/statistics/exact_column.hpp"

namespace groundwork {

namespace {

bool is_defined(const Decision& decision, std::size_t path) {
  return std::ranges::all_of(decision.options, [&](PathValues option) { return std::isfinite(option[path]); });
}

std::vector<std::size_t> defined_paths(const Decision& decision) {
  std::vector<std::size_t> paths;
  for (std::size_t path = 0; path < decision.options.front().size(); ++path)
    if (is_defined(decision, path)) paths.push_back(path);
  return paths;
}

Estimate estimate_of(const Summary& summary, Replication replication) {
  return symmetric_estimate(summary.mean, summary.standard_error, replication);
}

/// Of what cannot be negative, and at most `most`: so much of the interval is left out.
Estimate within(Estimate estimate, double most) {
  estimate.low = std::clamp(estimate.low, 0.0, most);
  estimate.high = std::clamp(estimate.high, 0.0, most);
  return estimate;
}

/// The defined paths of a decision, and how much better each other option is on them than the chosen one.
class Gains {
 public:
  Gains(const Decision& decision, std::size_t chosen)
      : replication_(decision.replication), all_(decision.options.front().size()), paths_(defined_paths(decision)) {
    const double sign = decision.better == Better::higher ? 1.0 : -1.0;
    for (std::size_t option = 0; option < decision.options.size(); ++option) {
      if (option == chosen) continue;
      columns_.emplace_back();
      for (const std::size_t path : paths_)
        columns_.back().push_back(
            sign * difference_beyond_rounding(decision.options[option][path], decision.options[chosen][path]));
    }
    for (const std::size_t path : paths_) folds_.push_back(static_cast<int>(path % randomisations));
  }

  const std::vector<std::size_t>& paths() const { return paths_; }
  const Columns& columns() const { return columns_; }
  /// That the fold of a path is its randomisation keeps what is learned apart from what it is tried on.
  const std::vector<int>& folds() const { return folds_; }

  /// On a defined path, of the k-th other option; 0 of the chosen one, which is k = 0.
  double gain(std::size_t k, std::size_t path) const { return k == 0 ? 0.0 : columns_[k - 1][path]; }
  std::vector<double> best() const {
    std::vector<double> best(paths_.size(), 0.0);
    for (const auto& column : columns_)
      for (std::size_t path = 0; path < best.size(); ++path) best[path] = std::max(best[path], column[path]);
    return best;
  }

  /// The mean of values on the defined paths, with the error that the design gives.
  Estimate mean(const std::vector<double>& values) const {
    std::vector<double> by_path(all_, Summary::unknown);
    for (std::size_t i = 0; i < paths_.size(); ++i) by_path[paths_[i]] = values[i];
    return estimate_of(summarise(by_path, replication_), replication_);
  }

 private:
  Replication replication_;
  std::size_t all_;
  std::vector<std::size_t> paths_;
  Columns columns_;
  std::vector<int> folds_;
};

std::vector<double> where_positive(const std::vector<double>& values) {
  std::vector<double> indicator;
  for (const double value : values) indicator.push_back(value > 0.0 ? 1.0 : 0.0);
  return indicator;
}

/// mean(part)/mean(whole), with the error of the linearised ratio.
Estimate ratio(const std::vector<double>& part, const std::vector<double>& whole, const Gains& gains,
               Replication replication) {
  const double mean_whole = gains.mean(whole).value;
  if (!(mean_whole > 0.0)) return {};
  const double share = gains.mean(part).value / mean_whole;
  std::vector<double> residual;
  for (std::size_t path = 0; path < part.size(); ++path) residual.push_back(part[path] - share * whole[path]);
  return within(symmetric_estimate(share, gains.mean(residual).standard_error / mean_whole, replication), 1.0);
}

/// What the learned rule gains is too low on average, as its rule is not the best one; what the regression promises is
/// too high. So the interval ends below by the one and above by the other.
FactorValue value_of(const Factor& factor, const KnownRanks& known, const Gains& gains, Replication replication) {
  const LearnedChoice learned = learn_choice(known.of(factor), gains.columns(), gains.folds());
  std::vector<double> gained, changed;
  for (std::size_t path = 0; path < learned.choices.size(); ++path) {
    gained.push_back(gains.gain(learned.choices[path], path));
    changed.push_back(learned.choices[path] == 0 ? 0.0 : 1.0);
  }
  Estimate value = gains.mean(gained);
  value.high = std::max(value.high, gains.mean(learned.promised).high);
  return {factor, within(value, HUGE_VAL), ratio(gained, gains.best(), gains, replication),
          within(gains.mean(changed), 1.0)};
}

/// Means and chances by option, the option that is chosen and the next.
void value_options(const Decision& decision, DecisionValue& value) {
  std::vector<std::vector<double>> columns;
  for (const PathValues option : decision.options) {
    columns.emplace_back(option.begin(), option.end());
    for (std::size_t path = 0; path < option.size(); ++path)
      if (!is_defined(decision, path)) columns.back()[path] = Summary::unknown;
  }
  const std::vector<Regret> losses = regrets(decision.options, decision.better, decision.replication);
  for (std::size_t option = 0; option < columns.size(); ++option)
    value.options.push_back(
        {estimate_of(summarise(columns[option], decision.replication), decision.replication),
         within(symmetric_estimate(losses[option].best_share, losses[option].best_share_error, decision.replication),
                1.0),
         within(estimate_of(losses[option].regret, decision.replication), HUGE_VAL)});
  // Expected losses order options as means do, and rounding of equal options is no loss.
  const auto loss = [&](std::size_t option) { return value.options[option].loss.value; };
  for (std::size_t option = 1; option < columns.size(); ++option)
    if (loss(option) < loss(value.chosen)) value.chosen = option;
  value.runner_up = value.chosen == 0 ? 1 : 0;
  for (std::size_t option = 0; option < columns.size(); ++option)
    if (option != value.chosen && loss(option) < loss(value.runner_up)) value.runner_up = option;
}

}  // namespace

std::string decision_problem(const Decision& decision, const std::vector<Factor>& factors) {
  const auto defined = std::ssize(defined_paths(decision));
  std::size_t columns = 0;
  for (const Factor& factor : factors) columns = std::max(columns, factor.columns.size());
  if (const std::int64_t least = least_paths_to_learn(columns); defined < least)
    return fmt::format("every option has a value on {} paths only; the largest factor, of {} random columns, takes {}",
                       defined, columns, least);
  return {};
}

DecisionValue value_of_information(const Decision& decision, const DecisionInputs& inputs,
                                   std::span<const Results> results, const std::vector<Factor>& factors) {
  check(decision.options.size() > 1 && decision.better != Better::neither, "value_of_information: nothing to choose");
  check(decision_problem(decision, factors).empty(), "value_of_information: ask decision_problem first");
  DecisionValue value;
  value_options(decision, value);
  const Gains gains(decision, value.chosen);
  value.paths = std::ssize(gains.paths());
  value.undefined = std::ssize(decision.options.front()) - value.paths;
  value.perfect = value.options[value.chosen].loss;
  value.changes = within(gains.mean(where_positive(gains.best())), 1.0);
  const std::size_t next = value.runner_up - (value.runner_up > value.chosen ? 1 : 0);
  std::vector<double> lead = gains.columns()[next];
  for (double& each : lead) each = -each;
  value.lead = gains.mean(lead);
  const KnownRanks known(inputs, results, gains.paths());
  for (const Factor& factor : factors) value.factors.push_back(value_of(factor, known, gains, decision.replication));
  std::ranges::stable_sort(value.factors, std::ranges::greater(), [](const FactorValue& of) { return of.value.value; });
  return value;
}

}  // namespace groundwork
