"""From simulated provinces to the metrics of results.csv: (metric, scopes, periods, values[period, scope, path])."""

import numpy as np

from national_datacentre import DataCentres
from national_rollout import Rollout, province


class Answers:
    """Runs both models for some paths and lists the metrics."""

    def __init__(self, geo, draws, horizon):
        s = draws.inputs
        self.geo, self.s, self.horizon = geo, s, horizon
        self.rollout, self.racks = Rollout(geo, s, draws, horizon).run(), DataCentres(geo, s, draws, horizon).run()
        self.regions = list(dict.fromkeys(geo.regions))
        self.places = ["CN", *self.regions, *geo.codes]
        self.networks = [network["name"] for network in s["network"]]
        self.programmes = [programme["name"] for programme in s.get("programme", [])]
        self.years = [str(year) for year in horizon.years]
        self.members = np.array([np.ones(len(geo.codes)), *(np.array(geo.regions) == region for region in self.regions)])

    def metrics(self):
        yield from self.rollout_metrics()
        yield from self.rack_metrics()
        yield from self.joint_metrics()
        yield from self.value_metrics()
        yield self.over_budget()

    def by_place(self, values):
        """[…, province, path] summed into […, place, path]."""
        return np.concatenate([self.members @ values, values], axis=-2)

    def flow(self, metric, scopes, values):
        return metric, scopes, [*self.years, "total"], with_total(values)

    def stock(self, metric, scopes, values):
        return metric, scopes, self.years, values

    def rollout_metrics(self):
        yearly, scopes = self.rollout.yearly, self.places + self.networks
        sums = {name: np.concatenate([self.by_place(v.sum(axis=1)), v.sum(axis=2)], axis=1) for name, v in yearly.items()}
        yield self.flow("stations_built", scopes, sums["built"])
        yield self.stock("stations", scopes, sums["stations"])
        yield self.stock("stations_cobuilt", scopes, sums["cobuilt"])
        yield self.stock("population_covered", scopes, self.population_covered())
        yield self.stock("users", scopes, self.with_networks(self.rollout.users))
        for name in ("capex", "opex", "capex_alone", "opex_alone", "energy"):
            yield self.flow(f"rollout_{name}", scopes, sums[name])
        yield self.flow("unserved_traffic", scopes, self.with_networks(self.rollout.unserved_pb))
        for name in ("capex", "opex"):
            actual, alone = with_total(sums[name]), with_total(sums[f"{name}_alone"])
            periods = [*self.years, "total"]
            yield f"{name}_saving", scopes, periods, alone - actual
            yield f"{name}_saving_rate", scopes, periods, 1 - actual / alone

    def population_covered(self):
        people = province(self.geo.population)
        places = self.by_place(self.rollout.covered) / self.by_place(people)
        networks = self.rollout.covered_by_network.sum(axis=2) / people.sum()
        return np.concatenate([places, networks], axis=1)

    def with_networks(self, values):
        """[year, province, path] by place, then shared out to the networks by market share."""
        national = values.sum(axis=1, keepdims=True)
        shares = [national * network["market_share"] for network in self.s["network"]]
        return np.concatenate([self.by_place(values), *shares], axis=1)

    def rack_metrics(self):
        sums = {name: self.by_place(v) for name, v in self.racks.yearly.items()}
        yield self.flow("racks_built", self.places, sums["built"])
        yield self.stock("racks", self.places, sums["racks"])
        yield self.stock("racks_used", self.places, sums["used"])
        yield self.stock("rack_utilisation", self.places, sums["used"] / sums["racks"])
        for name in ("capex", "opex", "energy"):
            yield self.flow(f"datacenter_{name}", self.places, sums[name])

    def programme_investment(self):
        """[programme, year, path] (section 6)."""
        paths = self.rollout.tco.shape[-1]
        values = np.zeros((len(self.programmes), len(self.years), paths))
        for i, programme in enumerate(self.s.get("programme", [])):
            for y, year in enumerate(self.horizon.years):
                values[i, y] = programme["investment_2020"] * (1 + programme["growth"]) ** (year - 2020)
        return values

    def joint_metrics(self):
        """Programmes, investment of all sectors, and CO2."""
        programmes = self.programme_investment().swapaxes(0, 1)
        gdp_share = province(self.geo.gdp / self.geo.gdp.sum())
        stations, racks = self.rollout.yearly["capex"].sum(axis=1), self.racks.yearly["capex"]
        local = programmes.sum(axis=1, keepdims=True) * gdp_share
        yield self.flow("programme_investment", self.places + self.programmes,
                        np.concatenate([self.by_place(local), programmes], axis=1))

        sectors = np.concatenate([national(stations), national(racks), programmes], axis=1)
        names = ["rollout", "datacenter", *self.programmes]
        yield self.flow("investment", self.places + names, np.concatenate([self.by_place(stations + racks + local), sectors], axis=1))
        shares = with_total(sectors) / with_total(national(stations + racks + local))
        yield "investment_share", names, [*self.years, "total"], shares

        co2 = [energy * self.s["finance"]["grid_co2_kg_per_kwh"]
               for energy in (self.rollout.yearly["energy"].sum(axis=1), self.racks.yearly["energy"])]
        yield self.flow("co2", [*self.places, "rollout", "datacenter"],
                        np.concatenate([self.by_place(sum(co2)), *map(national, co2)], axis=1))

    def value_metrics(self):
        """TCO and NPV over the horizon (section 6)."""
        by_network, racks = self.rollout.tco, self.racks.tco
        stations = by_network.sum(axis=0)
        revenue = self.rollout.revenue.sum(axis=0)
        network_npv = [revenue * network["market_share"] - cost.sum(axis=0) for network, cost in zip(self.s["network"], by_network)]
        yield self.whole("tco", stations, racks, by_network.sum(axis=1))
        yield self.whole("npv", self.rollout.revenue - stations, self.racks.revenue - racks, np.stack(network_npv))

    def whole(self, metric, stations, racks, networks):
        scopes = [*self.places, *self.networks, "rollout", "datacenter"]
        values = np.concatenate([self.by_place(stations + racks), networks, [stations.sum(axis=0)], [racks.sum(axis=0)]])
        return metric, scopes, ["total"], values[None]

    def over_budget(self):
        """Capex of the stations above the budget of each year that has one."""
        budget = self.s["finance"]["budget"]
        years = [year for year in self.years if year in budget]
        capex = self.rollout.yearly["capex"].sum(axis=(1, 2))
        over = [np.maximum(0, capex[self.years.index(year)] - budget[year]) for year in years]
        return "over_budget", ["CN"], [*years, "total"], np.stack([*over, sum(over)])[:, None, :]


def national(values):
    return values.sum(axis=1, keepdims=True)


def with_total(values):
    return np.concatenate([values, values.sum(axis=0, keepdims=True)])


def cells(answers):
    """The names (metric, scope, period) of all cells, and their values [cell, path]."""
    names, columns = [], []
    for metric, scopes, periods, values in answers.metrics():
        names += [(metric, scope, period) for period in periods for scope in scopes]
        columns.append(values.reshape(len(periods) * len(scopes), -1))
    return names, np.concatenate(columns)
