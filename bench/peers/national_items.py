"""Cost of base stations by item (model.md, section 4), of each network; what is alike in all provinces is summed over them first."""

import numpy as np

CAPEX_ITEMS = ("ran", "civil", "power", "transmission", "engineering", "core")
OPEX_ITEMS = ("energy", "rent", "transmission", "maintenance", "staff")
ITEMS = (*(f"capex-{item}" for item in CAPEX_ITEMS), "capex-renewal", *(f"opex-{item}" for item in OPEX_ITEMS))


class ItemCosts:
    """`costs[item]` is [actual and alone, year and total, network, path]."""

    def __init__(self, s, years, networks, paths):
        self.extra_capex, self.extra_opex = s["sharing"]["extra_capex"], s["sharing"]["extra_opex"]
        self.costs = {item: np.zeros((2, years + 1, networks, paths)) for item in ITEMS}

    def add_capex(self, year, unit, placed, further):
        """A quarter's stations and further operators, [network, province, path], at the price of each item."""
        placed, further = placed.sum(axis=1), further.sum(axis=1)
        for item, price in unit.items():
            self.add(f"capex-{item}", year, price * (placed + self.extra_capex[item] * further), price * (placed + further))

    def add_renewal(self, year, actual, alone):
        self.add("capex-renewal", year, actual.sum(axis=1), alone.sum(axis=1))

    def add_opex(self, year, unit, stations, further):
        """What stands in a quarter, [network, province, path]; only energy's price, [province, path], differs between provinces."""
        all_stations, all_further = stations.sum(axis=1), further.sum(axis=1)
        for item, price in unit.items():
            if item == "energy":
                first, second = (np.einsum("kpn,pn->kn", count, price) for count in (stations, further))
            else:
                first, second = price * all_stations, price * all_further
            self.add(f"opex-{item}", year, first + self.extra_opex[item] * second, first + second)

    def add(self, item, year, actual, alone):
        self.costs[item][0, year] += actual
        self.costs[item][1, year] += alone

    def close(self):
        for cost in self.costs.values():
            cost[:, :-1].sum(axis=1, out=cost[:, -1])
        return self.costs
