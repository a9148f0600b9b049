#include "sim/scenario/sweep/sweep_factor.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <span>
#include <string_view>

#include "sim/base/text.hpp"
#include "sim/scenario/map_keys.hpp"
#include "sim/scenario/overrides.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/scenario/value_reader.hpp"

namespace groundwork {

namespace {

constexpr std::string_view place = "[[factor]]";
constexpr double most_steps = 1e5;

class FactorReader {
 public:
  FactorReader(const Node& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

  std::optional<SweepFactor> read() {
    const int before = diagnostics_.error_count();
    if (!check_keys(table_, place, {"name", "input", "inputs", "values", "from", "to", "steps", "scale"}, diagnostics_))
      return std::nullopt;
    factor_.position = table_.position;
    read_inputs();
    if (table_.find("name") != nullptr) factor_.name = require_text(table_, place, "name", diagnostics_).value_or("");
    if (diagnostics_.error_count() > before) return std::nullopt;
    if (table_.find("values") != nullptr)
      read_values(*table_.find("values"));
    else
      read_range();
    if (diagnostics_.error_count() > before) return std::nullopt;
    return std::move(factor_);
  }

 private:
  void error(const SourcePosition& position, const std::string& problem, const std::string& hint = "") {
    diagnostics_.error(position, problem, hint);
  }

  void read_inputs() {
    const Node* const one = table_.find("input");
    const Node* const several = table_.find("inputs");
    if ((one == nullptr) == (several == nullptr))
      return error(table_.position, fmt::format("{} needs either 'input' or 'inputs'", place),
                   "input = \"rollout.plan_factor\", or inputs = [\"…\", \"…\"] for those that move together");
    if (one != nullptr) {
      if (require_text(table_, place, "input", diagnostics_)) add_input(*one);
    } else if (read_texts(*several, "inputs", diagnostics_)) {
      for (const Node& input : *several->array()) add_input(input);
      if (several->array()->empty()) error(several->position, "'inputs' is empty");
    }
    std::vector<std::string> keys;
    for (const SweptInput& input : factor_.inputs) keys.push_back(input.key);
    factor_.name = joined(keys, " & ");
  }

  void add_input(const Node& node) {
    const std::string& key = *node.text();
    if (key_parts(key).empty())
      error(node.position, fmt::format("'{}' is no key of an input", key), "such as rollout.plan_factor");
    factor_.inputs.push_back({key, node.position});
  }

  /// `values`: a list with a value for each level, or with a list of one value for each input.
  void read_values(const Node& values) {
    for (const char* other : {"from", "to", "steps", "scale"})
      if (const Member* member = table_.find_member(other))
        error(member->position, fmt::format("'{}' does not go with 'values'", other), "leave out one of the two");
    if (values.array() == nullptr)
      return error(values.position, fmt::format("'values' must be a list, is {}", values.described()));
    if (values.array()->empty()) error(values.position, "'values' is empty");
    for (const Node& level : *values.array()) {
      const bool is_zipped = table_.find("inputs") != nullptr;
      if (is_zipped && (level.array() == nullptr || level.array()->size() != factor_.inputs.size())) {
        error(level.position, fmt::format("a level of {} inputs must be a list of as many values, is {}",
                                          factor_.inputs.size(), level_described(level)));
        continue;
      }
      SweepLevel read{{}, level.position};
      for (const Node& value : is_zipped ? std::span(*level.array()) : std::span(&level, 1))
        read.values.push_back(inline_toml(value));
      factor_.levels.push_back(std::move(read));
    }
  }

  static std::string level_described(const Node& level) {
    return level.array() == nullptr ? level.described() : fmt::format("a list of {}", level.array()->size());
  }

  void read_range() {
    const Node* const from = table_.find("from");
    const Node* const to = table_.find("to");
    if (from == nullptr || to == nullptr)
      return error(table_.position, fmt::format("{} needs 'values', or 'from' and 'to'", place),
                   "values = [0.8, 1.0, 1.2], or from = 0.8, to = 1.2, steps = 3");
    const int before = diagnostics_.error_count();
    SweepRange range{read_end(*from, "from"), read_end(*to, "to"), read_spacing(), from->position};
    const std::optional<std::int64_t> steps = read_steps();
    if (diagnostics_.error_count() > before) return;
    check_ends(range, *to);
    if (diagnostics_.error_count() > before) return;
    for (std::int64_t step = 0; steps && step < *steps; ++step)
      factor_.levels.push_back(range.at(static_cast<double>(step) / static_cast<double>(*steps - 1)));
    factor_.range = std::move(range);
  }

  /// A number, or with `inputs` a list of one number for each.
  std::vector<double> read_end(const Node& node, std::string_view key) {
    if (table_.find("inputs") == nullptr) {
      const auto number = node.number();
      if (!number) error(node.position, fmt::format("'{}' must be a number, is {}", key, node.described()));
      return {number.value_or(0.0)};
    }
    const auto numbers = read_numbers(node, key, diagnostics_);
    if (numbers && numbers->size() != factor_.inputs.size())
      error(node.position,
            fmt::format("'{}' has {} numbers for {} inputs", key, numbers->size(), factor_.inputs.size()));
    return numbers.value_or(std::vector<double>{});
  }

  Spacing read_spacing() {
    const Node* const scale = table_.find("scale");
    if (scale == nullptr || (scale->text() != nullptr && *scale->text() == "linear")) return Spacing::linear;
    if (scale->text() == nullptr || *scale->text() != "log")
      error(scale->position, fmt::format("'scale' must be linear or log, is {}", scale->described()));
    return Spacing::logarithmic;
  }

  std::optional<std::int64_t> read_steps() {
    const Node* const steps = table_.find("steps");
    if (steps == nullptr) return std::nullopt;
    return read_whole(*steps, {"steps", "1", {2, most_steps}, Words::same("")}, diagnostics_);
  }

  void check_ends(const SweepRange& range, const Node& to) {
    for (std::size_t i = 0; i < range.from.size(); ++i) {
      const bool is_log = range.spacing == Spacing::logarithmic;
      if (is_log && !(range.from[i] > 0.0 && range.to[i] > 0.0))
        error(range.position, "a logarithmic scale needs ends above 0", "leave out scale = \"log\"");
      else if (range.from[i] == range.to[i])
        error(to.position, fmt::format("'from' and 'to' are both {}", number_text(range.to[i])),
              fmt::format("a fixed value goes to [set]: \"{}\" = {}", factor_.inputs[i].key, number_text(range.to[i])));
    }
  }

  const Node& table_;
  Diagnostics& diagnostics_;
  SweepFactor factor_;
};

/// To 12 significant digits.
std::string rounded_text(double value) {
  double rounded = value;
  parse_number(fmt::format("{:.12g}", value), rounded);
  return number_text(rounded);
}

}  // namespace

SweepLevel SweepRange::at(double share) const {
  SweepLevel level{{}, position};
  for (std::size_t i = 0; i < from.size(); ++i) {
    const double value =
        spacing == Spacing::linear ? from[i] + (to[i] - from[i]) * share : from[i] * std::pow(to[i] / from[i], share);
    level.values.push_back(rounded_text(share == 1.0 ? to[i] : value));
  }
  return level;
}

std::optional<SweepFactor> read_sweep_factor(const Node& table, Diagnostics& diagnostics) {
  return FactorReader(table, diagnostics).read();
}

}  // namespace groundwork
