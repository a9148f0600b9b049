#pragma once

#include <array>

#include "sim/contract/form.hpp"

namespace groundwork {

/// Parts of the price of a station and of its yearly cost, listed in models/sharing/cost_items.hpp.
inline constexpr int capex_items = 6;
inline constexpr int main_equipment = 0;  ///< The item that learns and is renewed.
inline constexpr int opex_items = 5;
inline constexpr int energy_item = 0;  ///< Depends on the local tariff; the others follow in the order of the list.
inline constexpr int maintenance_item = 3;  ///< A share of the price of a new station.
/// What results tell apart: capital by item, then renewal, then running cost by item.
inline constexpr int renewal_item = capex_items;
inline constexpr int first_running_item = renewal_item + 1;
inline constexpr int station_items = first_running_item + opex_items;

/// What the scenario says under [sharing].
struct SharingInputs {
  bool enabled = true;
  Quantity cobuilt_share;
  std::array<Quantity, capex_items> extra_capex;
  std::array<Quantity, opex_items> extra_opex;

  void declare(Form& form);
};

}  // namespace groundwork
