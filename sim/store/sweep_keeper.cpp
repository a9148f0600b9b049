#include "sim/store/sweep_keeper.hpp"

#include <set>

namespace groundwork {

namespace {

void write_inputs(Database& database, std::int64_t sweep, const SweepHead& head) {
  Statement add = database.prepare("INSERT OR REPLACE INTO sweep_input VALUES (?, ?, ?, ?, ?)");
  std::int64_t position = 0;
  for (std::size_t factor = 0; factor < head.factors.size(); ++factor)
    for (const std::string& input : head.factors[factor].inputs)
      add.bind(sweep)
          .bind(position++)
          .bind(static_cast<std::int64_t>(factor))
          .bind(head.factors[factor].name)
          .bind(input)
          .run();
}

/// Instead of those of an earlier run.
void write_figures(Database& database, std::int64_t sweep, const SweepHead& head) {
  database.prepare("DELETE FROM sweep_figure WHERE sweep = ?").bind(sweep).run();
  Statement add =
      database.prepare("INSERT INTO sweep_figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  std::int64_t position = 0;
  for (const SweepFigure& figure : head.figures) {
    const Metric& metric = figure.metric;
    add.bind(sweep).bind(position++).bind(figure.name).bind(figure.asked).bind(metric.name).bind(figure.scope);
    add.bind(figure.period).bind(metric.unit).bind(name(metric.better)).bind(name(figure.pareto));
    add.bind(metric.title.en).bind(metric.title.zh);
    for (const Display& display : {metric.display.en, metric.display.zh})
      add.bind(display.divisor).bind(display.label).bind(std::int64_t{display.decimals});
    add.bind(std::int64_t{metric.display.en.groups_digits}).run();
  }
}

/// The row of the sweep, with its inputs and figures.
std::int64_t write_head(Database& database, const SweepHead& head) {
  Transaction transaction(database);
  database
      .prepare(
          "INSERT INTO sweep (digest, title, scenario, scenario_title, design, points, latest) "
          "VALUES (?, ?, ?, ?, ?, ?, 0) "
          "ON CONFLICT (digest) DO UPDATE SET scenario = excluded.scenario, scenario_title = excluded.scenario_title")
      .bind(head.digest)
      .bind(head.title)
      .bind(head.scenario)
      .bind(head.scenario_title)
      .bind(head.design)
      .bind(head.points)
      .run();
  database.prepare("UPDATE sweep SET latest = (SELECT max(latest) + 1 FROM sweep) WHERE digest = ?")
      .bind(head.digest)
      .run();
  Statement find = database.prepare("SELECT id FROM sweep WHERE digest = ?");
  find.bind(head.digest).step();
  const std::int64_t sweep = find.whole(0);
  find.step();
  write_inputs(database, sweep, head);
  write_figures(database, sweep, head);
  transaction.commit();
  return sweep;
}

}  // namespace

SweepKeeper::SweepKeeper(Database& database, const SweepHead& head)
    : database_(database),
      head_(head),
      sweep_(write_head(database, head)),
      find_point_(
          database.prepare("SELECT id FROM point WHERE digest = ? AND model = ? AND version = ? AND seed = ? AND "
                           "sampler = ? AND paths = ?")),
      add_point_(database.prepare("INSERT INTO point (digest, model, version, seed, sampler, paths) "
                                  "VALUES (?, ?, ?, ?, ?, ?)")),
      count_figures_(database.prepare("SELECT count(*) FROM figure JOIN sweep_figure USING (name) "
                                      "WHERE figure.point = ? AND sweep_figure.sweep = ?")),
      add_figure_(database.prepare("INSERT OR REPLACE INTO figure VALUES "
                                   "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      add_sweep_point_(database.prepare("INSERT OR REPLACE INTO sweep_point VALUES (?, ?, ?)")),
      add_value_(database.prepare("INSERT OR REPLACE INTO sweep_value VALUES (?, ?, ?, ?)")) {}

std::vector<std::int64_t> SweepKeeper::unfinished() const {
  Statement finished = database_.prepare(
      "SELECT sweep_point.number FROM sweep_point JOIN sweep_figure USING (sweep) "
      "JOIN figure ON figure.point = sweep_point.point AND figure.name = sweep_figure.name "
      "WHERE sweep = ? GROUP BY sweep_point.number HAVING count(*) = ?");
  finished.bind(sweep_).bind(std::ssize(head_.figures));
  std::set<std::int64_t> done;
  while (finished.step()) done.insert(finished.whole(0));
  std::vector<std::int64_t> numbers;
  for (std::int64_t number = 0; number < head_.points; ++number)
    if (!done.contains(number)) numbers.push_back(number);
  return numbers;
}

std::int64_t SweepKeeper::find(const PointKey& key) {
  find_point_.bind(key.digest).bind(key.model).bind(key.version);
  find_point_.bind(static_cast<std::int64_t>(key.run.seed)).bind(name(key.run.sampler)).bind(key.run.paths);
  std::int64_t row = 0;
  while (find_point_.step()) row = find_point_.whole(0);
  return row;
}

std::int64_t SweepKeeper::find_or_add(const PointKey& key) {
  if (const std::int64_t row = find(key); row > 0) return row;
  add_point_.bind(key.digest).bind(key.model).bind(key.version);
  add_point_.bind(static_cast<std::int64_t>(key.run.seed)).bind(name(key.run.sampler)).bind(key.run.paths).run();
  return find(key);
}

bool SweepKeeper::adopt(const SweepPoint& point) {
  const std::int64_t row = find(point.key);
  if (row == 0) return false;
  std::int64_t figures = 0;
  count_figures_.bind(row).bind(sweep_);
  while (count_figures_.step()) figures = count_figures_.whole(0);
  if (figures < std::ssize(head_.figures)) return false;
  Transaction transaction(database_);
  add_to_sweep(row, point);
  transaction.commit();
  return true;
}

void SweepKeeper::keep(const SweepPoint& point) {
  Transaction transaction(database_);
  const std::int64_t row = find_or_add(point.key);
  for (std::size_t i = 0; i < head_.figures.size(); ++i) add_figure(row, head_.figures[i].name, point.figures[i]);
  add_to_sweep(row, point);
  transaction.commit();
}

void SweepKeeper::add_figure(std::int64_t point, const std::string& name, const Summary& summary) {
  add_figure_.bind(point).bind(name).bind(summary.mean).bind(summary.standard_error).bind(summary.standard_deviation);
  for (const double quantile : summary.quantile) add_figure_.bind(summary.defined > 0 ? quantile : Summary::unknown);
  add_figure_.bind(summary.minimum).bind(summary.maximum).bind(summary.defined).bind(summary.undefined).run();
}

void SweepKeeper::add_to_sweep(std::int64_t row, const SweepPoint& point) {
  add_sweep_point_.bind(sweep_).bind(point.number).bind(row).run();
  std::int64_t position = 0;
  for (const std::string& value : point.values)
    add_value_.bind(sweep_).bind(point.number).bind(position++).bind(value).run();
}

}  // namespace groundwork
