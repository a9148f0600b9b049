#pragma once

#include <vector>

#include "models/cost_item.hpp"

namespace groundwork {

/// Parts of the price of a station, and of its yearly cost, as keys name them. In the order of capex_items and
/// opex_items (models/sharing/inputs.hpp).
std::vector<CostItem> capex_item_list();
std::vector<CostItem> opex_item_list();
/// The same as results name them, station_items of them: "capex-ran", …, "capex-renewal", "opex-energy", ….
std::vector<CostItem> station_item_list();

}  // namespace groundwork
