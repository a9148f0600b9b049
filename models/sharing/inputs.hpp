#pragma once

#include <array>

#include "sim/contract/form.hpp"

namespace groundwork {

/// Parts of the price of a station and of its yearly cost, listed in models/sharing/cost_items.hpp.
inline constexpr int capex_items = 6;
inline constexpr int main_equipment = 0;  ///< The item that learns and is renewed.
inline constexpr int opex_items = 5;
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
