#include "sim/report/optimisation/best_scenario.hpp"

#include <fmt/format.h>

#include <utility>

#include "sim/scenario/overrides.hpp"
#include "sim/scenario/toml_text.hpp"

namespace groundwork {

namespace {

namespace fs = std::filesystem;

std::string path_from(const fs::path& folder, const std::string& scenario) {
  const fs::path to = fs::weakly_canonical(scenario), from = fs::weakly_canonical(fs::absolute(folder));
  const fs::path relative = to.lexically_relative(from);
  return (relative.empty() ? to : relative).string();
}

Node text_node(std::string text) { return Node(std::move(text), {}); }

}  // namespace

std::string best_scenario(const OptimisationRecord& record, const std::vector<std::string>& overrides,
                          const fs::path& folder) {
  std::vector<std::string> all;
  for (const std::string& override : overrides)
    if (!override.starts_with("run.") && !override.starts_with("title")) all.push_back(override);
  const Evaluation& chosen = record.found.chosen();
  if (chosen.values)
    for (std::string& each : lever_overrides(record.problem.levers, *chosen.values)) all.push_back(std::move(each));
  Node root(Node::Table{}, {});
  root.table()->push_back({"extends", text_node(path_from(folder, record.baseline.scenario.path)), {}});
  root.table()->push_back({"title", text_node(record.plan.title), {}});
  Diagnostics diagnostics;  // the same overrides were read before
  apply_overrides(root, all, diagnostics);
  return fmt::format("# The plan that `groundwork optimise` chose for {}.\n{}", record.plan.path, toml_document(root));
}

}  // namespace groundwork
