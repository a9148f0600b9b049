#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/contract/form.hpp"
#include "sim/scenario/node.hpp"

namespace groundwork {

enum class Presence { required, optional };

/// What the engine itself declares, beyond what a model can. Keys as for Form.
class SettingsForm : public Form {
 public:
  virtual void text(std::string& out, std::string_view key, Presence presence, const Words& meaning) = 0;
  /// A whole number of up to 63 bits. Required.
  virtual void count(std::int64_t& out, const Declaration& declaration) = 0;
  /// One of a few words. Required.
  virtual void choice(std::string& out, std::string_view key, const std::vector<std::string>& choices,
                      const Words& meaning) = 0;
  /// True or false; unchanged if absent.
  virtual void optional_flag(bool& out, std::string_view key, const Words& meaning) = 0;
  /// A value that its reader checks on its own; null if absent. `kind` says what it is.
  virtual const Node* node(std::string_view key, const Words& kind, const Words& meaning) = 0;
};

}  // namespace groundwork
