#!/usr/bin/env python3
"""Time and memory of runs of the national baseline, each with ten times the paths of the one before.

    ./dev bench scaling [--paths N,N,…] [--threads N]

Prints for each run the seconds that summary.json states, the time a path, that time over the one of the run before (1 if the time
grows as the paths do), and the most memory that the process held. It reports, and judges nothing: machines are noisy.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]


class Run(NamedTuple):
    paths: int
    seconds: float
    peak_bytes: int


def main():
    options = parse_arguments()
    before = None
    print(f"{'paths':>12} {'seconds':>10} {'us/path':>10} {'to before':>10} {'peak MB':>10}")
    for paths in options.paths:
        now = measure(options, paths)
        print(row(now, before), flush=True)
        before = now
    return 0


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groundwork", type=Path, required=True, metavar="FILE", help="the program")
    parser.add_argument("--paths", type=path_list, default=[10**4, 10**5, 10**6], metavar="N,N,…", help="10000,100000,1000000 by default")
    parser.add_argument("--threads", default="0", metavar="N", help="0, one for each core, by default")
    return parser.parse_args()


def path_list(text):
    return [int(number) for number in text.split(",")]


def measure(options, paths):
    with tempfile.TemporaryDirectory() as folder:
        command = [str(options.groundwork.resolve()), "run", "scenarios/national-2020.toml", "--paths", str(paths),
                   "--threads", options.threads, "--quiet", "--out", f"{folder}/results"]
        peak = peak_memory(command)
        summary = json.loads(Path(folder, "results", "summary.json").read_text(encoding="utf-8"))
        return Run(paths, summary["seconds"], peak)


def peak_memory(command):
    """Runs a command that must succeed; the most bytes that it held."""
    process = subprocess.Popen(command, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"scaling: {' '.join(command)}: status {process.returncode}")
    return usage.ru_maxrss * 1024


def row(now, before):
    per_path = now.seconds / now.paths
    ratio = f"{per_path / (before.seconds / before.paths):.3f}" if before else "-"
    return f"{now.paths:>12,} {now.seconds:>10.3f} {1e6 * per_path:>10.2f} {ratio:>10} {now.peak_bytes / 1e6:>10.1f}"


if __name__ == "__main__":
    sys.exit(main())
