#!/usr/bin/env python3
"""The national model in NumPy: an independent reference for Groundwork, and the peer of its benchmarks.

Written from the equations of the model contract, which the section numbers in these modules refer to.

    national_numpy.py scenarios/national-2020.toml --central --verify tests/validation/central_path.csv
    national_numpy.py scenarios/national-2020.toml --paths 20000 --seed 62 --out results.csv

The work is arranged to be fast: see the comments here, in national_rollout.py and in national_quantiles.py.
"""

import argparse
import csv
import sys

import numpy as np

from national_metrics import Answers, cell_names, fill
from national_parallel import HEADER, monte_carlo
from national_quantiles import quantiles as own_quantiles
from national_sampling import central_draws, random_draws
from national_scenario import Horizon, read_geography, read_scenario

QUANTILES = {"numpy": np.quantile, "own": own_quantiles}
CHUNK_PATHS = 384  # fastest of 64 to 512 with 1 MiB of second-level cache; 256 to 512 differ by less than the noise


def main():
    options = parse_arguments()
    scenario = read_scenario(options.scenario, options.set)
    geo, horizon = read_geography(scenario["geography"]), Horizon.of(scenario["time"])
    if options.central:
        header, rows = ("mean",), run_central(scenario, geo, horizon)
    else:
        header, rows = HEADER, run_paths(scenario, geo, horizon, options)
    if options.out:
        write(options.out, header, rows)
    return verify(options.verify, {row[:3]: row[3] for row in rows}, options.relative) if options.verify else 0


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario")
    parser.add_argument("--set", metavar="KEY=VALUE", action="append", default=[], help="override one input; the value is TOML")
    parser.add_argument("--central", action="store_true", help="the one path with every input at its mean")
    parser.add_argument("--paths", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=62)
    parser.add_argument("--processes", type=int, default=1, help="that share the paths; the draws depend on it")
    parser.add_argument("--chunk", type=int, default=CHUNK_PATHS, help="paths simulated together")
    parser.add_argument("--quantiles", choices=QUANTILES, default="numpy", help="np.quantile, or our own, which are faster")
    parser.add_argument("--out", help="CSV to write")
    parser.add_argument("--verify", metavar="CSV", help="compare with metric, scope, period, value rows; exit 1 beyond --relative")
    parser.add_argument("--relative", type=float, default=1e-9)
    return parser.parse_args()


def run_central(scenario, geo, horizon):
    names, metrics = central_metrics(scenario, geo, horizon)
    values = np.empty((len(names), 1))
    fill(values, metrics)
    return [(*name, value) for name, value in zip(names, values[:, 0])]


def central_metrics(scenario, geo, horizon):
    """The names of all cells, and the metrics of the central path."""
    metrics = list(Answers(geo, central_draws(scenario, len(geo.codes), horizon.quarters), horizon).metrics())
    return cell_names(metrics), metrics


def run_paths(scenario, geo, horizon, options):
    names, _ = central_metrics(scenario, geo, horizon)

    def simulate(part, columns):
        seed = np.random.SeedSequence(options.seed, spawn_key=(part,) if part else ())
        paths = columns.shape[1]
        draws = random_draws(scenario, len(geo.codes), horizon.quarters, paths, seed)
        for first in range(0, paths, options.chunk):
            last = min(first + options.chunk, paths)
            fill(columns[:, first:last], Answers(geo, draws.paths(first, last), horizon).metrics())

    summaries, timing = monte_carlo(simulate, len(names), options.paths, options.processes, QUANTILES[options.quantiles])
    print(f"{len(names)} cells; {timing}")
    return [(*name, *values) for name, values in zip(names, summaries)]


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("metric", "scope", "period", *header))
        writer.writerows((*row[:3], *map(repr, map(float, row[3:]))) for row in rows)


# Column of the published table: metric here.
PUBLISHED = {"cobuilt": "stations_cobuilt", "covered": "population_covered", "capex": "rollout_capex", "opex": "rollout_opex",
             "capex_alone": "rollout_capex_alone", "opex_alone": "rollout_opex_alone", "energy_kwh": "rollout_energy",
             "dc_capex": "datacenter_capex", "dc_opex": "datacenter_opex", "dc_energy_kwh": "datacenter_energy"}


def verify(path, values, relative):
    """Prints the largest relative difference from the figures in `path`; 1 if it is beyond `relative`, else 0."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    published = {}
    for row in rows:
        if "year" in row:
            year = row.pop("year")
            published |= {(PUBLISHED.get(column, column), "CN", year): float(value) for column, value in row.items()}
        else:
            published[row["metric"], row["scope"], row["period"]] = float(row["value"])
    differences = {cell: abs(values[cell] / value - 1) for cell, value in published.items()}
    worst = max(differences, key=differences.get)
    print(f"{len(differences)} figures of {path}: largest relative difference {differences[worst]:.1e} at {' '.join(worst)}")
    return int(differences[worst] > relative)


if __name__ == "__main__":
    sys.exit(main())
