#include "sim/report/sweep/sweep_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/analysis/sweep/best_points.hpp"
#include "sim/analysis/sweep/pareto_front.hpp"
#include "sim/base/text.hpp"
#include "sim/report/display.hpp"
#include "sim/report/sweep/effects_text.hpp"
#include "sim/report/sweep/front_text.hpp"
#include "sim/report/sweep/points_table.hpp"
#include "sim/report/sweep/sweep_words.hpp"

namespace groundwork {

namespace {

constexpr std::size_t most_figures = 6;  // what a terminal shows without wrapping

/// A sweep and what a terminal shows of it.
struct Shown {
  const Sweep& sweep;
  std::vector<BestPoint> best;       ///< By figure.
  std::vector<std::size_t> figures;  ///< Those that vary, the first few.
  Language language;
};

Shown choose(const Sweep& sweep, Language language) {
  Shown shown{sweep, best_points(sweep), {}, language};
  for (const BestPoint& best : shown.best)
    if (best.spread == Spread::varies && shown.figures.size() < most_figures) shown.figures.push_back(best.figure);
  return shown;
}

bool has_best(const Sweep& sweep, const BestPoint& best) {
  const SweepFigure& figure = sweep.head.figures[best.figure];
  return best.spread == Spread::varies && (figure.metric.better != Better::neither || figure.pareto != Better::neither);
}

/// All points, or the best ones of the first figure that has any.
std::string points_text(const Shown& shown) {
  const Sweep& sweep = shown.sweep;
  std::vector<std::size_t> order(sweep.points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (order.size() <= most_points) return points_table(sweep, order, shown.figures, shown.language) + "\n";
  const auto first = std::ranges::find_if(shown.best, [&](const BestPoint& best) { return has_best(sweep, best); });
  Words which{"the first ones", "按编号排列"};
  if (first != shown.best.end()) {
    const SweepFigure& figure = sweep.head.figures[first->figure];
    const Better better = figure.pareto == Better::neither ? figure.metric.better : figure.pareto;
    const double sign = better == Better::higher ? -1.0 : 1.0;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) {
      const double mean = sweep.points[i].figures[first->figure].mean;
      return std::isfinite(mean) ? sign * mean : std::numeric_limits<double>::infinity();
    });
    which = {fmt::format("best {} first", figure.asked),
             fmt::format("按{}从优到劣排列", figure_name(figure, Language::zh))};
  }
  order.resize(most_points);
  const std::string points = grouped(std::ssize(sweep.points));
  const Words title{fmt::format("{} of {} points, {}:\n", most_points, points, which.en),
                    fmt::format("{} 个点中的前 {} 个，{}：\n", points, most_points, which.zh)};
  return title.in(shown.language) + points_table(sweep, order, shown.figures, shown.language) + "\n";
}

std::string names_of(const Shown& shown, Spread spread) {
  std::vector<std::string> names;
  for (const BestPoint& best : shown.best)
    if (best.spread == spread) names.push_back(figure_name(shown.sweep.head.figures[best.figure], shown.language));
  return joined(names, Words{", ", "、"}.in(shown.language));
}

/// What is not in the tables, and why.
std::string left_out_text(const Shown& shown) {
  std::string out;
  if (const std::string names = names_of(shown, Spread::constant); !names.empty())
    out += Words{fmt::format("The same at every point, no factor moves it: {}.\n", names),
                 fmt::format("各点取值相同，不受任何参数影响：{}。\n", names)}
               .in(shown.language);
  if (const std::string names = names_of(shown, Spread::undefined); !names.empty())
    out += Words{fmt::format("Without a value at any point: {}.\n", names),
                 fmt::format("在所有点上都没有数值：{}。\n", names)}
               .in(shown.language);
  const auto varying = std::ranges::count(shown.best, Spread::varies, &BestPoint::spread);
  if (const auto rest = varying - std::ssize(shown.figures); rest > 0)
    out += Words{fmt::format("{} more figures are in points.csv (--out DIR).\n", rest),
                 fmt::format("另有 {} 项指标见 points.csv（--out DIR）。\n", rest)}
               .in(shown.language);
  return out.empty() ? out : out + "\n";
}

Words equals_text(std::int64_t equals) {
  if (equals == 0) return Words::same("");
  return {fmt::format("; {} other{} cannot be told from it", grouped(equals), equals == 1 ? "" : "s"),
          fmt::format("；另有 {} 个点与其无法区分", grouped(equals))};
}

std::string best_line(const Shown& shown, const BestPoint& best) {
  const SweepFigure& figure = shown.sweep.head.figures[best.figure];
  const SweepPoint& point = shown.sweep.points[best.point];
  const std::string mean = figure_amount(figure, point.figures[best.figure].mean, shown.language);
  const std::string error = figure_error(figure, point.figures[best.figure].standard_error, shown.language);
  const std::string number = grouped(point.number), at = point_in_words(shown.sweep.head, point, shown.language);
  const Words equals = equals_text(best.equals);
  return Words{fmt::format("Best {}: {} +- {} at point {} ({}){}.\n", figure.asked, mean, error, number, at, equals.en),
               fmt::format("{}最优的是点 {}（{}）：{} ± {}{}。\n", figure_name(figure, shown.language), number, at,
                           mean, error, equals.zh)}
      .in(shown.language);
}

std::string best_text(const Shown& shown) {
  std::string out;
  for (const std::size_t index : shown.figures)
    if (has_best(shown.sweep, shown.best[index])) out += best_line(shown, shown.best[index]);
  return out.empty() ? out : out + "\n";
}

Words note_text(const Sweep& sweep) {
  const double errors = told_apart_errors(sweep);
  return {
      fmt::format("Points whose means are within {} standard errors of their difference cannot be told apart; the\n"
                  "errors are taken as independent, which errs towards saying so. More paths tell more points apart.\n",
                  errors),
      fmt::format("两点均值之差在其标准误的 {} 倍以内，即视为无法区分；各点误差按相互独立处理，\n"
                  "这会偏于判为无法区分。增加路径数可区分更多的点。\n",
                  errors)};
}

}  // namespace

std::string sweep_text(const Sweep& sweep, Language language) {
  const std::string heading = sweep_heading(sweep, language) + "\n";
  if (sweep.points.empty()) return heading;
  const Shown shown = choose(sweep, language);
  const std::string points = shown.figures.empty() ? "" : points_text(shown);
  return heading + points + left_out_text(shown) + effects_text(sweep, shown.figures, language) + best_text(shown) +
         front_text(sweep, language) + note_text(sweep).in(language);
}

}  // namespace groundwork
