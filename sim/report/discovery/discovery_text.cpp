#include "sim/report/discovery/discovery_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/report/discovery/discovery_words.hpp"
#include "sim/report/display.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

/// Below which a restriction is called confirmed by the paths held out.
constexpr double significance = 0.05;
/// Certainty factor (docs/discovery.md) up to which a corner is called little more than everywhere. An estimate.
constexpr double slight = 0.1;

std::string heading(const Study& study, const Discovery& discovery) {
  const Scenario& scenario = study.scenario;
  std::string text = fmt::format("{}\n{} paths, seed {}, {}.", scenario.title, grouped(scenario.run.paths),
                                 scenario.run.seed, name(scenario.run.sampler));
  if (discovery.outcome == Outcome::found || discovery.outcome == Outcome::no_box)
    text += " Corners are searched on the first half and measured on the second.";
  if (discovery.undefined > 0)
    text += fmt::format("\n{} paths on which a figure has no value are left out.", grouped(discovery.undefined));
  return text + "\n\n";
}

std::string restriction_line(const Variable& variable, const FoundRestriction& restriction) {
  std::string line = fmt::format("  - {} {}; without this {}\n", variable.name, limits_in_words(variable, restriction),
                                 percent_of_futures(restriction.density_without.value));
  if (!variable.meaning.empty()) line += "      " + variable.meaning + '\n';
  if (restriction.held_out_p >= significance)
    line += "      The second half does not confirm this one; it may be chance.\n";
  return line;
}

std::string box_text(const Discovery& discovery, std::size_t index) {
  constexpr std::array<std::string_view, 4> ordinals{"one", "a second", "a third", "a fourth"};
  const FoundBox& box = discovery.boxes[index];
  const std::string which =
      index < ordinals.size() ? std::string(ordinals[index]) + " corner" : fmt::format("corner {}", index + 1);
  std::string text =
      fmt::format("{} {} lie in {} ({} of all futures), where it happens in {} of cases.\n",
                  index == 0 ? "Of these," : "A further", futures_with_error(box.measure.coverage), which,
                  percent_of_futures(box.measure.mass.value), futures_with_error(box.measure.density));
  if (box.measure.density.value - discovery.share.value < slight * (1.0 - discovery.share.value))
    text += "That is little more than everywhere.\n";
  if (box.misses_density) text += "None that was found is as dense as --density asks for; this is the densest.\n";
  text += box.restrictions.size() > 1 ? "There, all of this is so:\n" : "There, this is so:\n";
  for (const FoundRestriction& restriction : box.restrictions)
    text += restriction_line(discovery.variables[static_cast<std::size_t>(restriction.limits.variable)], restriction);
  return text + "\n";
}

std::string together_text(const Discovery& discovery) {
  const std::string beyond =
      fmt::format("it happens in {} of futures.\n\n", futures_with_error(discovery.density_beyond));
  if (discovery.boxes.size() == 1) return "Outside it, " + beyond;
  return fmt::format("Together the {} corners have {} of these, and it happens in {} of their cases. Outside them, {}",
                     discovery.boxes.size(), futures_with_error(discovery.together.coverage),
                     futures_with_error(discovery.together.density), beyond);
}

/// Rows for the table: the first, the last, the chosen one and some between.
std::vector<std::size_t> shown_steps(const FoundBox& box) {
  constexpr std::size_t most = 8;
  const std::size_t last = box.trajectory.size() - 1;
  std::vector<std::size_t> steps{box.chosen};
  for (std::size_t i = 0; i < most; ++i) steps.push_back(i * last / (most - 1));
  std::ranges::sort(steps);
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  return steps;
}

std::string trajectory_text(const FoundBox& box) {
  TextGrid grid({"step", "inputs limited", "share of futures %", "of these %", "happens in %", "+- error", ""});
  for (const std::size_t i : shown_steps(box)) {
    const BoxMeasure& at = box.trajectory[i].measure;
    const auto cell = [](double share) { return fmt::format("{:.1f}", 100.0 * share); };
    grid.add({fmt::format("{}", i), fmt::format("{}", box.trajectory[i].step.box.size()), cell(at.mass.value),
              cell(at.coverage.value), cell(at.density.value), cell(at.density.standard_error),
              i == box.chosen ? "chosen" : ""});
  }
  return "How the first corner came about; the chosen step is made simpler afterwards (--density chooses another):\n" +
         grid.text();
}

std::string share_sentence(const Study& study, const Discovery& discovery) {
  const std::string what = conditions_in_words(study.program->outputs(), discovery.conditions);
  const std::string paths = grouped(discovery.searched.paths + discovery.held_out.paths);
  switch (discovery.outcome) {
    case Outcome::no_value:
      return "No path has a value of " + what + ": nothing can be said.\n";
    case Outcome::never:
      return fmt::format(
          "{} does not happen on any of {} paths. Its share of futures is below {}, with 97.5 % confidence.\n", what,
          paths, percent_of_futures(discovery.share.high));
    case Outcome::always:
      return fmt::format("{} happens on all of {} paths: no input decides it.\n", what, paths);
    default:
      return fmt::format("{} happens in {} of futures.\n", what, futures_with_error(discovery.share));
  }
}

}  // namespace

std::string discovery_text(const Study& study, const Discovery& discovery) {
  std::string text = heading(study, discovery) + share_sentence(study, discovery);
  if (discovery.outcome == Outcome::too_rare)
    text += fmt::format(
        "That is too few to search: each half of the paths must have {} on which it happens and {} on which it does\n"
        "not. The first half has {} and {}, the second {} and {}. Run more --paths, or choose another threshold.\n",
        least_cases, least_cases, discovery.searched.cases, discovery.searched.paths - discovery.searched.cases,
        discovery.held_out.cases, discovery.held_out.paths - discovery.held_out.cases);
  if (discovery.outcome == Outcome::no_box)
    text += fmt::format(
        "No corner stands out: as far as these paths can tell, none of the {} random columns says where it happens.\n",
        discovery.variables.size());
  for (std::size_t i = 0; i < discovery.boxes.size(); ++i) text += box_text(discovery, i);
  if (discovery.outcome != Outcome::found) return text;
  return text + together_text(discovery) + trajectory_text(discovery.boxes.front());
}

}  // namespace groundwork
