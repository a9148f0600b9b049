#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/contract/quantity.hpp"
#include "sim/contract/table.hpp"
#include "sim/scenario/settings_form.hpp"

namespace groundwork {

/// An input as documentation shows it.
struct DocumentedInput {
  Declaration declaration;      ///< Its key has "<name>" and "<year>" for the parts that a scenario chooses.
  Words kind;                   ///< "number or distribution", "whole number", "CSV file", …
  std::vector<Column> columns;  ///< Of a CSV file.
};

/// Answers declarations with nothing and writes them down.
class DocumentationForm final : public SettingsForm {
 public:
  void quantity(Quantity& out, const Declaration& declaration, Certainty certainty) override;
  void whole(int& out, const Declaration& declaration) override;
  void flag(bool& out, std::string_view key, const Words& meaning) override;
  void quarter(Quarter& out, std::string_view key, const Words& meaning) override;
  void texts(std::vector<std::string>& out, std::string_view key, const Words& meaning) override;
  void table(Table& out, std::string_view key, const std::vector<Column>& columns, const Words& meaning) override;
  std::vector<std::string> names(std::string_view key, const Words& meaning) override;
  std::vector<int> years(std::string_view key, const Words& meaning) override;

  void text(std::string& out, std::string_view key, Presence presence, const Words& meaning) override;
  void count(std::int64_t& out, const Declaration& declaration) override;
  void choice(std::string& out, std::string_view key, const std::vector<std::string>& choices,
              const Words& meaning) override;
  void optional_flag(bool& out, std::string_view key, const Words& meaning) override;
  const Node* node(std::string_view key, const Words& kind, const Words& meaning) override;

  /// 2020 to 2030, so that a model has years to declare.
  const Horizon& horizon() const override { return horizon_; }
  double mean(Quantity) const override { return 0.0; }
  Bounds support(Quantity) const override { return {}; }
  SourcePosition position(std::string_view) const override { return {}; }

  const std::vector<DocumentedInput>& inputs() const { return inputs_; }

 private:
  void note(Declaration declaration, Words kind);

  Horizon horizon_{Quarter::of(2020, 1), Quarter::of(2030, 4)};
  std::vector<std::string> yearly_;  ///< Keys of the tables by year.
  std::vector<DocumentedInput> inputs_;
};

}  // namespace groundwork
