#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/optimisation/planned_lever.hpp"
#include "sim/scenario/scenario.hpp"

namespace groundwork {

/// A lever of a plan, bound to the inputs of a scenario. Its value is the number that the inputs are set to, the factor
/// that they are multiplied by, or the index of a choice.
class Lever {
 public:
  /// None with errors at the lever's inputs if the scenario has no such inputs. Warns of what a reader might not
  /// expect: a distribution that is replaced by a number, and a baseline outside the lever's ends.
  static std::optional<Lever> bind(const PlannedLever& planned, const Scenario& baseline, Diagnostics& diagnostics);

  const PlannedLever& planned() const { return planned_; }
  const std::string& name() const { return planned_.name; }
  bool is_choice() const { return planned_.kind == LeverKind::choice; }
  /// How many values it can take; 0 if any number between the ends.
  double count() const;

  /// The value at a share of the way from the first end to the last, 0 … 1: the nearest step or choice.
  double value_at(double share) const;
  /// The share that has this value; of a choice the middle of those that have.
  double share_of(double value) const;

  /// The baseline's value: of its first input, of a distribution the mean. None of a choice that is not listed.
  std::optional<double> baseline() const { return baseline_; }

  /// What sets the inputs so, as "key=value" for --set.
  std::vector<std::string> overrides(double value) const;
  /// Of the inputs; empty if they have none. A factor has none.
  const std::string& unit() const { return unit_; }
  /// As the scenario says it: of a choice, or of what has a distribution.
  const std::string& baseline_text() const { return baseline_text_; }

 private:
  explicit Lever(const PlannedLever& planned) : planned_(planned) {}
  void find_baseline(const Scenario& scenario, Diagnostics& diagnostics);
  void read_number_baseline(const Input& input, const LeverInput& asked, Diagnostics& diagnostics);
  void read_scaled(const Input& input, const LeverInput& asked, Diagnostics& diagnostics);
  void read_complements(const Scenario& scenario, Diagnostics& diagnostics);
  void warn_if_outside(Diagnostics& diagnostics) const;

  PlannedLever planned_;
  std::string unit_;
  std::optional<double> baseline_;
  std::string baseline_text_;
  std::vector<Node> scaled_;          ///< Of the inputs, what is to be multiplied.
  std::vector<double> left_to_give_;  ///< The baseline's sum of the first input and each complement.
};

}  // namespace groundwork
