#pragma once

#include <array>
#include <span>

#include "models/rollout/state.hpp"

namespace groundwork {

/// What is completed in each quarter of a year.
template <class Real>
using ByQuarter = std::array<SharedStations<Real>, quarters_per_year>;

/// Moves a network's work in province p and geotype a on through the quarters of the year (docs/models/rollout.md,
/// eq. 3.10), and adds what they complete to `done`; gives the stations on air in the end.
template <class Real>
Real complete(const RolloutState<Real>& state, NetworkState<Real>& network, int p, int a, ByQuarter<Real>& done) {
  const int i = p * geotypes + a;
  Sites<Real> sites = network.sites[i];
  for (int q = 0; q < quarters_per_year; ++q) {
    if (q >= state.quarters_run) break;
    const Real completed = sites.pipeline.advance(network.starts_of(q)[i], state.stage_rate);
    sites.on_air += completed;
    done[q].stations += completed;
    done[q].further = fma(completed, network.cobuilt[a].further, done[q].further);
  }
  network.sites[i] = sites;
  return sites.on_air;
}

/// Does so for all networks in one place; counts what is co-built and whom the best network and each cover (eq. 3.11,
/// 3.12). Inlined always, so that the quarters stay in registers.
template <class Real>
[[gnu::always_inline]] inline ByQuarter<Real> complete_place(RolloutState<Real>& state, int networks, int p, int a) {
  const int i = p * geotypes + a;
  const Real population = state.places.list[i].population;
  ByQuarter<Real> done{};
  Real cobuilt = Real(0.0), best = Real(0.0);
  for (int k = 0; k < networks; ++k) {
    NetworkState<Real>& network = state.networks[k];
    const Real on_air = complete(state, network, p, a, done);
    const Real covered = min(Real(1.0), on_air * state.places.covered_by_one[i]);
    network.covered[a] = fma(covered, population, network.covered[a]);
    cobuilt = fma(on_air, network.cobuilt[a].fraction, cobuilt);
    best = max(best, covered);
  }
  state.year[p].cobuilt += cobuilt;
  state.year[p].covered = fma(best, population, state.year[p].covered);
  return done;
}

/// What all networks complete in province p in each quarter of the year. Inlined always, so that it need not be stored.
template <class Real>
[[gnu::always_inline]] inline std::array<Volume<Real>, quarters_per_year> complete_year(RolloutState<Real>& state,
                                                                                        int networks, int p) {
  std::array<Volume<Real>, quarters_per_year> built{};
  for (int a = 0; a < geotypes; ++a) {
    const ByQuarter<Real> done = complete_place(state, networks, p, a);
    const Real price_factor = state.price_factor[a] * state.places.cost_index[p];
    for (int q = 0; q < quarters_per_year; ++q) {
      built[q].stations += done[q].stations;
      built[q].further += done[q].further;
      built[q].single_price = fma(done[q].stations, price_factor, built[q].single_price);
      built[q].further_price = fma(done[q].further, price_factor, built[q].further_price);
    }
  }
  return built;
}

/// Price of renewal in the year that ends.
template <class Real>
RenewalPrice<Real> renewal_price(const RolloutState<Real>& state) {
  RenewalPrice<Real> renewal;
  for (int q = 0; q < state.quarters_run; ++q)
    renewal.add_quarter(state.prices[q].price.main_equipment, state.plans[q].discount);
  return renewal;
}

/// A year's equipment: where it is noted, and what is renewed, both if any.
template <class Real>
struct EquipmentYear {
  Equipment<Real>* installed;
  const Equipment<Real>* renewed;
};

/// Equipment of `year` in an array by year and in it `count` provinces, or one network.
template <class Real>
EquipmentYear<Real> equipment_year(const RolloutSetting& setting, std::span<Equipment<Real>> equipment, int year,
                                   int count) {
  const int renewed = year - setting.inputs.cost.renewal_years;
  return {year < renewed_years(setting) ? equipment.data() + year * count : nullptr,
          renewed >= 0 ? equipment.data() + renewed * count : nullptr};
}

/// Builds and runs all networks' stations of province p through the quarters of the year; gives the equipment built.
template <class Real>
Equipment<Real> run_province(RolloutState<Real>& state, int networks, int p) {
  state.year[p] = {};
  state.year[p].cobuilt = state.initial_cobuilt * state.weights[p];
  const auto built = complete_year(state, networks, p);
  const Real tariff = state.places.tariff[p];
  Volume<Real> on_air{state.on_air[p].stations, state.on_air[p].further}, all_built;
  StationFlows<Real> year;
  Real tco = state.tco[p];
  for (int q = 0; q < state.quarters_run; ++q) {
    on_air.stations += built[q].stations;
    on_air.further += built[q].further;
    on_air.tariff = on_air.stations * tariff;
    on_air.further_tariff = on_air.further * tariff;
    const StationFlows<Real> flows = quarter_cost(state.prices[q], built[q], on_air);
    year += flows;
    tco = fma(state.plans[q].discount, flows.capex + flows.opex, tco);
    all_built.single_price += built[q].single_price;
    all_built.further_price += built[q].further_price;
  }
  state.year[p] += year;
  state.year[p].stations = on_air.stations;
  state.on_air[p] = {on_air.stations, on_air.further};
  state.tco[p] = tco;
  return equipment_in(all_built, state.further_equipment);
}

/// Runs all provinces through the year that ends, and renews equipment everywhere (eq. 4.9).
template <class Real>
void run_provinces(const RolloutSetting& setting, RolloutState<Real>& state, int year) {
  const int networks = static_cast<int>(setting.inputs.networks.size()), provinces = setting.provinces.count();
  const RenewalPrice<Real> renewal = renewal_price(state);
  const EquipmentYear<Real> here = equipment_year(setting, state.equipment, year, provinces);
  for (int p = 0; p < provinces; ++p) {
    const Equipment<Real> built = run_province(state, networks, p);
    if (here.renewed) state.tco[p] += add_renewal(state.year[p], here.renewed[p], renewal);
    if (here.installed) here.installed[p] = built;
  }
  for (int k = 0; k < networks; ++k) {
    NetworkState<Real>& network = state.networks[k];
    network.year.stations = network.on_air.stations;
    network.year.cobuilt = network.on_air.cobuilt;
    network.year.covered = network.covered[urban] + network.covered[town] + network.covered[rural];
    const EquipmentYear<Real> its = equipment_year(setting, network.equipment, year, 1);
    if (its.renewed) {
      network.tco += add_renewal(network.year, *its.renewed, renewal);
      network.items.renewed = renewed(*its.renewed, renewal);
    }
    if (its.installed) *its.installed = equipment_in(network.built, state.further_equipment);
  }
}

}  // namespace groundwork
