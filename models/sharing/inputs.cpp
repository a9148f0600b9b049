#include "models/sharing/inputs.hpp"

#include <string>

namespace groundwork {

void SharingInputs::declare(Form& form) {
  form.flag(enabled, "sharing.enabled", "whether operators of one network build together");
  form.quantity(cobuilt_share, {"sharing.cobuilt_share",
                                "share of stations",
                                {0, 1},
                                "need met by stations built together, where several operators serve"});
  const auto declare_extra = [&](Quantity& out, const char* group, const CostItem& item) {
    form.quantity(out, {std::string("sharing.") + group + "." + item.name,
                        "1",
                        {0, 10},
                        std::string("extra cost of each further sharer over that of one operator, ") + item.meaning});
  };
  for (std::size_t item = 0; item < capex_items; ++item)
    declare_extra(extra_capex[item], "extra_capex", capex_item_list[item]);
  for (std::size_t item = 0; item < opex_items; ++item)
    declare_extra(extra_opex[item], "extra_opex", opex_item_list[item]);
}

}  // namespace groundwork
