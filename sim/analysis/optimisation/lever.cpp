#include "sim/analysis/optimisation/lever.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "sim/base/text.hpp"
#include "sim/scenario/toml_reader.hpp"
#include "sim/scenario/toml_text.hpp"

namespace groundwork {

namespace {

/// To 12 significant digits, so that 1 - 0.54 is 0.46.
double tidy(double value) {
  double rounded = value;
  return parse_number(fmt::format("{:.12g}", value), rounded) ? rounded : value;
}

const Input* find_input(const Scenario& scenario, const std::string& key) {
  const auto found = std::ranges::find_if(scenario.inputs, [&](const Input& i) { return i.declaration.key == key; });
  return found == scenario.inputs.end() ? nullptr : &*found;
}

std::vector<std::string> all_keys(const Scenario& scenario) {
  std::vector<std::string> keys;
  for (const Input& input : scenario.inputs) keys.push_back(input.declaration.key);
  for (const Setting& setting : scenario.settings) keys.push_back(setting.declaration.key);
  return keys;
}

/// What the scenario says of a key that is no quantity; of a section only that it does.
std::optional<std::string> text_of(const Scenario& scenario, const std::string& key) {
  if (const Input* input = find_input(scenario, key)) return input->text;
  for (const Setting& setting : scenario.settings)
    if (setting.declaration.key == key) return setting.text;
  for (const std::string& each : all_keys(scenario))
    if (each.starts_with(key + ".")) return "as in the scenario";
  return std::nullopt;
}

/// What must stay for evaluations to be comparable.
bool is_reserved(std::string_view key) {
  constexpr std::array<std::string_view, 6> reserved{"run", "time", "title", "description", "extends", "correlation"};
  return std::ranges::any_of(reserved, [&](std::string_view each) {
    return key == each || (key.starts_with(each) && key.substr(each.size()).starts_with('.'));
  });
}

/// Whether the scenario has the key; else an error.
bool check_key(const LeverInput& asked, const Scenario& scenario, Diagnostics& diagnostics) {
  if (is_reserved(asked.key)) {
    diagnostics.error(asked.position,
                      fmt::format("'{}' cannot be a lever: it says what is simulated, not what is decided", asked.key),
                      "[set] can change it for all evaluations");
    return false;
  }
  if (text_of(scenario, asked.key)) return true;
  const std::string like = closest(asked.key, all_keys(scenario));
  diagnostics.error(asked.position, fmt::format("{} has no input '{}'", scenario.path, asked.key),
                    like.empty() ? fmt::format("`groundwork explain {}` lists the inputs", scenario.path)
                                 : fmt::format("did you mean '{}'?", like));
  return false;
}

/// Multiplies the parameters of a distribution that are in the unit of the quantity. False if some cannot be.
bool multiply(Node& node, double factor) {
  constexpr std::array<std::string_view, 11> in_unit{"value", "min", "mode", "max",  "mean", "sd",
                                                     "p10",   "p90", "low",  "high", "scale"};
  const auto times = [&](Node& number) { number.value = tidy(number.number().value_or(0.0) * factor); };
  if (node.number()) times(node);
  if (node.find("file") != nullptr) return false;
  for (const std::string_view key : in_unit)
    if (Node* parameter = node.find(key); parameter != nullptr && parameter->number()) times(*parameter);
  if (Node* values = node.find("values"); values != nullptr && values->array() != nullptr)
    for (Node& each : *values->array()) times(each);
  return true;
}

}  // namespace

std::optional<Lever> Lever::bind(const PlannedLever& planned, const Scenario& baseline, Diagnostics& diagnostics) {
  const int before = diagnostics.error_count();
  Lever lever(planned);
  for (const LeverInput& asked : planned.inputs) check_key(asked, baseline, diagnostics);
  for (const LeverInput& asked : planned.complements) check_key(asked, baseline, diagnostics);
  if (diagnostics.error_count() > before) return std::nullopt;
  lever.find_baseline(baseline, diagnostics);
  if (diagnostics.error_count() > before) return std::nullopt;
  lever.warn_if_outside(diagnostics);
  return lever;
}

void Lever::find_baseline(const Scenario& scenario, Diagnostics& diagnostics) {
  baseline_text_ = text_of(scenario, planned_.inputs.front().key).value_or("");
  if (is_choice()) {
    const auto found = std::ranges::find(planned_.values, baseline_text_);
    if (found != planned_.values.end()) baseline_ = static_cast<double>(found - planned_.values.begin());
    return;
  }
  for (const LeverInput& asked : planned_.inputs) {
    const Input* const input = find_input(scenario, asked.key);
    if (input == nullptr)
      diagnostics.error(asked.position, fmt::format("'{}' is no number", asked.key),
                        "give the lever values = [ … ], or name one input");
    else if (planned_.kind == LeverKind::scale)
      read_scaled(*input, asked, diagnostics);
    else
      read_number_baseline(*input, asked, diagnostics);
  }
  read_complements(scenario, diagnostics);
}

void Lever::read_number_baseline(const Input& input, const LeverInput& asked, Diagnostics& diagnostics) {
  const Declaration& declared = input.declaration;
  if (unit_.empty()) unit_ = declared.unit;
  if (!baseline_) baseline_ = tidy(input.distribution.mean());
  if (planned_.from < declared.bounds.low || planned_.to > declared.bounds.high)
    diagnostics.error(asked.position,
                      fmt::format("'{}' [{}] can be {} to {}, not {} to {}", declared.key, declared.unit,
                                  number_text(declared.bounds.low), number_text(declared.bounds.high),
                                  number_text(planned_.from), number_text(planned_.to)));
  if (!input.distribution.is_fixed())
    diagnostics.warning(asked.position,
                        fmt::format("'{}' is uncertain in the scenario; the lever makes it a number", declared.key),
                        "scale = \"…\" multiplies the distribution instead, and keeps it uncertain");
}

void Lever::read_scaled(const Input& input, const LeverInput& asked, Diagnostics& diagnostics) {
  baseline_ = 1.0;
  std::optional<Node> node = parse_value(input.text, asked.position, diagnostics);
  if (node && !multiply(*node, 1.0))
    diagnostics.error(asked.position, fmt::format("'{}' cannot be scaled: its values are in a file", asked.key));
  if (node) scaled_.push_back(std::move(*node));
}

void Lever::read_complements(const Scenario& scenario, Diagnostics& diagnostics) {
  for (const LeverInput& asked : planned_.complements) {
    const Input* const input = find_input(scenario, asked.key);
    if (input == nullptr || !input->distribution.is_fixed())
      diagnostics.error(asked.position, fmt::format("'{}' is no number, so it cannot be a complement", asked.key));
    else
      left_to_give_.push_back(baseline_.value_or(0.0) + input->distribution.mean());
  }
}

void Lever::warn_if_outside(Diagnostics& diagnostics) const {
  if (is_choice() || !baseline_ || (*baseline_ >= planned_.from && *baseline_ <= planned_.to)) return;
  diagnostics.warning(planned_.position,
                      fmt::format("the baseline's {} ({}) is outside the lever's ends, {} and {}", name(),
                                  number_text(*baseline_), number_text(planned_.from), number_text(planned_.to)));
}

double Lever::count() const {
  if (is_choice()) return static_cast<double>(planned_.values.size());
  return planned_.step > 0.0 ? std::round((planned_.to - planned_.from) / planned_.step) + 1.0 : 0.0;
}

double Lever::value_at(double share) const {
  const double inside = std::clamp(share, 0.0, 1.0);
  if (is_choice()) return std::fmin(std::floor(inside * count()), count() - 1.0);
  const double range = planned_.to - planned_.from;
  const double way = planned_.step > 0.0 ? std::round(inside * range / planned_.step) * planned_.step : inside * range;
  return std::clamp(tidy(planned_.from + way), planned_.from, planned_.to);
}

double Lever::share_of(double value) const {
  if (is_choice()) return (value + 0.5) / count();
  return std::clamp((value - planned_.from) / (planned_.to - planned_.from), 0.0, 1.0);
}

std::vector<std::string> Lever::overrides(double value) const {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < planned_.inputs.size(); ++i) {
    std::string text = is_choice() ? planned_.values[static_cast<std::size_t>(value)] : number_text(value);
    if (planned_.kind == LeverKind::scale) {
      Node node = scaled_[i];
      multiply(node, value);
      text = inline_toml(node);
    }
    out.push_back(fmt::format("{}={}", planned_.inputs[i].key, text));
  }
  for (std::size_t i = 0; i < planned_.complements.size(); ++i)
    out.push_back(fmt::format("{}={}", planned_.complements[i].key, number_text(tidy(left_to_give_[i] - value))));
  return out;
}

}  // namespace groundwork
