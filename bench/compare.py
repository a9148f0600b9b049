#!/usr/bin/env python3
"""Compares two outputs of the benchmarks, case by case: files of Google Benchmark's JSON, or folders of them.

    compare.py before.json after.json

Prints the time of each case in both, and the ratio: below 1, the second is faster. With repetitions, medians are compared. A ratio
is a hint and never a verdict: machines are noisy. Exit status 2 if a file cannot be read.
"""

import argparse
import json
import sys
from pathlib import Path
from statistics import median

NANOSECONDS = {"ns": 1.0, "us": 1e3, "ms": 1e6, "s": 1e9}


class WrongInput(Exception):
    pass


def main():
    options = parse_arguments()
    try:
        before, after = read(options.before), read(options.after)
    except WrongInput as wrong:
        print(f"compare: {wrong}", file=sys.stderr)
        return 2
    print("\n".join(report(before, after)))
    return 0


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path, metavar="A", help="JSON file, or folder of such files")
    parser.add_argument("after", type=Path, metavar="B", help="likewise")
    return parser.parse_args()


def read(path):
    """{case: nanoseconds} of a file, or of all JSON files in a folder."""
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise WrongInput(f"{path}: no JSON files in this folder")
    return {case: time for file in files for case, time in read_file(file).items()}


def read_file(path):
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["benchmarks"]
        return medians([entry for entry in entries if not entry.get("error_occurred")])
    except OSError as error:
        raise WrongInput(f"{path}: {error.strerror}") from None
    except ValueError:
        raise WrongInput(f"{path}: not JSON") from None
    except (KeyError, TypeError, AttributeError):
        raise WrongInput(f"{path}: not the JSON of Google Benchmark") from None


def medians(entries):
    """The median over repetitions: as the file states it, or else of the runs that it lists."""
    runs, stated = {}, {}
    for entry in entries:
        case, time = entry.get("run_name", entry["name"]), entry_time(entry)
        if entry.get("run_type") != "aggregate":
            runs.setdefault(case, []).append(time)
        elif entry["aggregate_name"] == "median":
            stated[case] = time
    return {case: median(times) for case, times in runs.items()} | stated


def entry_time(entry):
    """Wall-clock time of cases that say so by their name, processor time of the others."""
    which = "real_time" if "/real_time" in entry.get("run_name", entry["name"]) else "cpu_time"
    return entry[which] * NANOSECONDS[entry["time_unit"]]


def report(before, after):
    both = [case for case in before if case in after]
    width = max((len(case) for case in both), default=0)
    yield f"{'case':{width}} {'A':>12} {'B':>12} {'B/A':>7}"
    for case in both:
        ratio = f"{after[case] / before[case]:.3f}" if before[case] else "-"
        yield f"{case:{width}} {shown(before[case]):>12} {shown(after[case]):>12} {ratio:>7}"
    for name, here, there in (("A", before, after), ("B", after, before)):
        yield from (f"only in {name}: {case}" for case in here if case not in there)


def shown(nanoseconds):
    unit = next((unit for unit in ("s", "ms", "us") if nanoseconds >= NANOSECONDS[unit]), "ns")
    return f"{nanoseconds / NANOSECONDS[unit]:.4g} {unit}"


if __name__ == "__main__":
    sys.exit(main())
