#include "models/registry.hpp"

#include "models/national.hpp"

namespace groundwork {

std::vector<ModelEntry> registered_models() {
  return {{"national",
           {"5G stations, shared building and data-centre racks in the provinces of China",
            "全国各省5G基站、共建共享与数据中心机架"},
           [] { return std::make_unique<NationalModel>(); }}};
}

}  // namespace groundwork
