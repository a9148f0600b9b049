#include "models/sharing/cost_items.hpp"

namespace groundwork {

std::vector<CostItem> capex_item_list() {
  return {{"ran", {"main radio equipment", "无线主设备"}},
          {"civil", {"civil works", "土建"}},
          {"power", {"power supply", "电源配套"}},
          {"transmission", {"transmission link", "传输"}},
          {"engineering", {"engineering and installation", "设计与施工安装"}},
          {"core", {"share of the core network", "核心网分摊"}}};
}

std::vector<CostItem> opex_item_list() {
  return {{"energy", {"electricity", "电费"}},
          {"rent", {"tower and site rent", "铁塔及站址租金"}},
          {"transmission", {"leased lines", "线路租费"}},
          {"maintenance", {"maintenance", "维护费"}},
          {"staff", {"staff", "人工成本"}}};
}

std::vector<CostItem> station_item_list() {
  std::vector<CostItem> items;
  for (const CostItem& item : capex_item_list()) items.push_back({"capex-" + item.name, item.meaning});
  items.push_back({"capex-renewal", {"renewal of main radio equipment", "无线主设备更新"}});
  for (const CostItem& item : opex_item_list()) items.push_back({"opex-" + item.name, item.meaning});
  return items;
}

}  // namespace groundwork
