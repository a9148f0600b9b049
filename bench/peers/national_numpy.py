#!/usr/bin/env python3
"""The national model in NumPy: an independent reference for Groundwork, and the peer of its benchmarks.

Written from the equations of the model contract, which the section numbers in these modules refer to.

    national_numpy.py scenarios/national-2020.toml --central --verify tests/validation/central_path.csv
    national_numpy.py scenarios/national-2020.toml --paths 20000 --seed 62 --out results.csv

Monte-Carlo keeps every cell of every path: 8 bytes times 11,000 cells times the number of paths.
"""

import argparse
import csv
import sys
import time

import numpy as np

from national_metrics import Answers, cells
from national_sampling import central_draws, random_draws
from national_scenario import Horizon, read_geography, read_scenario

PERCENTILES = (1, 5, 10, 25, 50, 75, 90, 95, 99)
CHUNK_PATHS = 256    # fastest of 8 to 512 with 1 MiB of L2 cache; 192 to 256 differ by less than the noise
CELLS_JOINED = 100


def main():
    options = parse_arguments()
    scenario = read_scenario(options.scenario, options.set)
    geo, horizon = read_geography(scenario["geography"]), Horizon.of(scenario["time"])
    if options.central:
        header, rows = ("mean",), run_central(scenario, geo, horizon)
    else:
        header, rows = ("mean", "sd", *(f"p{p:02}" for p in PERCENTILES)), run_paths(scenario, geo, horizon, options)
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
    parser.add_argument("--chunk", type=int, default=CHUNK_PATHS, help="paths simulated together")
    parser.add_argument("--out", help="CSV to write")
    parser.add_argument("--verify", metavar="CSV", help="compare with metric, scope, period, value rows; exit 1 beyond --relative")
    parser.add_argument("--relative", type=float, default=1e-9)
    return parser.parse_args()


def run_central(scenario, geo, horizon):
    names, values = cells(Answers(geo, central_draws(scenario, len(geo.codes), horizon.quarters), horizon))
    return [(*name, value) for name, value in zip(names, values[:, 0])]


def run_paths(scenario, geo, horizon, options):
    start = time.perf_counter()
    draws = random_draws(scenario, len(geo.codes), horizon.quarters, options.paths, options.seed)
    chunks = []
    for first in range(0, options.paths, options.chunk):
        names, values = cells(Answers(geo, draws.paths(first, first + options.chunk), horizon))
        chunks.append(values)
    simulated = time.perf_counter()
    rows = [(*name, *summary(column)) for name, column in zip(names, join(chunks))]
    done = time.perf_counter()
    print(f"{options.paths} paths, {len(names)} cells: {options.paths / (done - start):.0f} paths/s "
          f"({options.paths / (simulated - start):.0f} paths/s without the percentiles)")
    return rows


def join(chunks):
    """The column of each cell over all paths, some cells at a time."""
    for first in range(0, len(chunks[0]), CELLS_JOINED):
        yield from np.concatenate([values[first:first + CELLS_JOINED] for values in chunks], axis=1)


def summary(column):
    return column.mean(), column.std(ddof=1), *np.percentile(column, PERCENTILES)


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
