"""Racks: siting, building and cost (model.md, section 5). Axes: province, path."""

import numpy as np

from national_places import affluence, cost_index, discount_factor, province, stack

FLOWS = ("built", "capex", "opex", "energy")  # [year, province, path]; the last row: their sum
ITEMS = ("facility", "servers", "electricity", "upkeep")  # cost of the country, [year, path]; the last row: their sum
STOCKS = ("racks", "used")                    # likewise, without a sum


def normalised(weights):
    return weights / weights.sum(axis=0)


def power_usage(geo, pue):
    """PUE_p."""
    return np.clip(pue["base"] + pue["per_degree"] * np.maximum(province(geo.temperature), 0), pue["floor"], pue["cap"])


def yearly_rack_cost(geo, s, index):
    """What a rack at q costs a year, [q, path]."""
    d, r = s["datacenter"], s["finance"]["discount_rate"]
    crf = r / (1 - (1 + r) ** -d["facility_life"])
    energy = d["rack_kw"] * 8760 * d["utilisation_target"] * power_usage(geo, d["pue"]) * province(geo.tariff) * d["tariff_factor"]
    return crf * d["facility_capex"] * index + energy + d["staff"] * index


def destinations(geo, s, draws, attraction):
    """dest_q: the share of the demand that goes to q, [q, path]; by region that it comes from, the share of that, [region, q, path]."""
    d = s["datacenter"]
    demand = normalised(province(geo.gdp * affluence(geo) ** 0.3) * draws.demand)
    cost = yearly_rack_cost(geo, s, cost_index(geo, s, draws))
    distance = geo.distance_km[:, :, None]                                         # [p, q, 1]
    chosen = stack([d.get("attraction", {}).get(region, 1.0) for region in geo.regions])
    weight = attraction * chosen * np.exp(-(cost + d["transport"] * distance) / d["siting_sensitivity"])
    near = 2 * distance / 200 + d["switching_latency_ms"] <= d["hot_latency_ms"]
    hot = near * weight
    hot /= hot.sum(axis=1, keepdims=True)
    anywhere = weight / weight.sum(axis=1, keepdims=True)
    sent = demand[:, None, :] * (d["hot_share"] * hot + (1 - d["hot_share"]) * anywhere)
    total = sent.sum(axis=0)
    origin = [sent[np.array(geo.regions) == region].sum(axis=0) / total for region in dict.fromkeys(geo.regions)]
    return total, np.stack(origin)


class DataCentres:
    """Simulates every quarter; afterwards `yearly`, `tco` and `revenue` (both discounted) hold the answers."""

    def __init__(self, geo, s, draws, horizon):
        d = s["datacenter"]
        self.geo, self.s, self.draws, self.horizon = geo, s, draws, horizon
        attraction = normalised(province(geo.gdp * affluence(geo) ** 0.5))
        self.destination, self.origin = destinations(geo, s, draws, attraction)
        self.rate = 1 - np.exp(-2 / (4 * d["lead_years"]))
        shape = draws.demand.shape
        self.demand = d["initial_racks"] * d["initial_utilisation"]                # D
        self.stock = np.broadcast_to(d["initial_racks"] * attraction, shape).copy()
        self.starting = self.stock * (d["growth_start"] / 4) / self.rate
        self.finishing = self.starting.copy()
        self.filled = self.stock * d["initial_utilisation"]                        # I
        self.committed = self.stock + 2 * self.starting
        self.set_costs()
        self.yearly = {name: np.zeros((len(horizon.years) + 1, *shape)) for name in FLOWS + STOCKS}
        self.items = {f"rack-{item}": np.zeros((len(horizon.years) + 1, shape[-1])) for item in ITEMS}
        self.tco, self.revenue = np.zeros(shape), np.zeros(shape)

    def set_costs(self):
        """What does not change between quarters, before inflation."""
        d, index = self.s["datacenter"], cost_index(self.geo, self.s, self.draws)
        self.facility = d["facility_capex"] * index
        self.upkeep = (d["staff"] * index + d["maintenance_share"] * d["facility_capex"]) / 4
        self.kwh = d["rack_kw"] * 8760 / 4 * power_usage(self.geo, d["pue"])       # of a used rack and quarter
        self.energy = self.kwh * (province(self.geo.tariff) * d["tariff_factor"])  # in CNY
        self.catch_up = np.minimum(1, d["catch_up"] * self.draws.pace)
        self.quarters_of_life = 4 * d["it_life"]

    def run(self):
        for t in range(self.horizon.quarters):
            growth = self.grow_demand(t)
            completions = self.build(growth)
            used = np.minimum(self.demand * self.destination, self.stock)
            self.add_costs(t, completions, used)
        for name in FLOWS:
            self.yearly[name][:-1].sum(axis=0, out=self.yearly[name][-1])
        for cost in self.items.values():
            cost[:-1].sum(axis=0, out=cost[-1])
        return self

    def grow_demand(self, t):
        """γ of the quarter; moves D on."""
        d = self.s["datacenter"]
        growth = d["growth_start"] + (d["growth_end"] - d["growth_start"]) * np.minimum(1, t / 4 / d["growth_fade_years"])
        self.demand = self.demand * np.exp(growth / 4 + d["demand_sd"] * 0.5 * self.draws.rack_shock[t])
        return growth

    def build(self, growth):
        d = self.s["datacenter"]
        starts = self.destination * (self.demand * np.exp(growth * d["lead_years"]) / d["utilisation_target"])
        starts -= self.committed
        np.maximum(starts, 0, out=starts)
        starts *= self.catch_up
        self.committed += starts
        begun, done = self.starting * self.rate, self.finishing * self.rate
        self.finishing += begun
        self.finishing -= done
        self.starting += starts
        self.starting -= begun
        self.stock += done
        return done

    def add_costs(self, t, completions, used):
        d, year = self.s["datacenter"], self.horizon.year_index(t)
        inflated = np.exp(self.s["finance"]["inflation"] * t / 4)
        replaced = self.filled / self.quarters_of_life
        fresh = used - self.filled
        np.maximum(fresh, 0, out=fresh)
        self.filled += fresh
        fresh += replaced
        fresh *= d["it_capex"] * np.exp(d["it_price_drift"] * t / 4)
        capex = completions * self.facility
        capex *= inflated
        opex = self.stock * self.upkeep
        opex *= inflated
        electricity = used * self.energy
        for item, cost in zip(ITEMS, (capex, fresh, electricity, opex)):
            self.items[f"rack-{item}"][year] += cost.sum(axis=0)
        capex += fresh
        opex += electricity
        for name, value in zip(FLOWS, (completions, capex, opex, used * self.kwh)):
            self.yearly[name][year] += value
        if self.horizon.closes_year(t):
            self.yearly["racks"][year], self.yearly["used"][year] = self.stock, used
        factor = discount_factor(self.s, t)
        capex += opex
        capex *= factor
        self.tco += capex
        used *= self.s["revenue"]["rack_rent"] / 4 * factor
        self.revenue += used
