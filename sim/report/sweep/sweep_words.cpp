#include "sim/report/sweep/sweep_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/text.hpp"
#include "sim/report/amount.hpp"
#include "sim/report/chinese_title.hpp"
#include "sim/report/display.hpp"
#include "sim/report/run/console_words.hpp"

namespace groundwork {

namespace {

Display display_in_sweep(const SweepFigure& figure, Language language) {
  Display display = display_of(figure.metric, language);
  display.groups_digits = figure.metric.display.in(language).groups_digits;
  return display;
}

bool is_drawn_alike(const SweepPoint& one, const SweepPoint& other) {
  const RunSettings &a = one.key.run, &b = other.key.run;
  return a.paths == b.paths && a.seed == b.seed && a.sampler == b.sampler;
}

Words paths_text(const Sweep& sweep) {
  if (sweep.points.empty()) return Words::same("");
  const SweepPoint& first = sweep.points.front();
  const RunSettings& run = first.key.run;
  if (!std::ranges::all_of(sweep.points, [&](const SweepPoint& point) { return is_drawn_alike(first, point); }))
    return {"; paths, seed or sampler differ", "；各点的路径数、种子或抽样方法不同"};
  return {fmt::format("; {} paths each, seed {}, {}", grouped(run.paths), run.seed, name(run.sampler)),
          fmt::format("；每点 {} 条路径，种子 {}，{}", grouped(run.paths), run.seed,
                      sampler_label(run.sampler, Language::zh))};
}

std::string design_zh(const std::string& design) { return design == "grid" ? "网格" : "拉丁超立方"; }

Words unfinished_line(const Sweep& sweep) {
  const std::int64_t finished = std::ssize(sweep.points);
  const std::string done = grouped(finished);
  return {
      fmt::format("{} of the points {} finished: what follows is about these.\n", done, finished == 1 ? "is" : "are"),
      fmt::format("已完成 {} 个点，以下结果仅针对这些点。\n", done)};
}

}  // namespace

std::string figure_name(const SweepFigure& figure, Language language) {
  if (language == Language::en) return figure.asked;
  const std::vector<std::string> asked = split(figure.asked, ':');
  const auto if_asked = [&](const std::string& part) {
    return std::ranges::find(asked, part) == asked.end() ? "" : part;
  };
  return chinese_title(figure.metric, if_asked(figure.scope), if_asked(figure.period));
}

std::string figure_label(const SweepFigure& figure, Language language) {
  return labelled(figure_name(figure, language), display_in_sweep(figure, language).label, language);
}

std::string figure_amount(const SweepFigure& figure, double value, Language language) {
  return display_amount(value, display_in_sweep(figure, language), language);
}

std::string figure_difference(const SweepFigure& figure, double value, Language language) {
  return display_difference(value, display_in_sweep(figure, language), language);
}

std::string figure_value(const SweepFigure& figure, double value, Language language) {
  return display_value(value, display_in_sweep(figure, language), language);
}

std::string figure_error(const SweepFigure& figure, double error, Language language) {
  Display finer = display_in_sweep(figure, language);
  finer.decimals += finer.groups_digits ? 2 : 3;
  finer.groups_digits = true;
  return display_value(error, finer, language);
}

std::string point_in_words(const SweepHead& head, const SweepPoint& point, Language language) {
  constexpr std::size_t longest = 60;
  std::vector<std::string> parts;
  for (std::size_t factor = 0; factor < head.factors.size(); ++factor)
    parts.push_back(
        fmt::format("{} {}", head.factors[factor].name, shortened(factor_value(head, point, factor), longest)));
  return joined(parts, Words{"; ", "；"}.in(language));
}

std::string sweep_heading(const Sweep& sweep, Language language) {
  const SweepHead& head = sweep.head;
  const Words paths = paths_text(sweep);
  const Words what{
      fmt::format("{} of {} points over {}{}\n", head.design, grouped(head.points), head.scenario_title, paths.en),
      fmt::format("{}，{}，{} 个点{}\n", head.scenario_title, design_zh(head.design), grouped(head.points), paths.zh)};
  const bool is_finished = std::ssize(sweep.points) >= head.points;
  return fmt::format("{}\n{}{}", head.title, what.in(language), is_finished ? "" : unfinished_line(sweep).in(language));
}

}  // namespace groundwork
