#pragma once

#include <vector>

#include "sim/contract/model.hpp"

namespace groundwork {

/// All models, the default first. To add one, write it against sim/contract and list it here (docs/architecture.md).
std::vector<ModelEntry> registered_models();

}  // namespace groundwork
