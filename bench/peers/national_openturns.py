#!/usr/bin/env python3
"""The national model with OpenTURNS: its distributions and its sampling, and the NumPy equations as a vectorised PythonFunction.

    national_openturns.py scenarios/national-2020.toml --paths 20000

Means and quantiles are those of the NumPy peer: computeQuantilePerComponent takes three times as long.
"""

import argparse
import math
import sys

import numpy as np
import openturns as ot

from national_metrics import Answers, fill
from national_numpy import CHUNK_PATHS, central_metrics, write
from national_parallel import HEADER, monte_carlo
from national_sampling import Draws, log_moments, pert_shape, realise, shares
from national_scenario import Horizon, read_geography, read_scenario


def main():
    options = parse_arguments()
    scenario = read_scenario(options.scenario, options.set)
    geo, horizon = read_geography(scenario["geography"]), Horizon.of(scenario["time"])
    names, summaries = run_paths(scenario, geo, horizon, options)
    if options.out:
        write(options.out, HEADER, [(*name, *values) for name, values in zip(names, summaries)])


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario")
    parser.add_argument("--set", metavar="KEY=VALUE", action="append", default=[], help="override one input; the value is TOML")
    parser.add_argument("--paths", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=62)
    parser.add_argument("--processes", type=int, default=1, help="that share the paths; the draws depend on it")
    parser.add_argument("--chunk", type=int, default=CHUNK_PATHS, help="paths simulated together")
    parser.add_argument("--out", help="CSV to write")
    return parser.parse_args()


def run_paths(scenario, geo, horizon, options):
    names, _ = central_metrics(scenario, geo, horizon)
    inputs = Inputs(scenario, len(geo.codes), horizon.quarters)
    function = ot.PythonFunction(inputs.distribution.getDimension(), len(names),
                                 func_sample=lambda sample: evaluate(inputs.draws(sample), geo, horizon, len(names)))

    def simulate(part, columns):
        ot.RandomGenerator.SetSeed(options.seed + part)
        paths = columns.shape[1]
        for first in range(0, paths, options.chunk):
            sample = inputs.distribution.getSample(min(options.chunk, paths - first))
            columns[:, first:first + len(sample)] = np.asarray(function(sample)).T

    summaries, timing = monte_carlo(simulate, len(names), options.paths, options.processes)
    print(f"{len(names)} cells; {timing}")
    return names, summaries


def evaluate(draws, geo, horizon, cells):
    """The outputs [path, cell] of some draws."""
    values = np.empty((cells, draws.demand.shape[-1]))
    fill(values, Answers(geo, draws, horizon).metrics())
    return np.ascontiguousarray(values.T)


class Inputs:
    """What is drawn, as one distribution, and how its components become the draws of the model."""

    def __init__(self, scenario, provinces, quarters):
        self.scenario, self.provinces, self.quarters = scenario, provinces, quarters
        specs = {}
        realise(scenario, lambda key, spec: specs.setdefault(key, spec))
        blocks = list(correlated_blocks(specs, scenario.get("correlation", [])))
        alone = [key for key in specs if not any(key in keys for keys, _ in blocks)]
        self.keys = [key for keys, _ in blocks for key in keys] + alone
        normals = 3 * provinces + 2 * quarters  # factors of provinces; shocks of work and of racks
        self.distribution = independent([
            *(block for _, block in blocks), ot.ComposedDistribution([marginal(specs[key]) for key in alone]),
            ot.Normal(normals), ot.ComposedDistribution([ot.Uniform(0, 1)] * quarters)])

    def draws(self, sample):
        """A sample, [path, component], as the model takes it."""
        rows = np.ascontiguousarray(np.asarray(sample).T)
        column = dict(zip(self.keys, rows))
        inputs = realise(self.scenario, lambda key, spec: column[key])
        sizes = [len(self.keys), *[self.provinces] * 3, self.quarters, self.quarters]
        _, cost, demand, pace, work, racks, disruption = np.split(rows, np.cumsum(sizes))
        spread = inputs["geography"]["spread"]
        factors = (np.exp(spread[name] * z - spread[name] ** 2 / 2)
                   for name, z in (("cost", cost), ("demand", demand), ("pace", pace)))
        return Draws(inputs, *factors, work, disruption, racks)


def independent(blocks):
    """One distribution of independent blocks. Their components need names that differ."""
    for i, block in enumerate(blocks):
        block.setDescription([f"x{i}.{j}" for j in range(block.getDimension())])
    return ot.BlockIndependentDistribution(blocks)


def correlated_blocks(specs, groups):
    """(keys, their joint distribution) of each [[correlation]] group. Groups must not overlap."""
    for group in groups:
        keys = [key for key in group["between"] if key in specs]
        if len(keys) > 1:
            matrix = ot.CorrelationMatrix(len(keys))
            for i in range(len(keys)):
                for j in range(i):
                    matrix[i, j] = group["spearman"]
            normal = ot.NormalCopula(ot.NormalCopula.GetCorrelationFromSpearmanCorrelation(matrix))
            yield keys, ot.ComposedDistribution([marginal(specs[key]) for key in keys], normal)


def marginal(spec):
    """The distribution of one input."""
    kind = spec["dist"]
    if kind == "pert":
        return ot.Beta(*pert_shape(spec), spec["min"], spec["max"])
    if kind == "beta":
        return ot.Beta(spec["alpha"], spec["beta"], spec.get("min", 0.0), spec.get("max", 1.0))
    if kind == "normal":
        whole = ot.Normal(spec["mean"], spec["sd"])
        low, high = spec.get("min", -math.inf), spec.get("max", math.inf)
        return whole if math.isinf(high - low) else ot.TruncatedDistribution(whole, low, high)
    if kind == "lognormal":
        return ot.LogNormal(*log_moments(spec))
    if kind == "triangular":
        return ot.Triangular(spec["min"], spec["mode"], spec["max"])
    if kind == "uniform":
        return ot.Uniform(spec["min"], spec["max"])
    if kind in ("discrete", "empirical"):
        return ot.UserDefined([[value] for value in spec["values"]], shares(spec))
    raise ValueError(f"no distribution '{kind}' here")


if __name__ == "__main__":
    sys.exit(main())
