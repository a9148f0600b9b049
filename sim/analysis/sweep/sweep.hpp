#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/contract/outputs.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

/// A figure that a sweep asks for.
struct SweepFigure {
  std::string name;   ///< "tco:CN:total"
  std::string asked;  ///< As the sweep names it: "tco".
  Metric metric;      ///< Name, unit, display, whether it is whole, and which way is better.
  std::string scope, period;
  Better pareto = Better::neither;  ///< Which way is better for the Pareto front; neither: it has no part in it.
};

/// A factor, as a report shows it.
struct SweepColumn {
  std::string name;
  std::vector<std::string> inputs;  ///< Keys.
};

/// What a sweep is, but for its points.
struct SweepHead {
  std::string digest;  ///< Of the scenario, the factors and the design: equal for equal points.
  std::string title;
  std::string scenario;  ///< Path.
  std::string scenario_title;
  std::string design;       ///< "grid" or "latin hypercube"
  std::int64_t points = 0;  ///< When it is complete.
  std::vector<SweepColumn> factors;
  std::vector<SweepFigure> figures;
};

/// All that a point's figures depend on; the version, since other versions may count otherwise.
struct PointKey {
  std::string digest;  ///< Of the scenario.
  std::string model;
  std::string version;
  RunSettings run;
};

/// A point that is finished. A summary has moments, extremes, quantiles and numbers of paths; the rest is not kept.
struct SweepPoint {
  std::int64_t number = 0;
  std::vector<std::string> values;  ///< By input of all factors, as TOML.
  PointKey key;
  std::vector<Summary> figures;  ///< As those of the sweep.
};

struct Sweep {
  SweepHead head;
  std::vector<SweepPoint> points;  ///< Those that are finished, by number.
};

/// Inputs of all factors.
std::vector<std::string> swept_inputs(const SweepHead& head);

/// The values of a point that are of factor `factor`: "0.5, 0.4".
std::string factor_value(const SweepHead& head, const SweepPoint& point, std::size_t factor);

}  // namespace groundwork
