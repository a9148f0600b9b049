#pragma once

#include <cstdint>
#include <vector>

#include "sim/analysis/discovery/box_choice.hpp"
#include "sim/analysis/discovery/variables.hpp"
#include "sim/analysis/estimate.hpp"

namespace groundwork {

/// How to search.
struct DiscoverySettings {
  double peel_share = 0.05;  ///< Of the box's paths, taken off by one peel; 0 … 1/2.
  double least_mass = 0.05;  ///< Share of the searched paths that a box must keep; 0 … 1.
  int most_boxes = 3;        ///< At least 1.
  ChoiceSettings choice = {};
};

/// What came of a search.
enum class Outcome {
  no_value,  ///< No path has a value of every figure.
  never,     ///< It does not happen on any path.
  always,    ///< It happens on every path.
  too_rare,  ///< Some half has fewer than least_cases paths on which it happens, or on which it does not.
  no_box,    ///< Nothing that is drawn tells where it happens.
  found,
};

/// Paths of either kind that each half must have. An estimate: their share then is known to a quarter of itself.
inline constexpr std::int64_t least_cases = 20;

/// What a box or a step of its trajectory holds. Paths in earlier boxes do not count, cases in them count as cases of
/// all.
struct BoxMeasure {
  CaseCount searched;  ///< Of the paths that were searched.
  CaseCount held_out;
  Estimate coverage;  ///< Its share of all cases, on the paths held out.
  Estimate density;   ///< Share of its paths that are cases, on the paths held out.
  Estimate mass;      ///< Its share of all paths, on the paths held out.
};

/// One variable's limits, and what they do for the box.
struct FoundRestriction {
  Restriction limits;
  KeptShare share;
  bool has_whole_values = false;
  double quasi_p = 1.0;      ///< On the paths that were searched, among which it was chosen.
  double held_out_p = 1.0;   ///< The same on the paths held out, which had no part in the choice.
  Estimate density_without;  ///< Of the box without this restriction, on the paths held out.
};

struct TrajectoryPoint {
  PeelStep step;
  BoxMeasure measure;
};

struct FoundBox {
  std::vector<FoundRestriction> restrictions;  ///< Those without which the density is lowest come first.
  BoxMeasure measure;
  std::vector<TrajectoryPoint> trajectory;
  std::size_t chosen = 0;       ///< The step that the box was made from.
  bool misses_density = false;  ///< The one that was wanted, where it was searched.
};

/// In which corners of what can be drawn something happens.
struct Discovery {
  std::vector<Condition> conditions;  ///< With their thresholds.
  std::vector<Variable> variables;
  Outcome outcome = Outcome::no_value;
  std::int64_t undefined = 0;  ///< Paths on which some figure has no value; left out.
  CaseCount searched, held_out;
  Estimate share;  ///< Of all paths with a value on which it happens.
  std::vector<FoundBox> boxes;
  BoxMeasure together;      ///< All boxes.
  Estimate density_beyond;  ///< Outside all boxes, on the paths held out.
};

/// Covers the cases with boxes, one after another: each is searched among the paths that no earlier one has (PRIM's
/// covering), on the first half of the run, and measured on the second. Ends early with a box that is no denser than
/// all paths are but for chance: binomial, at the significance over the number of variables. `results` has kept the
/// conditions' figures and all that is drawn; it is of the study.
Discovery discover(const Study& study, const Results& results, std::vector<Condition> conditions,
                   std::vector<Variable> variables, const DiscoverySettings& settings);

}  // namespace groundwork
