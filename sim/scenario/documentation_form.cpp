#include "sim/scenario/documentation_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

Words optional(const Words& kind) { return kind + Words{", optional", "，可省略"}; }

}  // namespace

void DocumentationForm::note(Declaration declaration, Words kind) {
  std::string& key = declaration.key;
  for (const std::string& table : yearly_) {
    const std::string year = fmt::format("{}.{}", table, horizon_.first_year());
    const bool leads = key.starts_with(year) && (key.size() == year.size() || key[year.size()] == '.');
    if (leads) key = table + ".<year>" + key.substr(year.size());
  }
  const auto same = [&](const DocumentedInput& input) { return input.declaration.key == declaration.key; };
  if (std::ranges::none_of(inputs_, same)) inputs_.push_back({std::move(declaration), std::move(kind), {}});
}

void DocumentationForm::quantity(Quantity& /*out*/, const Declaration& declaration, Certainty certainty) {
  Words kind =
      certainty == Certainty::may_vary ? Words{"number or distribution", "数值或分布"} : Words{"number", "数值"};
  if (declaration.otherwise) {
    const std::string value = number_text(*declaration.otherwise);
    kind = kind + Words{" (" + value + " if left out)", "（省略则为 " + value + "）"};
  }
  note(declaration, kind);
}

void DocumentationForm::whole(int& /*out*/, const Declaration& declaration) {
  note(declaration, {"whole number", "整数"});
}

void DocumentationForm::count(std::int64_t& /*out*/, const Declaration& declaration) {
  note(declaration, {"whole number", "整数"});
}

void DocumentationForm::flag(bool& /*out*/, std::string_view key, const Words& meaning) {
  note({std::string(key), "", {}, meaning}, {"true or false", "是否（true 或 false）"});
}

void DocumentationForm::optional_flag(bool& /*out*/, std::string_view key, const Words& meaning) {
  note({std::string(key), "", {}, meaning}, optional({"true or false", "是否（true 或 false）"}));
}

void DocumentationForm::quarter(Quarter& /*out*/, std::string_view key, const Words& meaning) {
  note({std::string(key), "", {}, meaning}, {"quarter", "季度"});
}

void DocumentationForm::texts(std::vector<std::string>& /*out*/, std::string_view key, const Words& meaning) {
  note({std::string(key), "", {}, meaning}, optional({"list of texts", "文本列表"}));
}

void DocumentationForm::text(std::string& /*out*/, std::string_view key, Presence presence, const Words& meaning) {
  const Words kind{"text", "文本"};
  note({std::string(key), "", {}, meaning}, presence == Presence::required ? kind : optional(kind));
}

void DocumentationForm::choice(std::string& /*out*/, std::string_view key, const std::vector<std::string>& choices,
                               const Words& meaning) {
  note({std::string(key), "", {}, meaning}, {"one of " + joined(choices, ", "), joined(choices, "、") + " 之一"});
}

const Node* DocumentationForm::node(std::string_view key, const Words& kind, const Words& meaning) {
  note({std::string(key), "", {}, meaning}, optional(kind));
  return nullptr;
}

void DocumentationForm::table(Table& out, std::string_view key, const std::vector<Column>& columns,
                              const Words& meaning) {
  note({std::string(key), "", {}, meaning}, {"CSV file", "CSV文件"});
  inputs_.back().columns = columns;
  std::vector<std::string> names;
  std::vector<Table::Cell> row;
  for (const Column& column : columns) {
    names.push_back(column.name);
    row.push_back({"<" + column.name + ">", 0.0, {}});
  }
  out = Table(std::string(key), names, {row});
}

std::vector<std::string> DocumentationForm::names(std::string_view key, const Words& meaning) {
  note({std::string(key), "", {}, meaning}, {"list of tables with a name each", "表的列表，每个表有一个 name"});
  return {"<name>"};
}

std::vector<int> DocumentationForm::years(std::string_view key, const Words& meaning) {
  note({std::string(key), "", {}, meaning}, {"table by year", "按年份的表"});
  yearly_.emplace_back(key);
  return {horizon_.first_year()};
}

}  // namespace groundwork
