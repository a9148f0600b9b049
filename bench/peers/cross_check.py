#!/usr/bin/env python3
"""Runs Groundwork and the NumPy reference along the central path of the national scenario and of each variant, and compares.

    cross_check.py --groundwork build/groundwork [--variant NAME …] [--relative 1e-9]
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from variants import VARIANTS

HERE = Path(__file__).resolve().parent
BASELINE = HERE.parents[1] / "scenarios" / "national-2020.toml"
CASES = {"baseline": [], **VARIANTS}


def main():
    options = parse_arguments()
    failed = [name for name in options.variant or CASES if not agrees(name, options)]
    print(f"failed: {', '.join(failed)}" if failed else "all agree")
    return int(bool(failed))


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groundwork", required=True, type=lambda path: Path(path).resolve(), help="the binary")
    parser.add_argument("--scenario", default=BASELINE)
    parser.add_argument("--variant", action="append", choices=CASES, help="only this one; may be repeated")
    parser.add_argument("--relative", default="1e-9")
    return parser.parse_args()


def agrees(name, options):
    """Runs both programs on one case and prints how they compare; whether they agree."""
    overrides = [argument for override in CASES[name] for argument in ("--set", override)]
    with tempfile.TemporaryDirectory() as folder:
        theirs = Path(folder) / "reference.csv"
        steps = ([options.groundwork, "run", options.scenario, "--central", "--out", folder, "--quiet", *overrides],
                 [sys.executable, HERE / "national_numpy.py", options.scenario, "--central", "--out", theirs, *overrides],
                 [sys.executable, HERE / "compare_results.py", Path(folder) / "results.csv", theirs, "--relative", options.relative])
        for step in steps:
            done = subprocess.run(step, text=True, capture_output=True)
            if done.returncode != 0:
                print(f"{name}: failed\n{done.stdout}{done.stderr}")
                return False
        print(f"{name}: agrees; {done.stdout.splitlines()[-1].strip()}")
        return True


if __name__ == "__main__":
    sys.exit(main())
