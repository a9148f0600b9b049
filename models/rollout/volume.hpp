#pragma once

#include "models/geography/geotype.hpp"
#include "sim/pack/pack.hpp"

namespace groundwork {

/// Stations of a province or network, in the sums that cost is linear in (docs/models/rollout.md, "How it is
/// computed").
template <class Real>
struct Volume {
  Real stations = Real(0.0);
  Real further = Real(0.0);         ///< Further operators on co-built stations.
  Real single_price = Real(0.0);    ///< Stations in units of a single-operator station's price, cost index included.
  Real further_price = Real(0.0);   ///< Further operators in units of a further operator's price, likewise.
  Real tariff = Real(0.0);          ///< Stations times tariff, CNY/kWh.
  Real further_tariff = Real(0.0);  ///< Further operators times tariff, CNY/kWh.
  Real cobuilt = Real(0.0);         ///< Of the stations; of networks only.

  friend Volume operator*(const Volume& a, Real factor) {
    return {a.stations * factor, a.further * factor,        a.single_price * factor, a.further_price * factor,
            a.tariff * factor,   a.further_tariff * factor, a.cobuilt * factor};
  }
  friend Volume fma(const Volume& a, Real factor, const Volume& b) {
    return {fma(a.stations, factor, b.stations),
            fma(a.further, factor, b.further),
            fma(a.single_price, factor, b.single_price),
            fma(a.further_price, factor, b.further_price),
            fma(a.tariff, factor, b.tariff),
            fma(a.further_tariff, factor, b.further_tariff),
            fma(a.cobuilt, factor, b.cobuilt)};
  }
  Volume& operator+=(const Volume& other) {
    stations += other.stations;
    further += other.further;
    single_price += other.single_price;
    further_price += other.further_price;
    tariff += other.tariff;
    further_tariff += other.further_tariff;
    cobuilt += other.cobuilt;
    return *this;
  }
};

/// Stations, and the further operators on those that are co-built.
template <class Real>
struct SharedStations {
  Real stations = Real(0.0), further = Real(0.0);
};

/// Stations, and stations weighted by their provinces' cost index and tariff.
template <class Real>
struct WeightedStations {
  Real stations = Real(0.0), by_cost_index = Real(0.0), by_tariff = Real(0.0);

  void add(Real count, Real cost_index, Real tariff) {
    stations += count;
    by_cost_index = fma(count, cost_index, by_cost_index);
    by_tariff = fma(count, tariff, by_tariff);
  }
};

/// What is co-built of a network's stations in one kind of settlement.
template <class Real>
struct CobuiltPart {
  Real fraction;
  Real further;  ///< Operators beyond the first, over stations.
};

/// What a network's stations in one kind of settlement add to its volume.
template <class Real>
Volume<Real> volume_of(const WeightedStations<Real>& count, Real price_factor, const CobuiltPart<Real>& cobuilt) {
  const Real priced = count.by_cost_index * price_factor;
  return {count.stations,
          count.stations * cobuilt.further,
          priced,
          priced * cobuilt.further,
          count.by_tariff,
          count.by_tariff * cobuilt.further,
          count.stations * cobuilt.fraction};
}

}  // namespace groundwork
