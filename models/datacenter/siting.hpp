#pragma once

#include <span>
#include <vector>

#include "models/datacenter/inputs.hpp"
#include "models/geography/land.hpp"
#include "sim/contract/tile.hpp"
#include "sim/pack/math.hpp"

namespace groundwork {

/// What makes a province a place for racks or for their users; fixed but for the demand factor
/// (docs/models/datacenter.md, eq. 5.1).
struct SitingFacts {
  std::vector<double> attraction;           ///< By province, adding up to one.
  std::vector<double> demand_weight;        ///< Before the path's demand factor.
  std::vector<double> fibre_ms;             ///< Round trip in the fibre, row after row (eq. 5.5).
  std::vector<Quantity> region_attraction;  ///< By province, the weight of its region.
};

SitingFacts bind_siting(const Provinces& provinces, const DatacenterInputs& inputs);

/// Errors if on any path no province, not even its own, may be near enough to serve demand that needs a short round
/// trip, or if the best PUE may be worse than the worst.
void check_datacenter(const DatacenterInputs& inputs, const Form& form, Diagnostics& diagnostics);

/// Power usage effectiveness of a province (eq. 5.2).
template <class Real>
inline Real power_usage(const DatacenterInputs& inputs, double mean_temperature_c, const TileInputs<Real>& in) {
  const Real raw = in[inputs.pue_base] + in[inputs.pue_per_degree] * Real(std::max(mean_temperature_c, 0.0));
  return clamp(raw, in[inputs.pue_floor], in[inputs.pue_cap]);
}

/// Capital recovery factor: yearly payment that repays one CNY over `life` years; 1/life at no interest (eq. 5.3).
template <class Real>
inline Real capital_recovery(Real rate, Real life) {
  constexpr double no_interest = 1e-9;
  const Real denominator = Real(1.0) - exp(-life * log(Real(1.0) + rate));
  return select(abs(rate) < Real(no_interest), Real(1.0) / life, rate / denominator);
}

/// What siting needs to know that is the same on every path.
struct SitingSetting {
  const DatacenterInputs& inputs;
  const Provinces& provinces;
  const SitingFacts& facts;
};

/// Weights for sharing demand out over provinces.
template <class Real>
struct Siting {
  std::span<Real> pull;            ///< Attraction and cost of each province, up to a common factor (eq. 5.4).
  std::span<Real> nearness;        ///< exp(-transport·distance/sensitivity), row after row (eq. 5.4).
  std::span<Real> anywhere, near;  ///< What weigh_sites_of last gave.
};

/// Smallest weight: keeps shares defined where a sensitivity close to nothing would make all of them vanish.
inline constexpr double faintest_weight = 1e-140;

template <class Real>
Siting<Real> weigh_sites(const SitingSetting& setting, std::span<const Real> yearly_cost, const TileInputs<Real>& in,
                         Scratch<Real>& scratch) {
  const int n = setting.provinces.count();
  Siting<Real> siting{scratch.take(n), scratch.take(n * n), scratch.take(n), scratch.take(n)};
  const Real per_cny = Real(1.0) / in[setting.inputs.siting_sensitivity];
  const Real per_km = in[setting.inputs.transport] * per_cny;
  Real cheapest = yearly_cost[0];
  for (int q = 1; q < n; ++q) cheapest = min(cheapest, yearly_cost[q]);
  for (int q = 0; q < n; ++q) {
    siting.pull[q] = Real(setting.facts.attraction[q]) * in[setting.facts.region_attraction[q]] *
                     max(exp((cheapest - yearly_cost[q]) * per_cny), Real(faintest_weight));
    siting.nearness[q * n + q] = Real(1.0);
    for (int p = 0; p < q; ++p) {
      const Real near = max(exp(-per_km * Real(setting.provinces.distance_km[p * n + q])), Real(faintest_weight));
      siting.nearness[p * n + q] = near;
      siting.nearness[q * n + p] = near;
    }
  }
  return siting;
}

/// Sums of weights over all provinces.
template <class Real>
struct SiteWeights {
  Real anywhere = Real(0.0), near = Real(0.0);
};

/// Weighs all provinces as sites for the demand of province p (eq. 5.4 and 5.5): `siting.anywhere`, and `siting.near`,
/// which is zero where a short round trip does not reach. Gives their sums.
template <class Real>
SiteWeights<Real> weigh_sites_of(const SitingSetting& setting, const Siting<Real>& siting, int p,
                                 const TileInputs<Real>& in) {
  const int n = setting.provinces.count();
  const Real switching = in[setting.inputs.switching_latency_ms], limit = in[setting.inputs.hot_latency_ms];
  const std::span<const double> fibre_ms(setting.facts.fibre_ms.data() + p * n, n);
  const std::span<const Real> nearness = siting.nearness.subspan(p * n, n), pull = siting.pull;
  const std::span<Real> anywhere = siting.anywhere, near = siting.near;
  SiteWeights<Real> all;
  for (int q = 0; q < n; ++q) {
    const Real weight = pull[q] * nearness[q];
    anywhere[q] = weight;
    near[q] = select(Real(fibre_ms[q]) + switching <= limit, weight, Real(0.0));
    all.anywhere += weight;
    all.near += near[q];
  }
  return all;
}

/// Who serves whom.
template <class Real>
struct ServedDemand {
  std::span<Real> share;   ///< Of all demand, by province that serves it (eq. 5.6).
  std::span<Real> origin;  ///< Of what it serves, by region it comes from: a row of provinces each (eq. 5.15).
};

/// Sums up what a province serves, and turns what it serves of each region's demand into shares of that.
template <class Real>
void share_origins(const ServedDemand<Real>& served) {
  const std::size_t n = served.share.size();
  for (std::size_t q = 0; q < n; ++q) {
    Real all = Real(0.0);
    for (std::size_t i = q; i < served.origin.size(); i += n) all += served.origin[i];
    served.share[q] = all;
    for (std::size_t i = q; i < served.origin.size(); i += n)
      served.origin[i] = select(all > Real(0.0), served.origin[i] / all, Real(0.0));
  }
}

/// Sends the demand of each province, `demand_share` of all, to those that serve it.
template <class Real>
void share_demand_out(const SitingSetting& setting, const Siting<Real>& siting, std::span<const Real> demand_share,
                      const TileInputs<Real>& in, const ServedDemand<Real>& served) {
  const int n = setting.provinces.count();
  const Real hot = in[setting.inputs.hot_share];
  for (Real& share : served.origin) share = Real(0.0);
  for (int p = 0; p < n; ++p) {
    const SiteWeights<Real> all = weigh_sites_of(setting, siting, p, in);
    const Real anywhere = demand_share[p] * (Real(1.0) - hot) / all.anywhere;
    const Real nearby = demand_share[p] * hot / all.near;
    const auto from_here = served.origin.subspan(static_cast<std::size_t>(setting.provinces.region_of[p] * n), n);
    for (int q = 0; q < n; ++q)
      from_here[q] = fma(siting.anywhere[q], anywhere, fma(siting.near[q], nearby, from_here[q]));
  }
  share_origins(served);
}

}  // namespace groundwork
