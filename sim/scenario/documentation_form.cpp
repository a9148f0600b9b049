#include "sim/scenario/documentation_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/base/text.hpp"

namespace groundwork {

void DocumentationForm::note(Declaration declaration, std::string kind) {
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
  note(declaration, certainty == Certainty::may_vary ? "number or distribution" : "number");
}

void DocumentationForm::whole(int& /*out*/, const Declaration& declaration) { note(declaration, "whole number"); }

void DocumentationForm::count(std::int64_t& /*out*/, const Declaration& declaration) {
  note(declaration, "whole number");
}

void DocumentationForm::flag(bool& /*out*/, std::string_view key, std::string_view meaning) {
  note({std::string(key), "", {}, std::string(meaning)}, "true or false");
}

void DocumentationForm::optional_flag(bool& /*out*/, std::string_view key, std::string_view meaning) {
  note({std::string(key), "", {}, std::string(meaning)}, "true or false, optional");
}

void DocumentationForm::quarter(Quarter& /*out*/, std::string_view key, std::string_view meaning) {
  note({std::string(key), "", {}, std::string(meaning)}, "quarter");
}

void DocumentationForm::texts(std::vector<std::string>& /*out*/, std::string_view key, std::string_view meaning) {
  note({std::string(key), "", {}, std::string(meaning)}, "list of texts, optional");
}

void DocumentationForm::text(std::string& /*out*/, std::string_view key, Presence presence, std::string_view meaning) {
  note({std::string(key), "", {}, std::string(meaning)}, presence == Presence::required ? "text" : "text, optional");
}

void DocumentationForm::choice(std::string& /*out*/, std::string_view key, const std::vector<std::string>& choices,
                               std::string_view meaning) {
  note({std::string(key), "", {}, std::string(meaning)}, "one of " + joined(choices, ", "));
}

const Node* DocumentationForm::node(std::string_view key, std::string_view kind, std::string_view meaning) {
  note({std::string(key), "", {}, std::string(meaning)}, fmt::format("{}, optional", kind));
  return nullptr;
}

void DocumentationForm::table(Table& /*out*/, std::string_view key, const std::vector<Column>& columns,
                              std::string_view meaning) {
  note({std::string(key), "", {}, std::string(meaning)}, "CSV file");
  inputs_.back().columns = columns;
}

std::vector<std::string> DocumentationForm::names(std::string_view key, std::string_view meaning) {
  note({std::string(key), "", {}, std::string(meaning)}, "list of tables with a name each");
  return {"<name>"};
}

std::vector<int> DocumentationForm::years(std::string_view key, std::string_view meaning) {
  note({std::string(key), "", {}, std::string(meaning)}, "table by year");
  yearly_.emplace_back(key);
  return {horizon_.first_year()};
}

}  // namespace groundwork
