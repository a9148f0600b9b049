#pragma once

#include <string>
#include <vector>

#include "sim/analysis/sweep/sweep.hpp"

namespace groundwork {

/// A figure of a sweep that is made by hand.
inline SweepFigure made_figure(const std::string& metric, Better better, Better pareto = Better::neither) {
  Metric made{metric, "1", Words::same(metric), Words::same("")};
  made.better = better;
  return {metric + ":CN:total", metric, made, "CN", "total", pareto};
}

inline Summary made_summary(double mean, double standard_error) {
  Summary summary;
  summary.mean = mean;
  summary.standard_error = standard_error;
  summary.standard_deviation = 10.0 * standard_error;
  summary.quantile.fill(mean);
  summary.minimum = summary.maximum = mean;
  summary.defined = 100;
  return summary;
}

/// A point with one value for each factor; all figures have the same standard error.
inline SweepPoint made_point(std::int64_t number, std::vector<std::string> values, const std::vector<double>& means,
                             double standard_error) {
  SweepPoint point{
      number, std::move(values), {"digest-" + std::to_string(number), "toy", "1", {100, 7, Sampler::mc}}, {}};
  for (const double mean : means) point.figures.push_back(made_summary(mean, standard_error));
  return point;
}

/// A grid over factors "a" and "b" with these figures and no points yet.
inline Sweep made_sweep(std::vector<SweepFigure> figures, std::int64_t points) {
  return {
      {"sweep-digest", "A sweep", "toy.toml", "Toy", "grid", points, {{"a", {"a"}}, {"b", {"b"}}}, std::move(figures)},
      {}};
}

}  // namespace groundwork
