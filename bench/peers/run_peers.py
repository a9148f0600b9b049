#!/usr/bin/env python3
"""Runs Groundwork and its peers side by side, in turn, and prints paths per second. `./dev bench peers` builds and calls this.

    run_peers.py --build build/release [--paths 20000] [--rounds 5] [--json FILE]

The same work for all: the national scenario, every metric, scope and period, mean, standard deviation and nine quantiles. Each
program takes its own time, from the first draw until all cells are summarised; reading the scenario and writing files is left
out. All threads: Groundwork uses threads, the peers as many processes as there are cores. BLAS and OpenTURNS have one thread in
each. Peers draw with their own generators, keep every cell of every path, and take moments and quantiles from those. "Own
quantiles" are those of national_quantiles.py, which are faster than NumPy's and OpenTURNS'.

Draws alone: ours have the distributions of the inputs, with their correlations; so have those called "the inputs". Uniforms and
normals are less work. Boost 1.74 has no Philox.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
SCENARIO = HERE.parents[1] / "scenarios" / "national-2020.toml"
CORES = len(os.sched_getaffinity(0))
ONE_THREAD = {name: "1" for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENTURNS_NUM_THREADS")}
THREADS = tuple(dict.fromkeys((1, CORES)))


def main():
    options = parse_arguments()
    print(f"The national model, {options.paths:,} paths, paths/s, median of {options.rounds}\n", flush=True)
    model = in_turn(list(model_cases(options)), options.rounds)
    print("\n".join(model_table(model)))
    print("\nDraws alone, 296 columns, one thread, processor time\n", flush=True)
    draws = in_turn(list(draw_cases(options)), options.rounds)
    print("\n".join(draws_table(draws)))
    if options.json:
        write_json(options, model, draws)


def write_json(options, model, draws):
    runs = [{"program": name, "threads": threads, "paths_per_second": rate} for (name, threads), rate in model.items()]
    document = {"paths": options.paths, "rounds": options.rounds, "model": runs, "draws_paths_per_second": draws}
    options.json.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=Path("build/release"), help="folder with groundwork and the benchmarks")
    parser.add_argument("--paths", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--python", default="/usr/bin/python3", help="that runs the peers, such as one with another NumPy")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the numbers here")
    return parser.parse_args()


def in_turn(cases, rounds):
    """{name: rate} of cases that each give some, all run once a round: the median over the rounds."""
    found = {}
    for _ in range(rounds):
        for case in cases:
            for name, rate in case().items():
                found.setdefault(name, []).append(rate)
    return {name: median(rates) for name, rates in found.items()}


def model_cases(options):
    for threads in THREADS:
        for name, run in (("Groundwork", partial(groundwork, ())), ("Groundwork, scalar", partial(groundwork, ("--isa", "scalar"))),
                          ("NumPy", partial(peer, "national_numpy.py", ())),
                          ("NumPy, own quantiles", partial(peer, "national_numpy.py", ("--quantiles", "own"))),
                          ("OpenTURNS, own quantiles", partial(peer, "national_openturns.py", ()))):
            yield lambda name=name, run=run, threads=threads: {(name, threads): run(options, threads)}


def groundwork(isa, options, threads):
    """Paths per second, as summary.json states them."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "run"
        output_of([options.build / "groundwork", "run", SCENARIO, "--quiet", "--out", out, "--paths", options.paths,
                   "--threads", threads, *isa])
        return json.loads((out / "summary.json").read_text(encoding="utf-8"))["paths_per_second"]


def peer(script, more, options, threads):
    said = output_of([options.python, "-B", HERE / script, SCENARIO, "--paths", options.paths, "--processes", threads, *more])
    return float(re.search(r": (\d+) paths/s", said)[1])


def draw_cases(options):
    yield partial(our_draws, options.build / "bench" / "bench_draw")
    yield partial(boost_draws, options.build / "bench" / "bench_boost")
    yield partial(python_draws, options.python)


def our_draws(program):
    """Ours, with the widest instruction set, which is the last of the list."""
    widest = output_of([program, "--benchmark_list_tests"]).split()[-1].rsplit("/", 1)[1]
    rates = items_per_second(program, f"/{widest}$")
    return {f"Groundwork {name.split('/')[1]}, the inputs": rate for name, rate in rates.items()}


def boost_draws(program):
    return {"Boost {1}, {2}s".format(*name.split("/")): rate for name, rate in items_per_second(program, ".").items()}


def items_per_second(program, cases):
    said = output_of([program, f"--benchmark_filter={cases}", "--benchmark_min_time=0.3", "--benchmark_format=json"])
    return {case["name"]: case["items_per_second"] for case in json.loads(said)["benchmarks"]}


def python_draws(python):
    lines = output_of([python, "-B", HERE / "draws.py"]).splitlines()
    return {name: float(rate) for rate, name in (line.split(" ", 1) for line in lines)}


def output_of(command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, env={**os.environ, **ONE_THREAD})
    if done.returncode != 0:
        raise SystemExit(f"run_peers: {command[0]} failed\n{done.stderr}")
    return done.stdout


def model_table(rates):
    """A line for each program: paths per second with one thread and with all, and how many times as fast we are."""
    titles = (f"{threads} thread{'s' * (threads > 1)}" for threads in THREADS)
    yield f"{'':24}" + "".join(f"{title:>14}{'ours/this':>11}" for title in titles)
    for name in dict.fromkeys(name for name, _ in rates):
        columns = ((rates[name, threads], rates["Groundwork", threads]) for threads in THREADS)
        yield f"{name:24}" + "".join(f"{rate:14,.0f}{ours / rate:11.2f}" for rate, ours in columns)


def draws_table(rates):
    ours = rates["Groundwork mc, the inputs"]
    yield f"{'':34}{'paths/s':>14}{'ours/this':>11}"
    yield from (f"{name:34}{rate:14,.0f}{ours / rate:11.2f}" for name, rate in rates.items())


if __name__ == "__main__":
    sys.exit(main())
