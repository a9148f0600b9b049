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
#include "sim/report/sweep/sweep_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

constexpr std::size_t most_figures = 6, most_rows = 20;  // what a terminal shows without wrapping and scrolling

/// A sweep and what a terminal shows of it.
struct Shown {
  const Sweep& sweep;
  std::vector<BestPoint> best;       ///< By figure.
  std::vector<std::size_t> figures;  ///< Those that vary, the first few.
};

Shown choose(const Sweep& sweep) {
  Shown shown{sweep, best_points(sweep), {}};
  for (const BestPoint& best : shown.best)
    if (best.spread == Spread::varies && shown.figures.size() < most_figures) shown.figures.push_back(best.figure);
  return shown;
}

bool has_best(const Sweep& sweep, const BestPoint& best) {
  const SweepFigure& figure = sweep.head.figures[best.figure];
  return best.spread == Spread::varies && (figure.metric.better != Better::neither || figure.pareto != Better::neither);
}

std::string table_of(const Shown& shown, const std::vector<std::size_t>& points) {
  constexpr std::size_t longest = 28;
  const SweepHead& head = shown.sweep.head;
  std::vector<std::string> header{"point"};
  for (const SweepColumn& factor : head.factors) header.push_back(shortened(factor.name, longest + 20));
  for (const std::size_t figure : shown.figures) {
    header.push_back(figure_label(head.figures[figure]));
    header.emplace_back("+- error");
  }
  TextGrid grid(header);
  for (const std::size_t index : points) {
    const SweepPoint& point = shown.sweep.points[index];
    std::vector<std::string> row{grouped(point.number)};
    for (std::size_t factor = 0; factor < head.factors.size(); ++factor)
      row.push_back(shortened(factor_value(head, point, factor), longest));
    for (const std::size_t figure : shown.figures) {
      row.push_back(figure_value(head.figures[figure], point.figures[figure].mean));
      row.push_back(figure_error(head.figures[figure], point.figures[figure].standard_error));
    }
    grid.add(std::move(row));
  }
  return grid.text();
}

/// All points, or the best ones of the first figure that has any.
std::string points_text(const Shown& shown) {
  const Sweep& sweep = shown.sweep;
  std::vector<std::size_t> order(sweep.points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (order.size() <= most_rows) return table_of(shown, order) + "\n";
  const auto first = std::ranges::find_if(shown.best, [&](const BestPoint& best) { return has_best(sweep, best); });
  std::string which = "the first ones";
  if (first != shown.best.end()) {
    const SweepFigure& figure = sweep.head.figures[first->figure];
    const Better better = figure.pareto == Better::neither ? figure.metric.better : figure.pareto;
    const double sign = better == Better::higher ? -1.0 : 1.0;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) {
      const double mean = sweep.points[i].figures[first->figure].mean;
      return std::isfinite(mean) ? sign * mean : std::numeric_limits<double>::infinity();
    });
    which = fmt::format("best {} first", figure.asked);
  }
  order.resize(most_rows);
  return fmt::format("{} of {} points, {}:\n{}\n", most_rows, grouped(std::ssize(sweep.points)), which,
                     table_of(shown, order));
}

std::string names_of(const Shown& shown, Spread spread) {
  std::vector<std::string> names;
  for (const BestPoint& best : shown.best)
    if (best.spread == spread) names.push_back(shown.sweep.head.figures[best.figure].asked);
  return joined(names, ", ");
}

/// What is not in the tables, and why.
std::string left_out_text(const Shown& shown) {
  std::string out;
  if (const std::string names = names_of(shown, Spread::constant); !names.empty())
    out += fmt::format("The same at every point, no factor moves it: {}.\n", names);
  if (const std::string names = names_of(shown, Spread::undefined); !names.empty())
    out += fmt::format("Without a value at any point: {}.\n", names);
  const auto varying = std::ranges::count(shown.best, Spread::varies, &BestPoint::spread);
  if (varying > std::ssize(shown.figures))
    out += fmt::format("{} more figures are in points.csv (--out DIR).\n", varying - std::ssize(shown.figures));
  return out.empty() ? out : out + "\n";
}

std::string equals_text(std::int64_t equals) {
  if (equals == 0) return "";
  return fmt::format("; {} other{} cannot be told from it", grouped(equals), equals == 1 ? "" : "s");
}

std::string best_text(const Shown& shown) {
  std::string out;
  for (const std::size_t index : shown.figures) {
    const BestPoint& best = shown.best[index];
    if (!has_best(shown.sweep, best)) continue;
    const SweepFigure& figure = shown.sweep.head.figures[index];
    const SweepPoint& point = shown.sweep.points[best.point];
    out += fmt::format("Best {}: {} +- {} at point {} ({}){}.\n", figure.asked,
                       figure_amount(figure, point.figures[index].mean),
                       figure_error(figure, point.figures[index].standard_error), grouped(point.number),
                       point_in_words(shown.sweep.head, point), equals_text(best.equals));
  }
  return out.empty() ? out : out + "\n";
}

std::string pareto_title(const SweepHead& head) {
  std::vector<std::string> parts;
  for (const SweepFigure& figure : head.figures)
    if (figure.pareto != Better::neither) parts.push_back(fmt::format("{} ({})", figure.asked, name(figure.pareto)));
  return joined(parts, ", ");
}

/// The front, from the best first figure on.
std::string pareto_text(const Shown& shown) {
  const Sweep& sweep = shown.sweep;
  if (!has_pareto(sweep.head)) return "";
  const std::vector<FrontStanding> standings = pareto_standings(sweep);
  const auto count = [&](FrontStanding standing) { return std::ranges::count(standings, standing); };
  std::vector<std::size_t> front;
  Shown in_front{sweep, shown.best, {}};
  for (std::size_t i = 0; i < sweep.head.figures.size(); ++i)
    if (sweep.head.figures[i].pareto != Better::neither) in_front.figures.push_back(i);
  for (std::size_t i = 0; i < standings.size(); ++i)
    if (standings[i] == FrontStanding::front) front.push_back(i);
  std::ranges::stable_sort(front, {},
                           [&](std::size_t i) { return sweep.points[i].figures[in_front.figures.front()].mean; });
  std::string out = fmt::format("Pareto front of {}: {} of {} points", pareto_title(sweep.head),
                                grouped(std::ssize(front)), grouped(std::ssize(sweep.points)));
  if (const auto near = count(FrontStanding::near); near > 0)
    out += fmt::format("; {} more cannot be told from it", grouped(near));
  if (const auto lacking = count(FrontStanding::left_out); lacking > 0)
    out += fmt::format("; {} without a value left out", grouped(lacking));
  out += ".\n";
  const std::size_t rest = front.size() - std::min(front.size(), most_rows);
  front.resize(front.size() - rest);
  if (!front.empty()) out += table_of(in_front, front);
  if (rest > 0)
    out += fmt::format("and {} more, in pareto.csv (--out DIR)\n", grouped(static_cast<std::int64_t>(rest)));
  return out + "\n";
}

std::string note_text(const Sweep& sweep) {
  return fmt::format(
      "Points whose means are within {} standard errors of their difference cannot be told apart; the\n"
      "errors are taken as independent, which errs towards saying so. More paths tell more points apart.\n",
      told_apart_errors(sweep));
}

}  // namespace

std::string sweep_text(const Sweep& sweep) {
  const std::string heading = sweep_heading(sweep) + "\n";
  if (sweep.points.empty()) return heading;
  const Shown shown = choose(sweep);
  const std::string points = shown.figures.empty() ? "" : points_text(shown);
  return heading + points + left_out_text(shown) + effects_text(sweep, shown.figures) + best_text(shown) +
         pareto_text(shown) + note_text(sweep);
}

}  // namespace groundwork
