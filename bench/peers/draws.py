#!/usr/bin/env python3
"""Paths drawn per second by NumPy and OpenTURNS, one thread, in processor time; one line `rate name` each.

Plain uniforms and normals, 64 paths of 296 columns at a time as bench_draw does; and the inputs of the national scenario. Each
checks its moments before it is timed.
"""

import sys
import time
from pathlib import Path

import numpy as np

from national_openturns import Inputs
from national_sampling import random_draws
from national_scenario import Horizon, read_geography, read_scenario

COLUMNS, PATHS = 296, 64
PATHS_OF_INPUTS = 4096  # the more, the less the fixed work of NumPy's many small calls
SECONDS = 0.3
SCENARIO = Path(__file__).resolve().parents[2] / "scenarios" / "national-2020.toml"


def main():
    buffer = np.empty((COLUMNS, PATHS))
    for name in ("Philox", "PCG64"):
        generator = np.random.Generator(getattr(np.random, name)(62))
        for kind, draw, mean, variance in (("uniforms", generator.random, 0.5, 1 / 12), ("normals", generator.standard_normal, 0, 1)):
            check(lambda: draw(out=buffer), mean, variance)
            print(f"{rate(lambda: draw(out=buffer), PATHS):.0f} NumPy {name}, {kind}")
    print_inputs()


def print_inputs():
    scenario = read_scenario(SCENARIO)
    provinces, quarters = len(read_geography(scenario["geography"]).codes), Horizon.of(scenario["time"]).quarters
    print(f"{rate(lambda: random_draws(scenario, provinces, quarters, PATHS_OF_INPUTS, 62), PATHS_OF_INPUTS):.0f} NumPy Philox, the inputs")
    inputs = Inputs(scenario, provinces, quarters)
    found, expected = inputs.distribution.getSample(PATHS_OF_INPUTS).computeMean(), inputs.distribution.getMean()
    errors = np.array(inputs.distribution.getStandardDeviation()) / PATHS_OF_INPUTS ** 0.5
    if not (np.abs(np.array(found) - np.array(expected)) <= 6 * errors).all():
        raise SystemExit("draws: wrong means of OpenTURNS' inputs")
    print(f"{rate(lambda: inputs.distribution.getSample(PATHS_OF_INPUTS), PATHS_OF_INPUTS):.0f} OpenTURNS, the inputs")


def check(draw, mean, variance):
    """Within six standard errors, as if draws were normal."""
    drawn = np.stack([draw().copy() for _ in range(50)])
    if not (abs(drawn.mean() - mean) <= 6 * (variance / drawn.size) ** 0.5
            and abs(drawn.var() / variance - 1) <= 6 * (2 / drawn.size) ** 0.5):
        raise SystemExit("draws: wrong mean or variance")


def rate(draw, paths):
    """Paths per second; the draws are repeated for SECONDS."""
    start, count = time.process_time(), 0
    while (spent := time.process_time() - start) < SECONDS:
        draw()
        count += paths
    return count / spent


if __name__ == "__main__":
    sys.exit(main())
