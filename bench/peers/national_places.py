"""Provinces and what depends on them alone (model.md, sections 1 and 6), many paths at once. Axes: geotype a, province p, path."""

import numpy as np

GEOTYPES = ("urban", "town", "rural")


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
