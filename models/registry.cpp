#include "models/registry.hpp"

#include "models/national.hpp"

namespace groundwork {

std::vector<ModelEntry> registered_models() {
  return {{"national", "5G stations, shared building and data-centre racks in the provinces of China",
           [] { return std::make_unique<NationalModel>(); }}};
}

}  // namespace groundwork
