#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/input_files.hpp"
#include "sim/scenario/input_tree.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/settings_form.hpp"

namespace groundwork {

/// Answers declarations from a merged scenario; notes everything that is wrong.
class ScenarioForm final : public SettingsForm {
 public:
  /// Both must outlive this.
  ScenarioForm(const Node& root, Diagnostics& diagnostics) : tree_(root), diagnostics_(diagnostics) {}

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

  /// What models see as the horizon; set before they declare.
  void set_horizon(const Horizon& horizon) { horizon_ = horizon; }
  const Horizon& horizon() const override { return horizon_; }
  double mean(Quantity quantity) const override;
  Bounds support(Quantity quantity) const override;
  SourcePosition position(std::string_view key) const override { return tree_.position(key); }

  const InputTree& tree() const { return tree_; }
  const std::vector<Input>& inputs() const { return inputs_; }
  const std::vector<Setting>& settings() const { return settings_; }
  const InputFiles& files() const { return files_; }

 private:
  /// The node of a required key, or null with an error.
  const Node* required(std::string_view key, std::string_view unit, const Words& meaning);
  /// The node of a key that is no quantity, noted as a setting; null if absent.
  const Node* setting(std::string_view key, std::string_view unit, Presence presence, const Words& meaning);

  InputTree tree_;
  Diagnostics& diagnostics_;
  Horizon horizon_;
  std::vector<Input> inputs_;
  std::vector<Setting> settings_;
  InputFiles files_;
};

}  // namespace groundwork
