#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sim/contract/model.hpp"

namespace groundwork {

/// A model that the command line offers.
struct ModelEntry {
  std::string name;
  std::string meaning;
  std::function<std::unique_ptr<Model>()> make;
};

/// All models, the default first. To add one, write it against sim/contract and list it here (docs/architecture.md).
std::vector<ModelEntry> registered_models();

}  // namespace groundwork
