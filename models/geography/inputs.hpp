#pragma once

#include <string>
#include <vector>

#include "sim/contract/form.hpp"

namespace groundwork {

/// What the scenario says under [geography].
struct GeographyInputs {
  Table provinces;
  Table backbone;
  std::vector<std::string> only;  ///< Province codes or region names to keep; empty keeps all.
  Quantity city_share_of_urban;
  Quantity urban_density, town_density, rural_density_floor;
  Quantity cost_affluence_elasticity;
  Quantity cost_spread, demand_spread, pace_spread;

  void declare(Form& form);
  /// All that the table of provinces names, in order; the country may have fewer.
  std::vector<std::string> regions() const;
};

}  // namespace groundwork
