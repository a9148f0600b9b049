#include "models/sharing/inputs.hpp"

#include <string>

namespace groundwork {

void SharingInputs::declare(Form& form) {
  form.flag(enabled, "sharing.enabled", "whether operators of one network build together");
  form.quantity(cobuilt_share, {"sharing.cobuilt_share",
                                "share of stations",
                                {0, 1},
                                "need met by stations built together, where several operators serve"});
  for (int item = 0; item < capex_items; ++item) {
    const std::string name = capex_item_names[static_cast<std::size_t>(item)];
    form.quantity(extra_capex[static_cast<std::size_t>(item)],
                  {"sharing.extra_capex." + name, "1", {0, 10}, "extra capex of each further sharer, " + name});
  }
  for (int item = 0; item < opex_items; ++item) {
    const std::string name = opex_item_names[static_cast<std::size_t>(item)];
    form.quantity(extra_opex[static_cast<std::size_t>(item)],
                  {"sharing.extra_opex." + name, "1", {0, 10}, "extra opex of each further sharer, " + name});
  }
}

}  // namespace groundwork
