#include "sim/report/sweep/sweep_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/text.hpp"
#include "sim/report/display.hpp"

namespace groundwork {

namespace {

Display display_in_sweep(const SweepFigure& figure) {
  Display display = display_of(figure.metric);
  display.groups_digits = figure.metric.display.en.groups_digits;
  return display;
}

bool is_drawn_alike(const SweepPoint& one, const SweepPoint& other) {
  const RunSettings &a = one.key.run, &b = other.key.run;
  return a.paths == b.paths && a.seed == b.seed && a.sampler == b.sampler;
}

std::string paths_text(const Sweep& sweep) {
  if (sweep.points.empty()) return "";
  const SweepPoint& first = sweep.points.front();
  const RunSettings& run = first.key.run;
  if (!std::ranges::all_of(sweep.points, [&](const SweepPoint& point) { return is_drawn_alike(first, point); }))
    return "; paths, seed or sampler differ";
  return fmt::format("; {} paths each, seed {}, {}", grouped(run.paths), run.seed, name(run.sampler));
}

}  // namespace

std::string figure_label(const SweepFigure& figure) {
  const std::string unit = display_in_sweep(figure).label;
  return unit.empty() ? figure.asked : fmt::format("{} [{}]", figure.asked, unit);
}

std::string figure_amount(const SweepFigure& figure, double value) {
  const std::string unit = display_in_sweep(figure).label;
  return unit.empty() ? figure_value(figure, value) : fmt::format("{} {}", figure_value(figure, value), unit);
}

std::string figure_value(const SweepFigure& figure, double value) {
  return display_value(value, display_in_sweep(figure));
}

std::string figure_error(const SweepFigure& figure, double error) {
  Display finer = display_in_sweep(figure);
  finer.decimals += finer.groups_digits ? 2 : 3;
  finer.groups_digits = true;
  return display_value(error, finer);
}

std::string point_in_words(const SweepHead& head, const SweepPoint& point) {
  constexpr std::size_t longest = 60;
  std::vector<std::string> parts;
  for (std::size_t factor = 0; factor < head.factors.size(); ++factor)
    parts.push_back(
        fmt::format("{} {}", head.factors[factor].name, shortened(factor_value(head, point, factor), longest)));
  return joined(parts, "; ");
}

std::string sweep_heading(const Sweep& sweep) {
  const SweepHead& head = sweep.head;
  std::string out = fmt::format("{}\n{} of {} points over {}{}\n", head.title, head.design, grouped(head.points),
                                head.scenario_title, paths_text(sweep));
  const std::int64_t finished = std::ssize(sweep.points);
  if (finished < head.points)
    out += fmt::format("{} of the points {} finished: what follows is about these.\n", grouped(finished),
                       finished == 1 ? "is" : "are");
  return out;
}

}  // namespace groundwork
