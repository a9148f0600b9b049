#!/usr/bin/env python3
"""Measures how far estimates are off, by sampler and number of paths: the national scenario's total TCO, its mean, p50, p95.

    convergence.py --groundwork build/release/groundwork     runs what is not yet in build/convergence, then draws
    convergence.py --plot-only                               draws docs/figures/convergence.csv again

Every run has its own seed, so runs are independent. The true value is the average of large sobol runs with other seeds.
"""

import argparse
import csv
import hashlib
import math
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import NormalDist, fmean, stdev

ROOT = Path(__file__).resolve().parents[1]
SCENARIO = ROOT / "scenarios" / "national-2020.toml"
TABLE = ROOT / "docs" / "figures" / "convergence.csv"
FIGURE = TABLE.with_suffix(".svg")

SAMPLERS = ("mc", "lhs", "sobol")
SIZES = tuple(2**power for power in range(9, 16))
REFERENCE_PATHS, REFERENCE_SEEDS = 2**16, range(1001, 1065)
CELL = ("tco", "CN", "total")
STATISTICS = ("mean", "p50", "p95")
READ = ("mean", "se", "p50", "p50_low", "p50_high", "p95", "p95_low", "p95_high")
TO_BILLION = 1e-9
Z = NormalDist().inv_cdf(0.975)
STUDENT = {"mc": Z, "lhs": 2.1314, "sobol": 2.1314}  # 97.5 % points: normal; Student's t with 15 degrees of freedom


def main():
    options = parse_arguments()
    if not options.plot_only:
        runs = measured(options)
        write(TABLE, summary(runs))
    from convergence_plot import draw  # needs matplotlib, measuring does not
    draw(read(TABLE), FIGURE, hashlib.sha256(TABLE.read_bytes()).hexdigest())


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groundwork", type=Path, default=ROOT / "build/release/groundwork", help="the program")
    parser.add_argument("--seeds", type=int, default=64, help="runs of each sampler and size: seeds 1, 2, ...")
    parser.add_argument("--runs", type=Path, default=ROOT / "build/convergence", help="folder that keeps what runs gave")
    parser.add_argument("--plot-only", action="store_true", help="run nothing")
    return parser.parse_args()


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


# --- runs


def measured(options):
    """{(sampler, paths): [estimates of a run, ...]}; what ran before with the same program and inputs does not run again."""
    kept = options.runs / f"{fingerprint(options.groundwork)}.csv"
    kept.parent.mkdir(parents=True, exist_ok=True)
    if not kept.exists():
        kept.write_text(",".join(("sampler", "paths", "seed", *READ)) + "\n", encoding="utf-8")
    done = {(row["sampler"], int(row["paths"]), int(row["seed"])): row for row in read(kept)}
    wanted = [("sobol", REFERENCE_PATHS, seed) for seed in REFERENCE_SEEDS]
    wanted += [(sampler, paths, seed) for seed in range(1, options.seeds + 1) for sampler in SAMPLERS for paths in SIZES]
    runs = {}
    for count, run in enumerate(wanted, 1):
        if run not in done:
            print(f"\r{count} of {len(wanted)} runs", end="", file=sys.stderr, flush=True)
            done[run] = estimates(options.groundwork, *run)
            with open(kept, "a", encoding="utf-8") as file:
                file.write(",".join(map(str, (*run, *done[run].values()))) + "\n")
        runs.setdefault(run[:2], []).append({name: float(done[run][name]) for name in READ})
    return runs


def fingerprint(program):
    """Changes with the program and with what the scenario reads."""
    digest = hashlib.sha256()
    for path in (program, SCENARIO, *sorted((SCENARIO.parent / "data").glob("*.csv"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def estimates(program, sampler, paths, seed):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        subprocess.run([program, "run", SCENARIO, "--sampler", sampler, "--paths", str(paths), "--seed", str(seed),
                        "--threads", "1", "--quiet", "--out", out], check=True)
        row = next(row for row in read(out / "results.csv") if (row["metric"], row["scope"], row["period"]) == CELL)
    return {name: row[name] for name in READ}


# --- what the runs say


def summary(runs):
    """A row for each sampler, size and statistic, in CNY bn; first the true values, whose rmse is their standard error."""
    reference = runs.pop(("sobol", REFERENCE_PATHS))
    truth = {name: fmean(run[name] for run in reference) for name in STATISTICS}
    rows = [{"sampler": "truth", "paths": REFERENCE_PATHS, "runs": len(reference), "statistic": name,
             **billions(average=truth[name], rmse=stdev(run[name] for run in reference) / math.sqrt(len(reference)))}
            for name in STATISTICS]
    rows[0].update(low="", high="", stated="", covered="")
    for (sampler, paths), sample in runs.items():
        rows += [{"sampler": sampler, "paths": paths, "runs": len(sample), "statistic": name,
                  **quality(sample, name, truth[name], STUDENT[sampler])} for name in STATISTICS]
    return rows


def quality(sample, name, truth, student):
    """How far the estimates are off, how far they say that they are (stated), how often their interval holds the truth."""
    errors = [run[name] - truth for run in sample]
    rmse = math.sqrt(fmean(error**2 for error in errors))
    ends = [interval(run, name, student) for run in sample]
    low, high = (rmse * math.sqrt(len(sample) / chi_square(len(sample), p)) for p in (0.975, 0.025))
    stated = math.sqrt(fmean(((high_end - low_end) / (2 * student)) ** 2 for low_end, high_end in ends))
    covered = fmean(low_end <= truth <= high_end for low_end, high_end in ends)
    return billions(average=truth + fmean(errors), rmse=rmse, low=low, high=high, stated=stated) | {"covered": f"{covered:.3f}"}


def interval(run, name, student):
    """The 95 % confidence interval that a run states."""
    if name == "mean":
        return run["mean"] - student * run["se"], run["mean"] + student * run["se"]
    return run[f"{name}_low"], run[f"{name}_high"]


def chi_square(freedom, p):
    """Quantile of the chi-square distribution (Wilson and Hilferty 1931); within 0.1 % from 20 degrees of freedom on."""
    spread = 2 / (9 * freedom)
    return freedom * (1 - spread + NormalDist().inv_cdf(p) * math.sqrt(spread)) ** 3


def billions(**amounts):
    return {name: f"{amount * TO_BILLION:.4f}" for name, amount in amounts.items()}


if __name__ == "__main__":
    main()
