"""From simulated provinces to the metrics of results.csv: (metric, scopes, periods, parts).

The parts stand side by side along the scopes; each is an array [period, some scopes, path], of which a single path may hold for all.
"""

import numpy as np

from national_datacentre import DataCentres
from national_places import province
from national_rollout import Rollout


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
        self.members = [np.array(geo.regions) == region for region in self.regions]

    def metrics(self):
        yield from self.rollout_metrics()
        yield from self.rack_metrics()
        yield from self.joint_metrics()
        yield from self.value_metrics()
        yield self.over_budget()

    def by_place(self, values):
        """Parts for country, regions and provinces of values [period, province, path]."""
        regions = [values[:, members].sum(axis=1, keepdims=True) for members in self.members]
        return [sum(regions), *regions, values]

    def by_share(self, values, shares):
        """The same of national values [period, path] of which each province has a fixed share."""
        regions = [values[:, None] * shares[members].sum() for members in self.members]
        return [values[:, None], *regions, values[:, None] * province(shares)]

    def flow(self, metric, scopes, parts):
        """A metric whose parts end in a total."""
        return metric, scopes, [*self.years, "total"], parts

    def stock(self, metric, scopes, parts):
        return metric, scopes, self.years, [part[:len(self.years)] for part in parts]

    def rollout_metrics(self):
        scopes, rollout = self.places + self.networks, self.rollout
        sums = {name: [*self.by_place(sum(v.swapaxes(0, 1))), v.sum(axis=2)] for name, v in rollout.yearly.items()}
        yield self.flow("stations_built", scopes, sums["built"])
        yield self.stock("stations", scopes, sums["stations"])
        yield self.stock("stations_cobuilt", scopes, sums["cobuilt"])
        yield self.stock("population_covered", scopes, self.population_covered())
        yield self.stock("users", scopes, self.by_people(rollout.users))
        for name in ("capex", "opex", "capex_alone", "opex_alone", "energy"):
            yield self.flow(f"rollout_{name}", scopes, sums[name])
        yield self.flow("unserved_traffic", scopes, self.by_people(rollout.unserved_pb))
        for name in ("capex", "opex"):
            pairs = list(zip(sums[f"{name}_alone"], sums[name]))
            savings = [alone - actual for alone, actual in pairs]
            yield self.flow(f"{name}_saving", scopes, savings)
            yield self.flow(f"{name}_saving_rate", scopes, [saving / alone for saving, (alone, _) in zip(savings, pairs)])

        yield from self.item_metrics()

    def item_metrics(self):
        """Cost of stations and what sharing saves of it by item, of the country and of each network."""
        items = self.rollout.items
        scopes = [*items, *(f"{network}/{item}" for network in self.networks for item in items)]
        actual, alone = (np.stack([cost[i] for cost in items.values()], axis=2) for i in (0, 1))     # [year, network, item, path]
        for metric, value in (("rollout_item_cost", actual), ("rollout_item_saving", alone - actual)):
            yield self.flow(metric, scopes, [value.sum(axis=1), value.reshape(len(value), -1, value.shape[-1])])

    def population_covered(self):
        people = province(self.geo.population)
        places = [covered / total for covered, total in zip(self.by_place(self.rollout.covered), self.by_place(people[None]))]
        return [*places, self.rollout.covered_by_network.sum(axis=2) / people.sum()]

    def by_people(self, values):
        """National values [period, path] by place, then shared out to the networks by market share."""
        shares = [values[:, None] * network["market_share"] for network in self.s["network"]]
        return [*self.by_share(values, self.geo.population / self.geo.population.sum()), *shares]

    def rack_metrics(self):
        sums = {name: self.by_place(v) for name, v in self.racks.yearly.items()}
        yield self.flow("racks_built", self.places, sums["built"])
        yield self.stock("racks", self.places, sums["racks"])
        yield self.stock("racks_used", self.places, sums["used"])
        years = slice(len(self.years))
        yield self.stock("rack_utilisation", self.places, [used[years] / racks[years] for used, racks in zip(sums["used"], sums["racks"])])
        for name in ("capex", "opex", "energy"):
            yield self.flow(f"datacenter_{name}", self.places, sums[name])
        items = self.racks.items
        yield self.flow("datacenter_item_cost", list(items), [cost[:, None] for cost in items.values()])
        yield self.stock("rack_flow", [f"{a}-to-{b}" for a in self.regions for b in self.regions], self.rack_flows())

    def rack_flows(self):
        """A part for each region that load comes from and each where it is served, the latter fastest."""
        used = self.racks.yearly["used"]
        return [(used[:, to] * origin[to]).sum(axis=1, keepdims=True) for origin in self.racks.origin for to in self.members]

    def programme_investment(self):
        """[year and total, programme, path] (section 6)."""
        paths = self.rollout.tco.shape[-1]
        values = np.zeros((len(self.years) + 1, len(self.programmes), paths))
        for i, programme in enumerate(self.s.get("programme", [])):
            for y, year in enumerate(self.horizon.years):
                values[y, i] = programme["investment_2020"] * (1 + programme["growth"]) ** (year - 2020)
        values[-1] = values[:-1].sum(axis=0)
        return values

    def joint_metrics(self):
        """Programmes, investment of all sectors, and CO2."""
        programmes = self.programme_investment()
        local = self.by_share(programmes.sum(axis=1), self.geo.gdp / self.geo.gdp.sum())
        yield self.flow("programme_investment", self.places + self.programmes, [*local, programmes])

        stations, racks = self.by_network("capex"), self.racks.yearly["capex"]
        investment = [built + other for built, other in zip(self.by_place(stations + racks), local)]
        sectors = [national(stations), national(racks), programmes]
        names = ["rollout", "datacenter", *self.programmes]
        yield self.flow("investment", self.places + names, [*investment, *sectors])
        yield self.flow("investment_share", names, [sector / investment[0] for sector in sectors])

        co2 = [energy * self.s["finance"]["grid_co2_kg_per_kwh"] for energy in (self.by_network("energy"), self.racks.yearly["energy"])]
        yield self.flow("co2", [*self.places, "rollout", "datacenter"], [*self.by_place(sum(co2)), *map(national, co2)])

    def by_network(self, name):
        """A flow of the stations of all networks, [year and total, province, path]."""
        return sum(self.rollout.yearly[name].swapaxes(0, 1))

    def value_metrics(self):
        """TCO and NPV over the horizon (section 6)."""
        by_network, racks = self.rollout.tco, self.racks.tco
        stations, cost = by_network.sum(axis=0), by_network.sum(axis=1)
        revenue = self.rollout.revenue
        network_npv = np.stack([revenue * network["market_share"] - spent for network, spent in zip(self.s["network"], cost)])
        local = province(self.geo.population / self.geo.population.sum()) * revenue
        yield self.whole("tco", stations, racks, cost)
        yield self.whole("npv", local - stations, self.racks.revenue - racks, network_npv)

    def whole(self, metric, stations, racks, networks):
        scopes = [*self.places, *self.networks, "rollout", "datacenter"]
        values = [*self.by_place((stations + racks)[None]), networks[None], national(stations[None]), national(racks[None])]
        return metric, scopes, ["total"], values

    def over_budget(self):
        """Capex of the stations above the budget of each year that has one."""
        budget = self.s["finance"]["budget"]
        years = [year for year in self.years if year in budget]
        capex = self.rollout.yearly["capex"].sum(axis=(1, 2))
        over = [np.maximum(0, capex[self.years.index(year)] - budget[year]) for year in years]
        return "over_budget", ["CN"], [*years, "total"], [np.stack([*over, sum(over)])[:, None, :]]


def national(values):
    return values.sum(axis=1, keepdims=True)


def cell_names(metrics):
    """(metric, scope, period) of each cell."""
    return [(metric, scope, period) for metric, scopes, periods, _ in metrics for period in periods for scope in scopes]


def fill(cells, metrics):
    """Writes the values of metrics into `cells`, an array [cell, path]."""
    first = 0
    for _, scopes, periods, parts in metrics:
        last, at = first + len(scopes) * len(periods), 0
        block = cells[first:last].reshape(len(periods), len(scopes), -1)
        for part in parts:
            block[:, at:at + part.shape[1]] = part
            at += part.shape[1]
        first = last
