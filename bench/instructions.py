#!/usr/bin/env python3
"""Fails if a part of a run takes over 3 % more instructions than bench/instructions.toml says.

    ./dev bench instructions                          compare
    ./dev bench instructions --update --reason TEXT   write what changed to the file, with the reason

A commit that makes a part dearer on purpose has the file in it, and so the reason. An update keeps the number of a part that grew
by less than 3 %: small steps add up until somebody has to say why. Counts hold for one compiler and type of build; with others
nothing is compared, and the exit status is 77, unless CI is set. Exit status 1 if a part grew or cannot be counted.
"""

import argparse
import os
import re
import shutil
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from callgrind import ROOT, Failed, Part, count

BASELINE = ROOT / "bench" / "instructions.toml"
MOST_GROWTH = 0.03
SKIPPED = 77

READING = "groundwork::read_study(*"
DRAWING = "groundwork::InputPlan::draw(*"
ACCUMULATING = "groundwork::CellStatistics::add(*"
SUMMARISING = ("groundwork::CellStatistics::summaries(*", "groundwork::summarise(*")
WRITING = "groundwork::results_csv*(groundwork::Results const&)"

#: What is counted. Functions that another source calls, so that none is inlined.
PARTS = {
    "reading": Part((READING,)),
    "drawing_mc": Part((DRAWING,)),
    "drawing_lhs": Part((DRAWING,), "lhs"),
    "drawing_sobol": Part((DRAWING,), "sobol"),
    "kernel": Part(("groundwork::(anonymous namespace)::run_tile(*",)),
    "pilot": Part(("groundwork::CellStatistics::measure_pilot(*",)),
    "accumulating": Part((ACCUMULATING,)),
    "accumulating_randomised": Part((ACCUMULATING,), "sobol"),
    "summarising": Part(SUMMARISING),
    "writing": Part((WRITING,)),
    "total": Part((READING, "groundwork::run_paths(*RunOptions const&)", WRITING)),
}

HEADER = """\
# Instructions of a run of the national baseline, 1,024 paths with AVX2 on one thread, of our code and SLEEF's.
# Written by `./dev bench instructions --update --reason TEXT`.
"""


def main():
    options = parse_arguments()
    baseline = tomllib.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else None
    build = build_of(options.build)
    try:
        if options.update:
            return update(baseline, build, measure(options.build), options.reason)
        if reason := why_not(baseline, build):
            print(f"instructions: nothing was compared: {reason}")
            return 1 if "CI" in os.environ else SKIPPED
        return check(baseline, measure(options.build))
    except Failed as failure:
        print(f"instructions: {failure}", file=sys.stderr)
        return 1


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True, metavar="DIR", help="where the program is built")
    parser.add_argument("--update", action="store_true", help="write the baseline file")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why the counts changed")
    options = parser.parse_args()
    if options.update != bool(options.reason.strip()):
        parser.error("--update needs --reason TEXT, and the other way round")
    return options


def build_of(folder):
    """Compiler and type of build, such as "GNU 12.2.0, RelWithDebInfo"."""
    compiler = next(folder.glob("CMakeFiles/*/CMakeCXXCompiler.cmake")).read_text(encoding="utf-8")
    cache = (folder / "CMakeCache.txt").read_text(encoding="utf-8")
    name, version = (re.search(rf'CMAKE_CXX_COMPILER_{key} "(.*)"', compiler)[1] for key in ("ID", "VERSION"))
    return f"{name} {version}, " + re.search(r"^CMAKE_BUILD_TYPE:\w+=(.*)$", cache, re.MULTILINE)[1]


def why_not(baseline, build):
    """Why counts cannot be compared; empty if they can."""
    if baseline is None:
        return "bench/instructions.toml is missing"
    if baseline["build"] != build:
        return f"the counts are for {baseline['build']}; this is {build}"
    return "" if shutil.which("valgrind") else "valgrind is not installed"


def measure(build):
    """{part: Count}. Counts do not depend on what runs beside them, so each core takes one."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        counts = pool.map(lambda part: count(build / "groundwork", part), PARTS.values())
        return dict(zip(PARTS, counts))


def check(baseline, counts):
    before, now = baseline["instructions"], {part: found.ours for part, found in counts.items()}
    print("\n".join(table(before, counts)))
    problems = list(growth(before, now))
    print("".join(f"{line}\n" for line in [*problems, *gains(before, now)]), end="")
    if problems:
        print("If that is as it should be, put the new counts in the same commit: ./dev bench instructions --update --reason TEXT")
    return 1 if problems else 0


def growth(before, now):
    """What fails."""
    for part, found in now.items():
        if part not in before:
            yield f"{part}: is not in bench/instructions.toml"
        elif grew(before[part], found):
            yield f"{part}: grew by {change(before[part], found):.2%}, more than {MOST_GROWTH:.0%}"
    yield from (f"{part}: is in bench/instructions.toml, but nothing counts it" for part in before if part not in now)


def gains(before, now):
    """What should be kept: a notice."""
    for part, found in now.items():
        if part in before and change(before[part], found) < -MOST_GROWTH:
            yield f"{part}: shrank by {-change(before[part], found):.2%}; update the file, so that the gain is kept"


def change(before, now):
    return now / before - 1.0


def grew(before, now):
    return change(before, now) > MOST_GROWTH


def table(before, counts):
    yield f"{'part':24} {'baseline':>14} {'now':>14} {'change':>8} {'in libraries':>14}"
    for part, found in counts.items():
        known = before.get(part)
        shown = ("-", "-") if known is None else (f"{known:,}", f"{change(known, found.ours):+.2%}")
        yield f"{part:24} {shown[0]:>14} {found.ours:>14,} {shown[1]:>8} {found.libraries:>14,}"


def update(baseline, build, counts, reason):
    before = baseline["instructions"] if baseline and baseline["build"] == build else {}
    print("\n".join(table(before, counts)))
    BASELINE.write_text(baseline_text(build, reason, kept(before, counts)), encoding="utf-8")
    return 0


def kept(before, counts):
    """The number for each part: as counted, but the old one if it grew by less than what fails."""
    return {part: found.ours if part not in before or grew(before[part], found.ours) else min(before[part], found.ours)
            for part, found in counts.items()}


def baseline_text(build, reason, numbers):
    quoted = " ".join(reason.split()).replace("\\", "\\\\").replace('"', '\\"')
    lines = (f"{part} = {number:_}\n" for part, number in numbers.items())
    return f'{HEADER}build = "{build}"\nreason = "{quoted}"\n\n[instructions]\n' + "".join(lines)


if __name__ == "__main__":
    sys.exit(main())
