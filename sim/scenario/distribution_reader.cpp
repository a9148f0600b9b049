#include "sim/scenario/distribution_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/csv_table.hpp"
#include "sim/scenario/text_file.hpp"
#include "sim/scenario/value_reader.hpp"

namespace groundwork {

namespace {

/// Collects a DistributionSpec from the members of a table.
class SpecReader {
 public:
  SpecReader(const Node& node, const Declaration& declaration, InputFiles& files, Diagnostics& diagnostics)
      : node_(node), declaration_(declaration), files_(files), diagnostics_(diagnostics) {}

  DistributionSpec read() {
    if (const auto dist = read_text(*node_.find("dist"), declaration_.key + ".dist", diagnostics_)) spec_.dist = *dist;
    const bool sampled = spec_.dist == "empirical" && node_.find("file") != nullptr;
    for (const Member& member : *node_.table()) {
      const bool of_sample = sampled && (member.key == "file" || member.key == "column");
      const bool of_quantity = member.key == "dist" || member.key == "unit" || member.key == "source";
      if (!of_sample && !of_quantity) read_parameter(member);
    }
    if (sampled) read_sample();
    return std::move(spec_);
  }

 private:
  void read_parameter(const Member& member) {
    const std::string key = declaration_.key + "." + member.key;
    const bool is_list = member.key == "values" || member.key == "weights";
    if (is_list) {
      if (auto numbers = read_numbers(member.node, key, diagnostics_))
        (member.key == "values" ? spec_.values : spec_.weights) = std::move(*numbers);
    } else if (const auto number = member.node.number()) {
      spec_.numbers[member.key] = *number;
    } else {
      diagnostics_.error(member.position, fmt::format("'{}' must be a number, is {}", key, member.node.described()),
                         fmt::format("`groundwork explain {}` shows the distributions", spec_.dist));
    }
  }

  void read_sample() {
    const Node& file = *node_.find("file");
    const Node* column = node_.find("column");
    if (column == nullptr) {
      diagnostics_.error(node_.position, fmt::format("'{}' lacks the column of the file", declaration_.key),
                         "add column = \"…\"");
      return;
    }
    const auto path = read_text(file, declaration_.key + ".file", diagnostics_);
    const auto name = read_text(*column, declaration_.key + ".column", diagnostics_);
    if (!path || !name) return;
    const std::string where = path_beside(file.position.file, *path);
    const Column wanted{*name, declaration_.unit, declaration_.bounds, declaration_.meaning};
    const auto sample = read_csv_table(where, {wanted}, file.position, diagnostics_);
    if (!sample) return;
    files_[&file] = {absolute_path(where), sample->digest};
    for (int row = 0; row < sample->table.rows(); ++row) spec_.values.push_back(sample->table.number(row, *name));
  }

  const Node& node_;
  const Declaration& declaration_;
  InputFiles& files_;
  Diagnostics& diagnostics_;
  DistributionSpec spec_;
};

/// At the parameter, or at the table if it is not there.
SourcePosition parameter_position(const Node& node, const std::string& parameter) {
  const Member* member = node.find_member(parameter);
  return member == nullptr ? node.position : member->position;
}

}  // namespace

std::optional<Distribution> read_distribution(const Node& node, const Declaration& declaration, InputFiles& files,
                                              Diagnostics& diagnostics) {
  const int before = diagnostics.error_count();
  const DistributionSpec spec = SpecReader(node, declaration, files, diagnostics).read();
  if (diagnostics.error_count() > before) return std::nullopt;
  std::vector<ParameterProblem> problems;
  const auto distribution = make_distribution(spec, problems);
  for (const ParameterProblem& problem : problems)
    diagnostics.error(parameter_position(node, problem.parameter),
                      fmt::format("{}: {}", label(declaration), problem.problem), problem.hint);
  return distribution;
}

}  // namespace groundwork
