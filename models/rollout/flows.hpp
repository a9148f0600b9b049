#pragma once

namespace groundwork {

/// What happens in a year, in one province or one network.
template <class Real>
struct StationFlows {
  Real built = Real(0.0);  ///< stations
  Real capex = Real(0.0);  ///< CNY, as all below but energy
  Real capex_alone = Real(0.0);
  Real opex = Real(0.0);
  Real opex_alone = Real(0.0);
  Real energy = Real(0.0);  ///< kWh

  StationFlows& operator+=(const StationFlows& other) {
    built += other.built;
    capex += other.capex;
    capex_alone += other.capex_alone;
    opex += other.opex;
    opex_alone += other.opex_alone;
    energy += other.energy;
    return *this;
  }
};

}  // namespace groundwork
