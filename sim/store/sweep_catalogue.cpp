#include "sim/store/sweep_catalogue.hpp"

#include <algorithm>
#include <utility>

namespace groundwork {

namespace {

Better better_from_name(const std::string& text) {
  return text == name(Better::higher) ? Better::higher : text == name(Better::lower) ? Better::lower : Better::neither;
}

/// Divisor, label and decimals are in the columns from `first` on.
Display read_display(const Statement& row, int first, bool groups_digits) {
  return {row.number(first), row.text(first + 1), static_cast<int>(row.whole(first + 2)), groups_digits};
}

/// What is known of the metric of a figure; its meaning is not kept.
Metric read_metric(const Statement& row) {
  Metric metric{row.text(2), row.text(5), {row.text(8), row.text(9)}, Words::same("")};
  const bool groups_digits = row.whole(16) != 0;
  metric.display = {read_display(row, 10, groups_digits), read_display(row, 13, groups_digits)};
  metric.better = better_from_name(row.text(6));
  return metric;
}

SweepHead read_head(const Database& database, std::int64_t id) {
  SweepHead head;
  Statement sweep =
      database.prepare("SELECT digest, title, scenario, scenario_title, design, points FROM sweep WHERE id = ?");
  for (sweep.bind(id); sweep.step(); head.points = sweep.whole(5)) {
    head.digest = sweep.text(0);
    head.title = sweep.text(1);
    head.scenario = sweep.text(2);
    head.scenario_title = sweep.text(3);
    head.design = sweep.text(4);
  }
  Statement inputs =
      database.prepare("SELECT factor, factor_name, input FROM sweep_input WHERE sweep = ? ORDER BY position");
  for (inputs.bind(id); inputs.step();) {
    if (inputs.whole(0) == std::ssize(head.factors)) head.factors.push_back({inputs.text(1), {}});
    head.factors.back().inputs.push_back(inputs.text(2));
  }
  Statement figures = database.prepare(
      "SELECT name, asked, metric, scope, period, unit, better, pareto, title, title_zh, "
      "divisor, label, decimals, divisor_zh, label_zh, decimals_zh, groups_digits "
      "FROM sweep_figure WHERE sweep = ? ORDER BY position");
  for (figures.bind(id); figures.step();)
    head.figures.push_back({figures.text(0), figures.text(1), read_metric(figures), figures.text(3), figures.text(4),
                            better_from_name(figures.text(7))});
  return head;
}

/// Columns from `first` on, as the keeper writes them; none if the figure is missing.
Summary read_summary(const Statement& row, int first) {
  Summary summary;
  int column = first;
  for (double* value : {&summary.mean, &summary.standard_error, &summary.standard_deviation})
    *value = row.number(column++);
  for (double& quantile : summary.quantile) quantile = row.number(column++);
  for (double* value : {&summary.minimum, &summary.maximum}) *value = row.number(column++);
  summary.defined = row.whole(column++);
  summary.undefined = row.whole(column);
  return summary;
}

std::vector<SweepPoint> read_points(const Database& database, std::int64_t id) {
  std::vector<SweepPoint> points;
  Statement rows = database.prepare(
      "SELECT number, digest, model, version, seed, sampler, paths FROM sweep_point "
      "JOIN point ON point.id = sweep_point.point WHERE sweep = ? ORDER BY number");
  for (rows.bind(id); rows.step();) {
    const RunSettings run{rows.whole(6), static_cast<std::uint64_t>(rows.whole(4)),
                          sampler_from_name(rows.text(5)).value_or(Sampler::mc)};
    points.push_back({rows.whole(0), {}, {rows.text(1), rows.text(2), rows.text(3), run}, {}});
  }
  return points;
}

/// Calls `use` with each row and the point that its first column numbers; rows are in order of points.
template <class Use>
void for_each_row(Statement& rows, std::vector<SweepPoint>& points, Use use) {
  auto point = points.begin();
  while (rows.step()) {
    while (point != points.end() && point->number < rows.whole(0)) ++point;
    if (point != points.end() && point->number == rows.whole(0)) use(*point);
  }
}

}  // namespace

std::vector<ListedSweep> list_sweeps(const Database& database) {
  std::vector<ListedSweep> sweeps;
  Statement rows = database.prepare(
      "SELECT id, title, scenario, points, (SELECT count(*) FROM sweep_point WHERE sweep = sweep.id) "
      "FROM sweep ORDER BY latest DESC");
  while (rows.step()) sweeps.push_back({rows.whole(0), rows.text(1), rows.text(2), rows.whole(3), rows.whole(4)});
  return sweeps;
}

Sweep read_sweep(Database& database, std::int64_t id) {
  database.execute("BEGIN");  // all of it as of one moment, though others write
  Sweep sweep{read_head(database, id), read_points(database, id)};
  Statement values =
      database.prepare("SELECT number, value FROM sweep_value WHERE sweep = ? ORDER BY number, position");
  values.bind(id);
  for_each_row(values, sweep.points, [&](SweepPoint& point) { point.values.push_back(values.text(1)); });
  Statement figures = database.prepare(
      "SELECT number, mean, standard_error, standard_deviation, p01, p05, p10, p25, p50, p75, p90, p95, p99, minimum, "
      "maximum, defined, undefined FROM sweep_point JOIN sweep_figure USING (sweep) "
      "JOIN figure ON figure.point = sweep_point.point AND figure.name = sweep_figure.name "
      "WHERE sweep = ? ORDER BY number, sweep_figure.position");
  figures.bind(id);
  for_each_row(figures, sweep.points, [&](SweepPoint& point) { point.figures.push_back(read_summary(figures, 1)); });
  database.execute("COMMIT");
  std::erase_if(sweep.points,
                [&](const SweepPoint& point) { return point.figures.size() != sweep.head.figures.size(); });
  return sweep;
}

}  // namespace groundwork
