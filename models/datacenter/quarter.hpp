#pragma once

#include <span>

#include "models/datacenter/racks.hpp"
#include "models/geography/ledger.hpp"

namespace groundwork {

/// Growth of demand in quarter t, continuous rate a year (docs/models/datacenter.md, eq. 5.7).
template <class Real>
Real demand_growth(const DatacenterInputs& inputs, double elapsed, const TileInputs<Real>& in) {
  const Real faded = min(Real(1.0), Real(elapsed) / in[inputs.growth_fade_years]);
  return in[inputs.growth_start] + (in[inputs.growth_end] - in[inputs.growth_start]) * faded;
}

template <class Real>
RackQuarter<Real> open_quarter(const DatacenterSetting& setting, DatacenterState<Real>& state, int t,
                               const Prices<Real>& prices, const TileInputs<Real>& in) {
  const DatacenterInputs& inputs = setting.inputs;
  const Real growth = demand_growth(inputs, setting.horizon.elapsed(t), in);
  RackQuarter<Real> quarter;
  quarter.demand =
      state.demand * exp(growth * Real(0.25) + in[inputs.demand_sd] * Real(0.5) * in(setting.demand_shock, t));
  quarter.wanted_in_service = quarter.demand * exp(growth * in[inputs.lead_years]) / in[inputs.utilisation_target];
  quarter.stage_rate = state.stage_rate;
  quarter.replacement = state.replacement;
  quarter.facility_price = in[inputs.facility_capex] * prices.inflation[t];
  quarter.it_price = state.it_price.next();
  quarter.staff = in[inputs.staff] * Real(0.25) * prices.inflation[t];
  quarter.maintenance = in[inputs.maintenance_share] * quarter.facility_price * Real(0.25);
  quarter.discount = prices.discount[t];
  return quarter;
}

/// Builds, fills and runs the racks of one province for a quarter (eq. 5.8 to 5.14).
template <class Real>
RackFlows<Real> run_racks(Racks<Real>& racks, const RackQuarter<Real>& quarter) {
  const Real target = quarter.wanted_in_service * racks.demand_share;
  const Real committed = racks.in_service + (racks.pipeline.first + racks.pipeline.second);
  const Real gap = max(target - committed, Real(0.0));
  const Real completed = racks.pipeline.advance(gap * racks.start_share, quarter.stage_rate);
  racks.in_service += completed;

  racks.used = min(quarter.demand * racks.demand_share, racks.in_service);
  const Real newly_equipped = max(racks.used - racks.equipped, Real(0.0));
  const Real replaced = racks.equipped * quarter.replacement;
  racks.equipped += newly_equipped;

  RackFlows<Real> flows;
  flows.built = completed;
  flows.facility = completed * quarter.facility_price * racks.cost_index;
  flows.capex = fma(newly_equipped + replaced, quarter.it_price, flows.facility);
  flows.energy = racks.used * racks.kwh_per_used;
  flows.electricity = flows.energy * racks.tariff;
  flows.opex = fma(racks.in_service, fma(quarter.staff, racks.cost_index, quarter.maintenance), flows.electricity);
  return flows;
}

/// Opens quarter t; provinces follow when the year ends.
template <class Real>
void run_quarter(const DatacenterSetting& setting, DatacenterState<Real>& state, int t, const Prices<Real>& prices,
                 const TileInputs<Real>& in) {
  const RackQuarter<Real> quarter = open_quarter(setting, state, t, prices, in);
  state.demand = quarter.demand;
  state.quarters[state.quarters_run++] = quarter;
}

/// Runs the racks of province p through the quarters of the year; gives used racks times years.
template <class Real>
Real run_province(DatacenterState<Real>& state, std::size_t p) {
  Racks<Real> racks = state.racks[p];
  RackFlows<Real> year;
  Real tco = state.tco[p], discounted_use = state.discounted_use[p], all_use = Real(0.0);
  for (int q = 0; q < state.quarters_run; ++q) {
    const RackQuarter<Real>& quarter = state.quarters[q];
    const RackFlows<Real> flows = run_racks(racks, quarter);
    year.built += flows.built;
    year.capex += flows.capex;
    year.opex += flows.opex;
    year.energy += flows.energy;
    year.facility += flows.facility;
    year.electricity += flows.electricity;
    const Real use = racks.used * Real(0.25);
    tco = fma(quarter.discount, flows.capex + flows.opex, tco);
    discounted_use = fma(quarter.discount, use, discounted_use);
    all_use += use;
  }
  state.racks[p] = racks;
  state.flows[p] = year;
  state.tco[p] = tco;
  state.discounted_use[p] = discounted_use;
  return all_use;
}

/// What racks come to, metric by metric.
template <class Real>
struct RackLedgers {
  Ledger<Real> built, capex, opex, energy, item_cost;
  Ledger<Real> racks, used;

  RackLedgers(const DatacenterOutputs& cells, Scratch<Real>& scratch)
      : built(cells.racks_built, scratch),
        capex(cells.capex, scratch),
        opex(cells.opex, scratch),
        energy(cells.energy, scratch),
        item_cost(cells.item_cost, scratch),
        racks(cells.racks, scratch),
        used(cells.racks_used, scratch) {}
};

/// What a year's answers are written with.
template <class Real>
struct RackPage {
  const DatacenterOutputs& cells;
  const GeographicScopes& geography;
  TileOutputs<Real> out;
  int year = 0;
};

/// Racks in use, by the region that their load comes from and the region where they are (eq. 5.15).
template <class Real>
void write_rack_flows(const RackPage<Real>& page, std::span<const Real> origin, std::span<const Real> used) {
  const int regions = page.geography.regions, provinces = page.geography.provinces;
  const int first = page.cells.rack_flow.at(0, page.year);
  for (int from = 0; from < regions; ++from) {
    const std::span<const Real> from_there = origin.subspan(from * provinces, provinces);
    for (int to = 0; to < regions; ++to) {
      Real racks = Real(0.0);
      for (const int p : page.geography.members[to]) racks = fma(used[p], from_there[p], racks);
      page.out.set(first + from * regions + to, racks);
    }
  }
}

/// The country's cost by item (eq. 5.16); its capital and running cost are known before.
template <class Real>
void write_rack_items(const RackPage<Real>& page, const DatacenterState<Real>& state, RackLedgers<Real>& ledgers) {
  Real facility = Real(0.0), electricity = Real(0.0);
  for (const RackFlows<Real>& flows : state.flows) {
    facility += flows.facility;
    electricity += flows.electricity;
  }
  const auto cost_of = [&](RackItem item) -> Real& { return ledgers.item_cost.now[static_cast<std::size_t>(item)]; };
  cost_of(RackItem::facility) = facility;
  cost_of(RackItem::servers) = ledgers.capex.now.front() - facility;
  cost_of(RackItem::electricity) = electricity;
  cost_of(RackItem::upkeep) = ledgers.opex.now.front() - electricity;
  ledgers.item_cost.write(page.out, page.year);
}

/// Racks in use over racks in service, in every scope.
template <class Real>
void write_utilisation(const RackPage<Real>& page, const RackLedgers<Real>& ledgers) {
  const int first = page.cells.utilisation.at(0, page.year);
  for (int slot = 0; slot < page.cells.utilisation.slots; ++slot)
    page.out.set(first + slot, ledgers.used.now[slot] / ledgers.racks.now[slot]);
}

/// Runs all provinces through the year that ends, and writes it; gives the country's used racks times years.
template <class Real>
Real close_year(const RackPage<Real>& page, DatacenterState<Real>& state, RackLedgers<Real>& ledgers) {
  Real used_rack_years = Real(0.0);
  for (std::size_t p = 0; p < state.racks.size(); ++p) used_rack_years += run_province(state, p);
  const auto write = [&page](Ledger<Real>& ledger, auto of, auto member) {
    fill_places(ledger.now, page.geography, [=](int p) { return of[p].*member; });
    ledger.write(page.out, page.year);
  };
  write(ledgers.built, state.flows, &RackFlows<Real>::built);
  write(ledgers.capex, state.flows, &RackFlows<Real>::capex);
  write(ledgers.opex, state.flows, &RackFlows<Real>::opex);
  write(ledgers.energy, state.flows, &RackFlows<Real>::energy);
  write(ledgers.racks, state.racks, &Racks<Real>::in_service);
  write(ledgers.used, state.racks, &Racks<Real>::used);
  write_utilisation(page, ledgers);
  write_rack_flows<Real>(page, state.origin, ledgers.used.now.subspan(page.geography.province_slot(0)));
  write_rack_items(page, state, ledgers);
  state.quarters_run = 0;
  return used_rack_years;
}

}  // namespace groundwork
