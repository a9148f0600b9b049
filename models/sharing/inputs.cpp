#include "models/sharing/inputs.hpp"

#include "models/sharing/cost_items.hpp"

namespace groundwork {

void SharingInputs::declare(Form& form) {
  form.flag(enabled, "sharing.enabled",
            {"whether operators of one network build together", "同一网络的运营商是否共建共享"});
  form.quantity(cobuilt_share, {"sharing.cobuilt_share",
                                "share of stations",
                                {0, 1},
                                {"need met by stations built together, where several operators serve",
                                 "多家运营商共同服务的区域，由共建基站满足的需求占比"}});
  const Words extra{"extra cost of each further sharer over that of one operator, ",
                    "每增加一家共享方的增量成本与单家成本之比，"};
  const auto declare_extra = [&](Quantity& out, const char* group, const CostItem& item) {
    form.quantity(out, {std::string("sharing.") + group + "." + item.name, "1", {0, 10}, extra + item.meaning});
  };
  const std::vector<CostItem> capex = capex_item_list(), opex = opex_item_list();
  for (std::size_t item = 0; item < capex_items; ++item) declare_extra(extra_capex[item], "extra_capex", capex[item]);
  for (std::size_t item = 0; item < opex_items; ++item) declare_extra(extra_opex[item], "extra_opex", opex[item]);
}

}  // namespace groundwork
