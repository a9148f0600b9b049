#include "sim/scenario/input_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/distribution/distribution.hpp"
#include "sim/scenario/bounds_check.hpp"
#include "sim/scenario/settings.hpp"

namespace groundwork {

namespace {

/// Text for a cell of a Markdown table.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '<') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

/// "rollout" of "rollout.cost.ran"; "" of a key without section.
std::string section_of(const std::string& key) {
  const std::size_t dot = key.find('.');
  return dot == std::string::npos ? "" : key.substr(0, dot);
}

bool has_section(const std::vector<DocumentedInput>& inputs, const std::string& section) {
  return std::ranges::any_of(inputs, [&](const auto& input) { return section_of(input.declaration.key) == section; });
}

/// A list such as `network` belongs to the section of its elements.
std::string home_of(const DocumentedInput& input, const std::vector<DocumentedInput>& inputs) {
  const std::string& key = input.declaration.key;
  return section_of(key).empty() && has_section(inputs, key) ? key : section_of(key);
}

std::vector<std::string> sections(const std::vector<DocumentedInput>& inputs) {
  std::vector<std::string> out;
  for (const DocumentedInput& input : inputs) {
    const std::string home = home_of(input, inputs);
    if (std::ranges::find(out, home) == out.end()) out.push_back(home);
  }
  return out;
}

std::string input_row(const DocumentedInput& input, Language language) {
  const Declaration& d = input.declaration;
  return fmt::format("| `{}` | {} | {} | {} | {} |\n", d.key, cell(d.unit), bounds_text(d.bounds, language),
                     cell(input.kind.in(language)), cell(d.meaning.in(language)));
}

std::string columns_table(const DocumentedInput& input, Language language) {
  const Words title{fmt::format("Columns of `{}`:", input.declaration.key),
                    fmt::format("`{}` 的列：", input.declaration.key)};
  const Words header{"| Column | Unit | Bounds | Meaning |", "| 列 | 单位 | 取值范围 | 含义 |"};
  const Words optional{", may be empty", "，可为空"};
  std::string out = fmt::format("\n{}\n\n{}\n|---|---|---|---|\n", title.in(language), header.in(language));
  for (const Column& column : input.columns) {
    const std::string unit = column.unit + (column.may_be_empty ? optional.in(language) : "");
    out += fmt::format("| `{}` | {} | {} | {} |\n", column.name, cell(unit), bounds_text(column.bounds, language),
                       cell(column.meaning.in(language)));
  }
  return out;
}

}  // namespace

std::vector<DocumentedInput> documented_inputs(Model& model) {
  DocumentationForm form;
  declare_settings(form);
  model.declare(form);
  return form.inputs();
}

std::string input_tables(const std::vector<DocumentedInput>& inputs, Language language) {
  const Words top{"At the top", "顶层"};
  const Words header{"| Key | Unit | Bounds | Kind | Meaning |", "| 键 | 单位 | 取值范围 | 类型 | 含义 |"};
  std::string out;
  for (const std::string& section : sections(inputs)) {
    out += fmt::format("### {}\n\n{}\n|---|---|---|---|---|\n",
                       section.empty() ? top.in(language) : fmt::format("`{}`", section), header.in(language));
    for (const DocumentedInput& input : inputs)
      if (home_of(input, inputs) == section) out += input_row(input, language);
    for (const DocumentedInput& input : inputs)
      if (!input.columns.empty() && home_of(input, inputs) == section) out += columns_table(input, language);
    out += "\n";
  }
  return out;
}

std::string distribution_table() {
  std::string out = "| `dist` | Parameters | Meaning |\n|---|---|---|\n";
  for (const DistributionFacts& facts : distribution_catalogue()) {
    std::string parameters;
    for (const ParameterFacts& parameter : facts.parameters)
      parameters += fmt::format("{}`{}`{}: {}", parameters.empty() ? "" : "; ", parameter.name,
                                parameter.required ? "" : " (optional)", parameter.meaning);
    out += fmt::format("| `{}` | {} | {} |\n", facts.name, cell(parameters), cell(facts.meaning));
  }
  return out + "\nInstead of `values`, `empirical` may name a `column` of a CSV `file`.\n";
}

}  // namespace groundwork
