"""Values of the uncertain inputs: the mean of each, or draws for many paths.

Drawn or not, a realised scenario keeps the shape of the TOML file: every table with `dist` is replaced by a number or by an
array with one value per path.
"""

import math
from dataclasses import dataclass

import numpy as np

Z90 = 1.2815515655446004  # 90 % point of the standard normal


@dataclass(frozen=True)
class Draws:
    """All that varies between paths. Arrays end in the paths; scalars of `inputs` hold for all of them."""

    inputs: dict
    cost: np.ndarray          # [province, path], section 1
    demand: np.ndarray        # [province, path]
    pace: np.ndarray          # [province, path]
    work_shock: np.ndarray    # [quarter, path], z of section 3
    disruption: np.ndarray    # [quarter, path], u of section 3
    rack_shock: np.ndarray    # [quarter, path], z of section 5

    def paths(self, first, last):
        """The draws of paths first..last-1."""
        return Draws(*(slice_paths(part, first, last) for part in vars(self).values()))


def slice_paths(node, first, last):
    if isinstance(node, dict):
        return {key: slice_paths(value, first, last) for key, value in node.items()}
    if isinstance(node, list):
        return [slice_paths(value, first, last) for value in node]
    return node[..., first:last] if isinstance(node, np.ndarray) else node


def central_draws(scenario, provinces, quarters):
    """Section 7: every input at its mean, province factors 1, z = 0, no disruption."""
    inputs = realise(scenario, lambda key, spec: mean(spec))
    factor, shock = np.ones((provinces, 1)), np.zeros((quarters, 1))
    return Draws(inputs, factor, factor, factor, shock, np.ones((quarters, 1)), shock)


def random_draws(scenario, provinces, quarters, paths, seed):
    """`paths` independent draws of everything."""
    rng = np.random.Generator(np.random.Philox(seed))
    columns = {}
    realise(scenario, lambda key, spec: columns.setdefault(key, sample(rng, spec, paths)))
    correlate(rng, columns, scenario.get("correlation", []))
    inputs = realise(scenario, lambda key, spec: columns[key])

    def factors(sd):  # section 1: lognormal with mean one
        return np.exp(sd * rng.standard_normal((provinces, paths)) - sd**2 / 2)

    spread = inputs["geography"]["spread"]
    return Draws(inputs, factors(spread["cost"]), factors(spread["demand"]), factors(spread["pace"]),
                 rng.standard_normal((quarters, paths)), rng.random((quarters, paths)), rng.standard_normal((quarters, paths)))


def realise(node, value_of, key=""):
    """A copy of `node` with each distribution replaced by value_of(its dotted key, its table)."""
    if isinstance(node, dict):
        if "dist" in node:
            return value_of(key, node)
        return {name: realise(value, value_of, f"{key}.{name}".lstrip(".")) for name, value in node.items()}
    if isinstance(node, list):
        return [realise(value, value_of, f"{key}.{entry_name(value, i)}") for i, value in enumerate(node)]
    return node


def entry_name(value, index):
    return value.get("name", index) if isinstance(value, dict) else index


def pert_shape(d):
    weight, width = d.get("weight", 4.0), d["max"] - d["min"]
    return 1 + weight * (d["mode"] - d["min"]) / width, 1 + weight * (d["max"] - d["mode"]) / width


def log_moments(d):
    """Mean and sd of the logarithm of a lognormal."""
    if "p10" in d:
        low, high = math.log(d["p10"]), math.log(d["p90"])
        return (low + high) / 2, (high - low) / (2 * Z90)
    variance = math.log1p((d["sd"] / d["mean"]) ** 2)
    return math.log(d["mean"]) - variance / 2, math.sqrt(variance)


def mean_pert(d):
    weight = d.get("weight", 4.0)
    return (d["min"] + weight * d["mode"] + d["max"]) / (weight + 2)


def mean_normal(d):
    low, high = ((d.get(end, inf) - d["mean"]) / d["sd"] for end, inf in (("min", -math.inf), ("max", math.inf)))
    density = [math.exp(-z * z / 2) / math.sqrt(2 * math.pi) for z in (low, high)]
    mass = (math.erf(high / math.sqrt(2)) - math.erf(low / math.sqrt(2))) / 2
    return d["mean"] + d["sd"] * (density[0] - density[1]) / mass


def mean_lognormal(d):
    mu, sigma = log_moments(d)
    return math.exp(mu + sigma**2 / 2)


def mean_beta(d):
    low, high = d.get("min", 0.0), d.get("max", 1.0)
    return low + (high - low) * d["alpha"] / (d["alpha"] + d["beta"])


def sample_normal(rng, d, paths):
    """Draws again what falls outside [min, max]."""
    low, high = d.get("min", -math.inf), d.get("max", math.inf)
    drawn = rng.normal(d["mean"], d["sd"], paths)
    while (outside := (drawn < low) | (drawn > high)).any():
        drawn[outside] = rng.normal(d["mean"], d["sd"], outside.sum())
    return drawn


def sample_beta(rng, d, paths):
    low, high = d.get("min", 0.0), d.get("max", 1.0)
    return low + (high - low) * rng.beta(d["alpha"], d["beta"], paths)


# name: (mean, sampler)
CATALOGUE = {
    "pert": (mean_pert, lambda rng, d, n: d["min"] + (d["max"] - d["min"]) * rng.beta(*pert_shape(d), n)),
    "triangular": (lambda d: (d["min"] + d["mode"] + d["max"]) / 3, lambda rng, d, n: rng.triangular(d["min"], d["mode"], d["max"], n)),
    "uniform": (lambda d: (d["min"] + d["max"]) / 2, lambda rng, d, n: rng.uniform(d["min"], d["max"], n)),
    "normal": (mean_normal, sample_normal),
    "lognormal": (mean_lognormal, lambda rng, d, n: rng.lognormal(*log_moments(d), n)),
    "beta": (mean_beta, sample_beta),
    "gamma": (lambda d: d["shape"] * d["scale"], lambda rng, d, n: rng.gamma(d["shape"], d["scale"], n)),
    "weibull": (lambda d: d["scale"] * math.gamma(1 + 1 / d["shape"]), lambda rng, d, n: d["scale"] * rng.weibull(d["shape"], n)),
    "discrete": (lambda d: np.average(d["values"], weights=d.get("weights")),
                 lambda rng, d, n: rng.choice(d["values"], n, p=shares(d))),
    "empirical": (lambda d: np.mean(d["values"]), lambda rng, d, n: rng.choice(d["values"], n)),
}


def shares(d):
    weights = np.array(d.get("weights", [1.0] * len(d["values"])), dtype=float)
    return weights / weights.sum()


def mean(spec):
    return float(CATALOGUE[spec["dist"]][0](spec))


def sample(rng, spec, paths):
    return CATALOGUE[spec["dist"]][1](rng, spec, paths).astype(float)


def correlate(rng, columns, groups):
    """Gaussian copula of the [[correlation]] groups: puts the values of each column in the order of correlated normals.

    A column stays a random permutation of its own draws, so each margin is untouched, and no quantile function is needed.
    Keys that the scenario has turned into plain numbers take no part.
    """
    names = sorted({key for group in groups for key in group["between"] if key in columns})
    if not names:
        return
    matrix = np.eye(len(names))
    for group in groups:
        members = [names.index(key) for key in group["between"] if key in columns]
        for i in members:
            for j in members:
                if i != j:
                    matrix[i, j] = 2 * math.sin(math.pi * group["spearman"] / 6)
    paths = len(columns[names[0]])
    normals = np.linalg.cholesky(matrix) @ rng.standard_normal((len(names), paths))
    for name, normal in zip(names, normals):
        ranks = np.empty(paths, dtype=int)
        ranks[np.argsort(normal)] = np.arange(paths)
        columns[name] = np.sort(columns[name])[ranks]
