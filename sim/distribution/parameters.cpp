#include "sim/distribution/parameters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

std::vector<std::string> names_of(const DistributionFacts& facts) {
  std::vector<std::string> names;
  for (const ParameterFacts& parameter : facts.parameters) names.push_back(parameter.name);
  return names;
}

}  // namespace

Parameters::Parameters(const DistributionSpec& spec, const DistributionFacts& facts,
                       std::vector<ParameterProblem>& problems)
    : spec_(spec), facts_(facts), problems_(problems) {
  check_names();
  check_presence();
  check_finite();
}

void Parameters::check_names() {
  const std::vector<std::string> names = names_of(facts_);
  std::vector<std::string> given;
  for (const auto& [name, number] : spec_.numbers) given.push_back(name);
  if (!spec_.values.empty()) given.emplace_back("values");
  if (!spec_.weights.empty()) given.emplace_back("weights");
  for (const std::string& name : given) {
    const bool list = name == "values" || name == "weights";
    if (list && has(name)) {
      problem(name, fmt::format("'{}' must be a list of numbers", name), fmt::format("write {} = [1, 2, 3]", name));
    } else if (std::ranges::find(names, name) == names.end()) {
      const std::string meant = closest(name, names);
      problem(name, fmt::format("'{}' has no parameter '{}'", facts_.name, name),
              (meant.empty() ? "" : fmt::format("did you mean '{}'? ", meant)) +
                  fmt::format("its parameters are {}", joined(names, ", ")));
    }
  }
}

void Parameters::check_presence() {
  for (const ParameterFacts& parameter : facts_.parameters) {
    const bool given = parameter.name == "values"    ? !spec_.values.empty()
                       : parameter.name == "weights" ? !spec_.weights.empty()
                                                     : has(parameter.name);
    if (parameter.required && !given)
      missing(parameter.name, fmt::format("add {} = …: {}", parameter.name, parameter.meaning));
  }
}

void Parameters::check_finite() {
  const auto examine = [&](const std::string& name, double number) {
    if (std::isfinite(number)) return;
    problem(name, fmt::format("'{}' is {}", name, number_text(number)), "give a finite number, or leave it out");
  };
  for (const auto& [name, number] : spec_.numbers) examine(name, number);
  for (const double value : spec_.values) examine("values", value);
  for (const double weight : spec_.weights) examine("weights", weight);
}

double Parameters::number(const std::string& name) const {
  return number_or(name, std::numeric_limits<double>::quiet_NaN());
}

double Parameters::number_or(const std::string& name, double otherwise) const {
  const auto found = spec_.numbers.find(name);
  if (found == spec_.numbers.end()) return otherwise;
  return std::isfinite(found->second) ? found->second : std::numeric_limits<double>::quiet_NaN();
}

void Parameters::problem(std::string parameter, std::string text, std::string hint) {
  problems_.push_back({std::move(parameter), std::move(text), std::move(hint)});
  good_ = false;
}

void Parameters::missing(const std::string& parameter, std::string hint) {
  problem(parameter, fmt::format("'{}' needs '{}'", facts_.name, parameter), std::move(hint));
}

void Parameters::require_positive(const std::string& name, std::string hint) {
  const double value = number(name);
  if (value <= 0.0) problem(name, fmt::format("'{}' is {} but must be > 0", name, number_text(value)), std::move(hint));
}

void Parameters::require_shape(const std::string& name, double value) {
  constexpr double smallest = 0.1, largest = 1e4;
  if (value < smallest || value > largest)
    problem(name,
            fmt::format("'{}' makes a shape of {}, outside {} to {}, where its error is known", name,
                        number_text(value), number_text(smallest), number_text(largest)),
            value < smallest ? "almost all of it sits at the bound: use a discrete distribution"
                             : "it is next to certain: use a number, or a normal distribution");
}

void Parameters::require_ordered(const std::string& low, const std::string& high) {
  if (number(low) > number(high))
    problem(high,
            fmt::format("'{}' ({}) is above '{}' ({})", low, number_text(number(low)), high, number_text(number(high))),
            fmt::format("swap them, or correct one: '{}' must not exceed '{}'", low, high));
}

std::string Parameters::text() const {
  std::vector<std::string> parts;
  if (!spec_.values.empty()) {
    const auto [low, high] = std::ranges::minmax(spec_.values);
    parts.push_back(fmt::format("{} values from {} to {}", spec_.values.size(), number_text(low), number_text(high)));
  }
  for (const ParameterFacts& parameter : facts_.parameters)
    if (has(parameter.name)) parts.push_back(fmt::format("{} {}", parameter.name, number_text(number(parameter.name))));
  return fmt::format("{}({})", facts_.name, joined(parts, ", "));
}

}  // namespace groundwork
