#pragma once

#include <string>
#include <vector>

#include "sim/contract/words.hpp"

namespace groundwork {

/// A part of the price of a station, or of its yearly cost.
struct CostItem {
  std::string name;  ///< In keys.
  Words meaning;     ///< For planners.
};

/// In the order of capex_items and opex_items (models/sharing/inputs.hpp).
std::vector<CostItem> capex_item_list();
std::vector<CostItem> opex_item_list();
/// The same as results name them, station_items of them: "capex-ran", …, "capex-renewal", "opex-energy", ….
std::vector<CostItem> station_item_list();

}  // namespace groundwork
