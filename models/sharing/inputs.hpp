#pragma once

#include <array>

#include "sim/contract/form.hpp"

namespace groundwork {

/// Parts of the price of a station, and of its yearly cost.
inline constexpr int capex_items = 6;
inline constexpr std::array<const char*, capex_items> capex_item_names{"ran",          "civil",       "power",
                                                                       "transmission", "engineering", "core"};
inline constexpr int main_equipment = 0;  ///< "ran": the item that learns and is renewed.

inline constexpr int opex_items = 5;
inline constexpr std::array<const char*, opex_items> opex_item_names{"energy", "rent", "transmission", "maintenance",
                                                                     "staff"};
inline constexpr int energy_item = 0;  ///< Depends on the local tariff; the others follow in the order of the names.

/// What the scenario says under [sharing].
struct SharingInputs {
  bool enabled = true;
  Quantity cobuilt_share;
  std::array<Quantity, capex_items> extra_capex;
  std::array<Quantity, opex_items> extra_opex;

  void declare(Form& form);
};

}  // namespace groundwork
