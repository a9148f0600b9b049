#include "sim/report/sweep/sweep_csv.hpp"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "sim/analysis/sweep/pareto_front.hpp"
#include "sim/report/csv_field.hpp"

namespace groundwork {

namespace {

std::string header(const SweepHead& head) {
  std::string line = "point";
  for (const std::string& input : swept_inputs(head)) line += "," + csv_field(input);
  line += ",scenario_digest,paths,seed,sampler,version,pareto";
  for (const SweepFigure& figure : head.figures) {
    for (const char* moment : {"mean", "se", "sd"}) line += "," + csv_field(fmt::format("{}:{}", figure.name, moment));
    for (const double probability : summary_probabilities)
      line += "," + csv_field(fmt::format("{}:p{:02.0f}", figure.name, 100.0 * probability));
    for (const char* count : {"defined", "undefined"})
      line += "," + csv_field(fmt::format("{}:{}", figure.name, count));
  }
  return line + "\n";
}

void append_figure(std::string& line, const Summary& summary) {
  for (const double value : {summary.mean, summary.standard_error, summary.standard_deviation})
    append_number(line, value);
  for (const double quantile : summary.quantile) append_number(line, quantile);
  line += fmt::format(",{},{}", summary.defined, summary.undefined);
}

std::string line_of(const SweepPoint& point, std::string_view standing) {
  const RunSettings& run = point.key.run;
  std::string line = fmt::format("{}", point.number);
  for (const std::string& value : point.values) line += "," + csv_field(value);
  line += fmt::format(",{},{},{},{},{},{}", point.key.digest, run.paths, run.seed, name(run.sampler),
                      csv_field(point.key.version), standing);
  for (const Summary& figure : point.figures) append_figure(line, figure);
  return line + "\n";
}

std::string lines(const Sweep& sweep, bool (*is_wanted)(FrontStanding)) {
  const bool is_any = has_pareto(sweep.head);
  const std::vector<FrontStanding> standings =
      is_any ? pareto_standings(sweep) : std::vector<FrontStanding>(sweep.points.size(), FrontStanding::left_out);
  std::string text = header(sweep.head);
  for (std::size_t i = 0; i < sweep.points.size(); ++i)
    if (is_wanted(standings[i])) text += line_of(sweep.points[i], is_any ? name(standings[i]) : "");
  return text;
}

}  // namespace

std::string points_csv(const Sweep& sweep) {
  return lines(sweep, [](FrontStanding) { return true; });
}

std::string pareto_csv(const Sweep& sweep) {
  return lines(sweep, [](FrontStanding standing) { return standing == FrontStanding::front; });
}

}  // namespace groundwork
