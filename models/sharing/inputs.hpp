#pragma once

#include <array>

#include "sim/contract/form.hpp"

namespace groundwork {

/// A part of the price of a station, or of its yearly cost.
struct CostItem {
  const char* name;     ///< In keys.
  const char* meaning;  ///< For planners.
};

inline constexpr int capex_items = 6;
inline constexpr std::array<CostItem, capex_items> capex_item_list{{{"ran", "main radio equipment"},
                                                                    {"civil", "civil works"},
                                                                    {"power", "power supply"},
                                                                    {"transmission", "transmission link"},
                                                                    {"engineering", "engineering and installation"},
                                                                    {"core", "share of the core network"}}};
inline constexpr int main_equipment = 0;  ///< The item that learns and is renewed.

inline constexpr int opex_items = 5;
inline constexpr std::array<CostItem, opex_items> opex_item_list{{{"energy", "electricity"},
                                                                  {"rent", "tower and site rent"},
                                                                  {"transmission", "leased lines"},
                                                                  {"maintenance", "maintenance"},
                                                                  {"staff", "staff"}}};
inline constexpr int energy_item = 0;  ///< Depends on the local tariff; the others follow in the order of the list.

/// What the scenario says under [sharing].
struct SharingInputs {
  bool enabled = true;
  Quantity cobuilt_share;
  std::array<Quantity, capex_items> extra_capex;
  std::array<Quantity, opex_items> extra_opex;

  void declare(Form& form);
};

}  // namespace groundwork
