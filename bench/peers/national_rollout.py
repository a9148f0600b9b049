"""Base stations: need, building and cost (model.md, sections 1 to 4), many paths at once.

Axes, always in this order: network k, geotype a, province p, path. An axis may be 1 or missing at the front where nothing varies.
"""

from functools import reduce

import numpy as np

from national_scenario import date_of

GEOTYPES = ("urban", "town", "rural")
CAPEX_ITEMS = ("ran", "civil", "power", "transmission", "engineering", "core")
FLOWS = ("built", "capex", "opex", "capex_alone", "opex_alone", "energy")  # [year, network, province, path]
STOCKS = ("stations", "cobuilt")                                             # likewise


def stack(values):
    """Numbers or per-path arrays as one array [value, path or 1]."""
    return np.stack(np.broadcast_arrays(*(np.atleast_1d(value) for value in values)))


def by_geotype(table):
    return stack([table[geotype] for geotype in GEOTYPES])[:, None, :]


def province(column):
    return column[:, None]


def affluence(geo):
    """rich_p (section 1)."""
    return (geo.gdp / geo.population) / (geo.gdp.sum() / geo.population.sum())


def cost_index(geo, s, draws):
    """ci_p (section 1)."""
    return province(affluence(geo)) ** s["geography"]["cost_affluence_elasticity"] * draws.cost


def discount_factor(s, t):
    """Section 6."""
    return (1 + s["finance"]["discount_rate"]) ** -(t / 4 + 0.125)


def population_by_geotype(geo, s):
    """[a, p, path] (section 1)."""
    city = s["geography"]["city_share_of_urban"]
    urban = province(geo.population * geo.urban_share) * city
    town = province(geo.population * geo.urban_share) * (1 - city)
    return np.stack([urban, town, province(geo.population) - urban - town])


def served_area_km2(geo, s, people):
    """[a, p, path] (section 1)."""
    g = s["geography"]
    rural_density = np.maximum(people[2] / province(geo.area_km2), g["rural_density_floor_per_km2"])
    return np.stack([people[0] / g["urban_density_per_km2"], people[1] / g["town_density_per_km2"], people[2] / rural_density])


def lead_quarters(s):
    """L: the longest path through the stages (section 3)."""
    stages = {stage["name"]: stage for stage in s["construction"]["stages"]}

    def finished(name):
        before = [finished(previous) for previous in stages[name].get("after", [])]
        return stages[name]["weeks"] + reduce(np.maximum, before, 0)

    return reduce(np.maximum, map(finished, stages)) / 13 * s["construction"]["duration_factor"]


def productivity(s, draws, quarters):
    """Productivity of each quarter, [path] each (section 3)."""
    c = s["construction"]
    phi, sd, disruption = c["productivity_autocorrelation"], c["productivity_sd"], c["disruption"]
    swing, lost = 0.0, 0.0
    for t in range(quarters):
        swing = phi * swing + np.sqrt(1 - phi**2) * draws.work_shock[t]
        hit = draws.disruption[t] < 1 - np.exp(-disruption["rate"] / 4)
        lost = lost * np.exp(-1 / disruption["decay_quarters"]) + hit * disruption["depth"]
        yield np.maximum(0, 1 - lost) * np.exp(sd * swing - sd**2 / 2)


class Rollout:
    """Simulates every quarter; afterwards the attributes below hold the answers."""

    def __init__(self, geo, s, draws, horizon):
        self.geo, self.s, self.draws, self.horizon = geo, s, draws, horizon
        self.set_networks(s["network"])
        self.set_places()
        self.rate = 1 - np.exp(-2 / lead_quarters(s))
        self.set_start()
        shape = (len(horizon.years), len(s["network"]), len(geo.codes), draws.demand.shape[-1])
        self.yearly = {name: np.zeros(shape) for name in FLOWS + STOCKS}
        self.renewal, self.renewal_alone = np.zeros(shape), np.zeros(shape)  # E of section 4
        self.covered = np.zeros((shape[0], *shape[2:]))                      # people, by any network
        self.covered_by_network = np.zeros(shape)                            # people
        self.users = np.zeros((shape[0], *shape[2:]))                        # at the end of each year
        self.unserved_pb = np.zeros((shape[0], *shape[2:]))
        self.tco, self.revenue = np.zeros(shape[1:]), np.zeros(shape[2:])    # discounted; revenue of all networks

    def set_networks(self, networks):
        """n, market, plan share and bandwidth of each network; σ of each network and geotype."""
        self.operators = np.stack([by_geotype(network["operators"]) for network in networks]).astype(float)
        self.market_share, self.plan_share, self.bandwidth_mhz, self.initial_cobuilt = (
            stack([network[key] for network in networks])[:, None, None, :]
            for key in ("market_share", "plan_share", "bandwidth_mhz", "initial_cobuilt_share"))
        shared = (self.operators > 1) & self.s["sharing"]["enabled"]
        self.cobuilt_share = np.where(shared, self.s["sharing"]["cobuilt_share"], 0.0)

    def set_places(self):
        """What holds for all quarters by geotype and province."""
        geo, s, rollout = self.geo, self.s, self.s["rollout"]
        rich = province(affluence(geo))
        self.people = population_by_geotype(geo, s)
        footprint = np.sqrt(3) / 2 * by_geotype(rollout["intersite_km"]) ** 2
        self.coverage = served_area_km2(geo, s, self.people) / footprint                # cov1
        self.coverage_wanted = self.coverage * (rollout["depth_factor"] * self.draws.demand)
        self.weight = by_geotype(rollout["priority"]) * (rich ** rollout["affluence_priority"] * self.draws.pace)  # ω
        self.site_factor = cost_index(geo, s, self.draws) * by_geotype(rollout["cost"]["geotype_factor"])
        busy_people = self.people * by_geotype(s["traffic"]["peak_to_mean"])
        self.busy_people = self.market_share * busy_people

    def set_start(self):
        """S, W1, W2 and B at the start (section 3)."""
        geo, rollout = self.geo, self.s["rollout"]
        weight = self.people[0] * province(affluence(geo))
        weight = weight / weight.sum(axis=0)
        shape = (*self.operators.shape[:2], len(geo.codes), self.draws.demand.shape[-1])
        self.stock, self.starting = np.zeros(shape), np.zeros(shape)
        self.stock[:, 0] = (rollout["initial_stations"] * self.plan_share * weight)[:, 0]
        self.starting[:, 0] = (self.plan(0) / 4 * self.plan_share * weight / self.rate)[:, 0]
        self.finishing = self.starting.copy()
        self.cobuilt = np.where(self.operators > 1, self.stock * self.initial_cobuilt, 0.0)
        self.completed = rollout["initial_stations"]  # Q

    def plan(self, t):
        return self.s["rollout"]["plan"][str(self.horizon.year(t))]

    def run(self):
        for t, work in enumerate(productivity(self.s, self.draws, self.horizon.quarters)):
            users = self.step_adoption(t)
            fraction, alone_per_cobuilt, need = self.station_need(t, users)
            completions = self.build(t, need, work, fraction)
            self.add_costs(t, completions, fraction, alone_per_cobuilt)
            self.completed = self.completed + completions.sum(axis=(0, 1, 2))
            if self.horizon.closes_year(t):
                self.close_year(self.horizon.year_index(t), users)
        return self

    def step_adoption(self, t):
        """F of the Bass model (section 2); adds the revenue and the traffic lost to sleep."""
        s, adoption, year = self.s, self.s["adoption"], self.horizon.year_index(t)
        p, q = adoption["innovation"], adoption["imitation"]
        e = np.exp(-(p + q) * (self.horizon.date(t) + 0.25 - date_of(adoption["launch"])))
        share = adoption["ceiling"] * (1 - e) / (1 + (q / p) * e)
        users = province(self.geo.population) * share
        if s["rollout"]["sleep"]["enabled"]:
            self.unserved_pb[year] += s["rollout"]["sleep"]["traffic_lost"] * users * (self.gb_per_month(t) * 3 / 1e6)
        self.revenue += users * (3 * s["revenue"]["arpu_uplift"] * discount_factor(s, t))
        return share

    def gb_per_month(self, t):
        return self.s["traffic"]["gb_per_user_month"] * np.exp(self.s["traffic"]["growth"] * t / 4)

    def station_need(self, t, users_share):
        """Co-built fraction f, r, and the stations needed (section 2)."""
        radio, n, now = self.s["radio"], self.operators, self.horizon.date(t)
        depth = self.s["rollout"]["depth"]
        ends = [(depth[geotype]["from"], depth[geotype]["to"]) for geotype in GEOTYPES]
        target = np.array([np.interp(now, [a[0], b[0]], [a[1], b[1]]) for a, b in ends])  # κ
        coverage = self.coverage_wanted * target[:, None, None]
        user_mbps = self.gb_per_month(t) * 8000 / (30 * 3600) * self.s["traffic"]["busy_hour_share"]
        capacity = self.bandwidth_mhz * (radio["spectral_efficiency"] * radio["sectors"] * radio["downlink_share"] * radio["target_load"])
        busy = self.busy_people * (users_share * user_mbps)
        together = np.maximum(coverage, busy / (n * capacity))
        own = np.maximum(coverage, busy / n / capacity)
        share = self.cobuilt_share
        need = share * together + (1 - share) * n * own
        return share * together / need, n * own / together, need

    def build(self, t, need, work, fraction):
        """Starts and completions of the quarter (section 3)."""
        rollout = self.s["rollout"]
        ramp = min(max(self.horizon.date(t) - rollout["plan_factor_from"], 0), 1)
        plan = self.plan(t) / 4 * self.plan_share * ((1 + (rollout["plan_factor"] - 1) * ramp) * work)
        gap = np.maximum(need - self.stock - self.starting - self.finishing, 0)
        scale = plan / np.maximum((self.weight * gap).sum(axis=(1, 2), keepdims=True), 1e-9)
        starts = gap * np.minimum(1, scale * self.weight)
        done1, done2 = self.starting * self.rate, self.finishing * self.rate
        self.finishing += done1 - done2
        self.starting += starts - done1
        self.stock += done2
        self.cobuilt += fraction * done2
        return done2

    def unit_costs(self, t):
        """Cost of each item of one single-operator station (section 4)."""
        cost = self.s["rollout"]["cost"]
        learnt = (self.completed / cost["learning_reference_stations"]) ** np.log2(1 - cost["learning_rate"])
        inflated = np.exp(self.s["finance"]["inflation"] * t / 4)
        return {item: cost[item] * (learnt if item == "ran" else inflated) for item in CAPEX_ITEMS}

    def add_costs(self, t, completions, fraction, alone_per_cobuilt):
        """Capex, opex and energy of the quarter, actual and alone (section 4)."""
        year, unit = self.horizon.year_index(t), self.unit_costs(t)
        single = sum(unit.values())
        placed = completions * self.site_factor
        capex = self.capex(year, unit, placed, fraction)
        alone = placed * (fraction * alone_per_cobuilt + 1 - fraction)
        opex, opex_alone, energy = self.opex(t, single, alone_per_cobuilt)
        self.renewal_alone[year] += alone.sum(axis=1)
        quarter = {"built": completions.sum(axis=1), "capex": capex + self.renewed(self.renewal, year, unit["ran"]),
                   "capex_alone": (alone * single).sum(axis=1) + self.renewed(self.renewal_alone, year, unit["ran"]),
                   "opex": opex, "opex_alone": opex_alone, "energy": energy}
        for name, value in quarter.items():
            self.yearly[name][year] += value
        self.tco += (quarter["capex"] + quarter["opex"]) * discount_factor(self.s, t)

    def capex(self, year, unit, placed, fraction):
        """Capex of new stations, [k, p, path]; adds to E, for renewal later (section 4)."""
        extra = self.s["sharing"]["extra_capex"]
        others = self.operators - 1
        single = sum(unit.values())
        cobuilt = sum(cost * (1 + extra[item] * others) for item, cost in unit.items())
        self.renewal[year] += (placed * (fraction * (1 + extra["ran"] * others) + 1 - fraction)).sum(axis=1)
        return (placed * (fraction * cobuilt + (1 - fraction) * single)).sum(axis=1)

    def renewed(self, renewal, year, ran):
        """A quarter's renewal of the main equipment of `renewal_years` ago (section 4)."""
        built = year - self.s["rollout"]["cost"]["renewal_years"]
        return renewal[built] / 4 * ran if built >= 0 else 0.0

    def kwh(self):
        """Energy of a single-operator station and quarter (section 4)."""
        opex, sleep = self.s["rollout"]["opex"], self.s["rollout"]["sleep"]
        return opex["power_kw"] * 8760 / 4 * opex["load_factor"] * (1 - sleep["enabled"] * sleep["energy_saving"])

    def opex(self, t, single, alone_per_cobuilt):
        """Opex, opex alone and kWh of the quarter, [k, p, path] (section 4)."""
        opex, extra, others = self.s["rollout"]["opex"], self.s["sharing"]["extra_opex"], self.operators - 1
        inflated = np.exp(self.s["finance"]["inflation"] * t / 4)
        items = {item: opex[item] / 4 * inflated for item in ("rent", "transmission", "staff")}
        items["maintenance"] = opex["maintenance_share"] * single / 4
        energy = self.kwh() * (province(self.geo.tariff) * opex["tariff_factor"])
        one = energy + sum(items.values())
        shared = energy * (1 + extra["energy"] * others) + sum(cost * (1 + extra[item] * others) for item, cost in items.items())
        single_stations = self.stock - self.cobuilt
        spent = single_stations * one + self.cobuilt * shared
        alone = (single_stations + self.cobuilt * alone_per_cobuilt) * one
        kwh = self.kwh() * (single_stations + self.cobuilt * (1 + extra["energy"] * others)).sum(axis=1)
        return spent.sum(axis=1), alone.sum(axis=1), kwh

    def close_year(self, year, users_share):
        """Stocks at the end of a year (section 3)."""
        reached = np.minimum(1, self.stock / self.coverage)
        self.covered[year] = (self.people * reached.max(axis=0)).sum(axis=0)
        self.covered_by_network[year] = (self.people * reached).sum(axis=1)
        self.users[year] = province(self.geo.population) * users_share
        self.yearly["stations"][year] = self.stock.sum(axis=1)
        self.yearly["cobuilt"][year] = self.cobuilt.sum(axis=1)
