"""Base stations: need, building and cost (model.md, sections 1 to 4), many paths at once.

Axes, always in this order: network k, geotype a, province p, path. An axis may be 1 or missing at the front where nothing varies.
"""

from functools import reduce

import numpy as np

from national_items import CAPEX_ITEMS, ItemCosts
from national_places import (GEOTYPES, affluence, by_geotype, cost_index, discount_factor, population_by_geotype, province,
                             served_area_km2, stack)
from national_scenario import date_of

FLOWS = ("built", "capex", "opex", "capex_alone", "opex_alone", "energy")  # [year, network, province, path]; the last row: their sum
STOCKS = ("stations", "cobuilt")                                             # likewise, without a sum


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
    """Simulates every quarter; afterwards the attributes below hold the answers.

    The co-built fraction f does not change, and going alone takes n stations for one co-built (section 2, where `together` and
    `own` are the same). So costs need two sums over geotypes only: of all stations, and of the further operators on co-built ones.
    """

    def __init__(self, geo, s, draws, horizon):
        self.geo, self.s, self.draws, self.horizon = geo, s, draws, horizon
        self.rate = 1 - np.exp(-2 / lead_quarters(s))
        self.set_networks(s["network"])
        self.set_places()
        self.set_start()
        self.set_costs()
        years, shape = len(horizon.years), self.stock_all.shape
        self.yearly = {name: np.zeros((years + 1, *shape)) for name in FLOWS + STOCKS}
        self.item_costs = ItemCosts(s, years, shape[0], shape[-1])
        self.renewal, self.renewal_alone = np.zeros((2, years, *shape))                   # E of section 4
        self.covered = np.zeros((years, *shape[1:]))                                      # people, by any network
        self.covered_by_network = np.zeros((years, *shape))                               # people
        self.users = np.zeros((years, shape[-1]))                                         # of the country, at the end of each year
        self.unserved_pb = np.zeros((years + 1, shape[-1]))                               # of the country; the last row: sum
        self.tco, self.revenue = np.zeros(shape), np.zeros(shape[-1])                     # discounted; revenue of the country

    def set_networks(self, networks):
        """n, market, plan share and capacity of each network; co-built fraction f of each network and geotype."""
        radio, sharing = self.s["radio"], self.s["sharing"]
        self.operators = np.stack([by_geotype(network["operators"]) for network in networks]).astype(float)
        self.market_share, self.plan_share, bandwidth_mhz, self.initial_cobuilt = (
            stack([network[key] for network in networks])[:, None, None, :]
            for key in ("market_share", "plan_share", "bandwidth_mhz", "initial_cobuilt_share"))
        self.capacity_mbps = self.operators * bandwidth_mhz * (
            radio["spectral_efficiency"] * radio["sectors"] * radio["downlink_share"] * radio["target_load"])
        reached = stack([network.get("cobuilt_share_factor", 1.0) for network in networks])[:, None, None, :]
        share = np.where((self.operators > 1) & sharing["enabled"], sharing["cobuilt_share"] * reached, 0.0)
        self.stations_per_site = share + (1 - share) * self.operators
        self.fraction = share / self.stations_per_site                                  # f
        self.further = (self.operators - 1) * self.fraction                             # further operators on a new station

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
        self.sites_per_mbps = self.market_share * busy_people / self.capacity_mbps       # for 1 Mbit/s of each person

    def set_start(self):
        """S, W1, W2 and B at the start (section 3), and their sums over geotypes."""
        geo, rollout = self.geo, self.s["rollout"]
        weight = self.people[0] * province(affluence(geo))
        weight = weight / weight.sum(axis=0)
        shape = (*self.operators.shape[:2], len(geo.codes), self.draws.demand.shape[-1])
        self.stock, self.starting, self.gap, self.buffer = np.zeros((4, *shape))
        self.stock[:, 0] = (rollout["initial_stations"] * self.plan_share * weight)[:, 0]
        self.starting[:, 0] = (self.plan(0) / 4 * self.plan_share * weight / self.rate)[:, 0]
        self.finishing = self.starting.copy()
        self.committed = self.stock + 2 * self.starting
        initial = np.where(self.operators > 1, self.stock * self.initial_cobuilt, 0.0)
        self.stock_all = self.stock.sum(axis=1)
        self.further_all = ((self.operators - 1) * initial).sum(axis=1)                  # on all co-built stations
        self.cobuilt_at_first = (initial - self.fraction * self.stock).sum(axis=1)
        self.completed = rollout["initial_stations"]                                     # Q

    def set_costs(self):
        """Costs of a quarter before inflation that do not change (section 4)."""
        opex, extra, sleep = (self.s["rollout"]["opex"], self.s["sharing"]["extra_opex"], self.s["rollout"]["sleep"])
        items = ("rent", "transmission", "staff")
        self.kwh = opex["power_kw"] * 8760 / 4 * opex["load_factor"] * (1 - sleep["enabled"] * sleep["energy_saving"])
        self.energy = self.kwh * (province(self.geo.tariff) * opex["tariff_factor"])
        self.energy_further = self.energy * extra["energy"]
        self.running = sum(opex[item] / 4 for item in items)
        self.running_further = sum(opex[item] / 4 * extra[item] for item in items)

    def plan(self, t):
        return self.s["rollout"]["plan"][str(self.horizon.year(t))]

    def run(self):
        for t, work in enumerate(productivity(self.s, self.draws, self.horizon.quarters)):
            users = self.step_adoption(t)
            self.find_gap(t, users)
            completions = self.build(t, work)
            self.add_costs(t, completions)
            if self.horizon.closes_year(t):
                self.close_year(self.horizon.year_index(t), users)
        for total in (self.unserved_pb, *(self.yearly[name] for name in FLOWS)):
            total[:-1].sum(axis=0, out=total[-1])
        self.items = self.item_costs.close()
        return self

    def step_adoption(self, t):
        """F of the Bass model (section 2); adds the revenue and the traffic lost to sleep."""
        s, adoption, year = self.s, self.s["adoption"], self.horizon.year_index(t)
        p, q = adoption["innovation"], adoption["imitation"]
        e = np.exp(-(p + q) * (self.horizon.date(t) + 0.25 - date_of(adoption["launch"])))
        share = adoption["ceiling"] * (1 - e) / (1 + (q / p) * e)
        users = self.geo.population.sum() * share
        if s["rollout"]["sleep"]["enabled"]:
            self.unserved_pb[year] += s["rollout"]["sleep"]["traffic_lost"] * users * (self.gb_per_month(t) * 3 / 1e6)
        self.revenue += users * (3 * s["revenue"]["arpu_uplift"] * discount_factor(s, t))
        return share

    def gb_per_month(self, t):
        return self.s["traffic"]["gb_per_user_month"] * np.exp(self.s["traffic"]["growth"] * t / 4)

    def find_gap(self, t, users_share):
        """Stations needed (section 2) beyond those that stand or are under way."""
        now, depth = self.horizon.date(t), self.s["rollout"]["depth"]
        ends = [(depth[geotype]["from"], depth[geotype]["to"]) for geotype in GEOTYPES]
        target = np.array([np.interp(now, [a[0], b[0]], [a[1], b[1]]) for a, b in ends])  # κ
        coverage = self.coverage_wanted * target[:, None, None]
        user_mbps = self.gb_per_month(t) * 8000 / (30 * 3600) * self.s["traffic"]["busy_hour_share"]
        gap = np.multiply(self.sites_per_mbps, users_share * user_mbps, out=self.gap)
        np.maximum(gap, coverage, out=gap)
        gap *= self.stations_per_site
        gap -= self.committed
        np.maximum(gap, 0, out=gap)

    def build(self, t, work):
        """Starts and completions of the quarter (section 3)."""
        rollout, gap, buffer = self.s["rollout"], self.gap, self.buffer
        ramp = min(max(self.horizon.date(t) - rollout["plan_factor_from"], 0), 1)
        plan = self.plan(t) / 4 * self.plan_share * ((1 + (rollout["plan_factor"] - 1) * ramp) * work)
        wanted = np.einsum("apn,kapn->kn", self.weight, gap)[:, None, None]
        np.multiply(self.weight, plan / np.maximum(wanted, 1e-9), out=buffer)
        np.minimum(buffer, 1, out=buffer)
        gap *= buffer
        self.committed += gap                                                            # gap: now the starts
        done = np.multiply(self.starting, self.rate, out=buffer)
        self.starting += gap
        self.starting -= done
        completions = np.multiply(self.finishing, self.rate, out=gap)
        self.finishing += done
        self.finishing -= completions
        self.stock += completions
        return completions

    def unit_costs(self, t):
        """Cost of each item of one single-operator station (section 4)."""
        cost = self.s["rollout"]["cost"]
        learnt = (self.completed / cost["learning_reference_stations"]) ** np.log2(1 - cost["learning_rate"])
        inflated = np.exp(self.s["finance"]["inflation"] * t / 4)
        return {item: cost[item] * (learnt if item == "ran" else inflated) for item in CAPEX_ITEMS}

    def add_costs(self, t, completions):
        """Capex, opex and energy of the quarter, actual and alone (section 4)."""
        year, unit = self.horizon.year_index(t), self.unit_costs(t)
        extra, single = self.s["sharing"]["extra_capex"], sum(unit.values())
        built = completions.sum(axis=1)
        placed = np.einsum("kapn,apn->kpn", completions, self.site_factor)
        completions *= self.further
        further = np.einsum("kapn,apn->kpn", completions, self.site_factor)
        self.stock_all += built
        self.further_all += completions.sum(axis=1)
        self.completed = self.completed + built.sum(axis=(0, 1))
        alone = placed + further
        self.item_costs.add_capex(year, unit, placed, further)
        self.renewal[year] += placed + extra["ran"] * further
        self.renewal_alone[year] += alone
        capex = single * placed + sum(cost * extra[item] for item, cost in unit.items()) * further
        alone *= single
        self.add_renewal(year, unit["ran"], capex, alone)
        opex = self.add_opex(t, single)
        for name, value in (("built", built), ("capex", capex), ("capex_alone", alone)):
            self.yearly[name][year] += value
        capex += opex
        capex *= discount_factor(self.s, t)
        self.tco += capex

    def add_renewal(self, year, ran, capex, alone):
        """Adds a quarter's renewal of the main equipment of `renewal_years` ago (section 4)."""
        built = year - self.s["rollout"]["cost"]["renewal_years"]
        if built >= 0:
            renewed, renewed_alone = self.renewal[built] * (ran / 4), self.renewal_alone[built] * (ran / 4)
            self.item_costs.add_renewal(year, renewed, renewed_alone)
            capex += renewed
            alone += renewed_alone

    def add_opex(self, t, single):
        """Adds opex alone and energy of the quarter; adds and gives opex, [k, p, path] (section 4)."""
        opex, extra, year = self.s["rollout"]["opex"], self.s["sharing"]["extra_opex"], self.horizon.year_index(t)
        inflated = np.exp(self.s["finance"]["inflation"] * t / 4)
        maintenance = opex["maintenance_share"] * single / 4
        unit = {item: opex[item] / 4 * inflated for item in ("rent", "transmission", "staff")}
        self.item_costs.add_opex(year, unit | {"energy": self.energy, "maintenance": maintenance}, self.stock_all, self.further_all)
        one = self.energy + (self.running * inflated + maintenance)
        another = self.energy_further + (self.running_further * inflated + maintenance * extra["maintenance"])
        stations = self.stock_all * one
        spent = stations + self.further_all * another
        self.yearly["opex"][year] += spent
        stations += self.further_all * one
        self.yearly["opex_alone"][year] += stations
        self.yearly["energy"][year] += self.kwh * (self.stock_all + extra["energy"] * self.further_all)
        return spent

    def close_year(self, year, users_share):
        """Stocks at the end of a year (section 3)."""
        reached = np.divide(self.stock, self.coverage, out=self.buffer)
        np.minimum(reached, 1, out=reached)
        self.covered[year] = np.einsum("apn,apn->pn", self.people, reached.max(axis=0))
        self.covered_by_network[year] = np.einsum("apn,kapn->kpn", self.people, reached)
        self.users[year] = self.geo.population.sum() * users_share
        self.yearly["stations"][year] = self.stock_all
        self.yearly["cobuilt"][year] = self.cobuilt_at_first + np.einsum("kan,kapn->kpn", self.fraction[:, :, 0], self.stock)
