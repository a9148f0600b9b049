#include "sim/report/discovery/discovery_csv.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/report/csv_field.hpp"

namespace groundwork {

namespace {

std::string estimate_header(const std::string& name) { return fmt::format(",{0},{0}_se,{0}_low,{0}_high", name); }

void append_estimate(std::string& line, const Estimate& estimate) {
  for (const double value : {estimate.value, estimate.standard_error, estimate.low, estimate.high})
    append_number(line, value);
}

void append_measure(std::string& line, const BoxMeasure& measure) {
  for (const Estimate& estimate : {measure.coverage, measure.density, measure.mass}) append_estimate(line, estimate);
  line += fmt::format(",{},{},{},{}", measure.held_out.paths, measure.held_out.cases, measure.searched.paths,
                      measure.searched.cases);
}

std::string measure_header() {
  return estimate_header("coverage") + estimate_header("density") + estimate_header("mass") +
         ",held_out_paths,held_out_cases,searched_paths,searched_cases";
}

void append_limit(std::string& line, double limit) {
  if (std::isfinite(limit))
    append_number(line, limit);
  else
    line += ',';
}

std::string restriction_line(const Discovery& discovery, std::size_t box, const FoundRestriction& restriction) {
  const Variable& variable = discovery.variables[static_cast<std::size_t>(restriction.limits.variable)];
  std::string line = fmt::format("{},{},{}", box + 1, csv_field(variable.name), csv_field(variable.unit));
  append_limit(line, restriction.limits.low);
  append_limit(line, restriction.limits.high);
  for (const double value :
       {restriction.share.below, restriction.share.above, restriction.quasi_p, restriction.held_out_p})
    append_number(line, value);
  append_estimate(line, restriction.density_without);
  append_measure(line, discovery.boxes[box].measure);
  return line + '\n';
}

std::string step_line(const Discovery& discovery, std::size_t box, std::size_t index) {
  const FoundBox& found = discovery.boxes[box];
  const TrajectoryPoint& point = found.trajectory[index];
  const bool is_first = point.step.variable < 0;
  const std::string name =
      is_first ? "" : csv_field(discovery.variables[static_cast<std::size_t>(point.step.variable)].name);
  std::string line = fmt::format("{},{},{},{},{},{}", box + 1, index, index == found.chosen ? 1 : 0, name,
                                 is_first                       ? ""
                                 : point.step.side == Side::low ? "low"
                                                                : "high",
                                 point.step.box.size());
  append_measure(line, point.measure);
  return line + '\n';
}

}  // namespace

std::string boxes_csv(const Discovery& discovery) {
  std::string text = "box,input,unit,low,high,share_below,share_above,quasi_p,held_out_p" +
                     estimate_header("density_without") + measure_header() + "\n";
  for (std::size_t box = 0; box < discovery.boxes.size(); ++box)
    for (const FoundRestriction& restriction : discovery.boxes[box].restrictions)
      text += restriction_line(discovery, box, restriction);
  return text;
}

std::string trajectory_csv(const Discovery& discovery) {
  std::string text = "box,step,is_chosen,peeled,side,inputs_limited" + measure_header() + "\n";
  for (std::size_t box = 0; box < discovery.boxes.size(); ++box)
    for (std::size_t step = 0; step < discovery.boxes[box].trajectory.size(); ++step)
      text += step_line(discovery, box, step);
  return text;
}

}  // namespace groundwork
