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

/// A year of one province or network: what happened in it, and what stands at its end.
template <class Real>
struct StationYear : StationFlows<Real> {
  Real stations = Real(0.0);  ///< On air.
  Real cobuilt = Real(0.0);   ///< Of them, co-built.
  Real covered = Real(0.0);   ///< People whom they cover.
};

}  // namespace groundwork
