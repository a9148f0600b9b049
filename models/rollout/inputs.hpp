#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/geography/geotype.hpp"
#include "models/sharing/inputs.hpp"
#include "sim/contract/form.hpp"

namespace groundwork {

/// [adoption], [traffic] and [radio]: what users ask for and what a station carries.
struct DemandInputs {
  Quarter launch;
  Quantity ceiling, innovation, imitation;
  Quantity gb_per_user_month, growth, busy_hour_share;
  ByGeotype peak_to_mean;
  Quantity spectral_efficiency, target_load, sectors, downlink_share;

  void declare(Form& form);
};

/// A value that moves in a straight line from one date to another and stays there.
struct Ramp {
  Quantity from_date, from_value, to_date, to_value;
};

/// [rollout] but its cost and opex: where and how much is built.
struct PlanInputs {
  Quantity initial_stations;
  Quantity affluence_priority;
  ByGeotype priority;
  std::vector<Quantity> plan;  ///< By simulated year.
  Quantity plan_factor, plan_factor_from;
  ByGeotype intersite_km;
  Quantity depth_factor;
  std::array<Ramp, geotypes> depth;

  void declare(Form& form);
};

/// [rollout.cost], [rollout.opex] and [rollout.sleep].
struct CostInputs {
  std::array<Quantity, capex_items> capex;
  Quantity learning_rate, learning_reference_stations;
  ByGeotype geotype_factor;
  int renewal_years = 0;
  Quantity power_kw, load_factor, tariff_factor;
  Quantity rent, transmission, maintenance_share, staff;
  bool sleep = false;
  Quantity energy_saving, traffic_lost;

  void declare(Form& form);
};

/// [construction]: how long a station takes and what gets in the way.
struct ConstructionInputs {
  struct Stage {
    std::string name;
    Quantity weeks;
    std::vector<std::string> after;
  };

  std::vector<Stage> stages;
  Quantity duration_factor, productivity_sd, productivity_autocorrelation;
  Quantity disruption_rate, disruption_depth, disruption_decay;

  void declare(Form& form);
};

/// Networks that a scenario may have: kernels keep them in fixed arrays.
inline constexpr int max_networks = 8;

/// One [[network]]: operators that plan together.
struct NetworkInputs {
  std::string name;
  std::array<int, geotypes> operators{1, 1, 1};
  Quantity market_share, plan_share, bandwidth_mhz, initial_cobuilt_share, cobuilt_share_factor;

  void declare(Form& form);
};

struct RolloutInputs {
  DemandInputs demand;
  PlanInputs plan;
  CostInputs cost;
  ConstructionInputs construction;
  std::vector<NetworkInputs> networks;

  void declare(Form& form);
};

}  // namespace groundwork
