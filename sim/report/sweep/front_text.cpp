#include "sim/report/sweep/front_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/analysis/sweep/pareto_front.hpp"
#include "sim/base/text.hpp"
#include "sim/report/display.hpp"
#include "sim/report/run/console_words.hpp"
#include "sim/report/sweep/points_table.hpp"
#include "sim/report/sweep/sweep_words.hpp"

namespace groundwork {

namespace {

std::string pareto_title(const SweepHead& head, Language language) {
  std::vector<std::string> parts;
  for (const SweepFigure& figure : head.figures) {
    if (figure.pareto == Better::neither) continue;
    const std::string what = figure_name(figure, language), way = better_label(figure.pareto, language);
    parts.push_back(Words{fmt::format("{} ({})", what, way), fmt::format("{}（{}）", what, way)}.in(language));
  }
  return joined(parts, Words{", ", "、"}.in(language));
}

std::string front_line(const Sweep& sweep, const std::vector<FrontStanding>& standings, Language language) {
  const auto count = [&](FrontStanding standing) { return std::ranges::count(standings, standing); };
  const std::string title = pareto_title(sweep.head, language), points = grouped(std::ssize(sweep.points));
  const std::string front = grouped(count(FrontStanding::front));
  Words line{fmt::format("Pareto front of {}: {} of {} points", title, front, points),
             fmt::format("{}的帕累托前沿：{} 个点中的 {} 个", title, points, front)};
  if (const auto near = count(FrontStanding::near); near > 0)
    line = line + Words{fmt::format("; {} more cannot be told from it", grouped(near)),
                        fmt::format("；另有 {} 个与前沿无法区分", grouped(near))};
  if (const auto lacking = count(FrontStanding::left_out); lacking > 0)
    line = line + Words{fmt::format("; {} without a value left out", grouped(lacking)),
                        fmt::format("；{} 个缺少指标，未计入", grouped(lacking))};
  return (line + Words{".\n", "。\n"}).in(language);
}

}  // namespace

std::string front_text(const Sweep& sweep, Language language) {
  if (!has_pareto(sweep.head)) return "";
  const std::vector<FrontStanding> standings = pareto_standings(sweep);
  std::vector<std::size_t> figures, front;
  for (std::size_t i = 0; i < sweep.head.figures.size(); ++i)
    if (sweep.head.figures[i].pareto != Better::neither) figures.push_back(i);
  for (std::size_t i = 0; i < standings.size(); ++i)
    if (standings[i] == FrontStanding::front) front.push_back(i);
  std::ranges::stable_sort(front, {}, [&](std::size_t i) { return sweep.points[i].figures[figures.front()].mean; });
  std::string out = front_line(sweep, standings, language);
  const std::size_t rest = front.size() - std::min(front.size(), most_points);
  front.resize(front.size() - rest);
  if (!front.empty()) out += points_table(sweep, front, figures, language);
  const std::string more = grouped(static_cast<std::int64_t>(rest));
  if (rest > 0)
    out += Words{fmt::format("and {} more, in pareto.csv (--out DIR)\n", more),
                 fmt::format("其余 {} 个见 pareto.csv（--out DIR）\n", more)}
               .in(language);
  return out + "\n";
}

}  // namespace groundwork
