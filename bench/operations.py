#!/usr/bin/env python3
"""Counts what the kernels do on a path: vector instructions by kind, loads, stores and the rest, from one small run under
callgrind (valgrind knows AVX2, not AVX-512). `./dev bench operations` builds and calls this.

    operations.py --groundwork build/release/groundwork [--paths 1024]

A vector instruction works on 4 paths with AVX2 and on 8 with AVX-512, so a path takes half as many with the latter. An arithmetic
instruction that reads memory counts as arithmetic and as a load. Elementary functions (SLEEF) are counted apart.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCENARIO = ROOT / "scenarios" / "national-2020.toml"

# The first pattern that a function's name matches says what it belongs to; None: neither.
PARTS = (("elementary functions", r"Sleef"), ("counting", r"::accumulate"), (None, r"measure_pilot|locate|Summar|Ranked|Tally"),
         ("drawing", r"InputPlan::draw|Design::|QuantileKernel|quantile_value|StrataPermutation"), ("model", r"groundwork::.*Pack<4>"))
KINDS = (("add, subtract", r"v(add|sub)[ps]d"), ("multiply", r"vmul[ps]d"), ("fused", r"vfn?m(add|sub)\w*[ps]d"), ("divide, root", r"v(div|sqrt)[ps]d"),
         ("compare, select", r"v(min|max|cmp\w*)[ps]d|vblend\w*|vand\w*|vor\w*|vxor\w*"), ("integer", r"vp\w+"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groundwork", type=Path, required=True)
    parser.add_argument("--paths", type=int, default=1024)
    options = parser.parse_args()
    shorter, longer = (executed(options.groundwork, paths) for paths in (options.paths, 2 * options.paths))
    print("\n".join(table(subtract(longer, shorter), options.paths)))


def executed(groundwork, paths):
    """{(object, address): (function, times)} of all instructions of a run."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "callgrind"
        command = ["valgrind", "--tool=callgrind", "--dump-instr=yes", "--compress-pos=no", "--compress-strings=no", f"--callgrind-out-file={out}",
                   groundwork, "run", SCENARIO, "--paths", paths, "--threads", 1, "--isa", "avx2", "--quiet", "--out", Path(folder) / "results"]
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
        if done.returncode != 0:
            raise SystemExit(f"operations: the run failed\n{done.stderr}")
        return parse(out.read_text(encoding="utf-8").splitlines())


def parse(lines):
    found, place, function, skips = {}, "", "", False
    for line in lines:
        if line.startswith("ob="):
            place = line[3:]
        elif line.startswith("fn="):
            function = line[3:]
        elif line.startswith("calls="):
            skips = True  # the next line is the cost of what is called
        elif line.startswith("0x"):
            if not skips:
                address, *_, cost = line.split()
                key = place, int(address, 16)
                found[key] = function, found.get(key, ("", 0))[1] + int(cost)
            skips = False
    return found


def subtract(longer, shorter):
    return {key: (function, times - shorter.get(key, ("", 0))[1]) for key, (function, times) in longer.items()}


def instructions(place):
    """{address: (mnemonic, operands)} of an object file."""
    said = subprocess.run(["objdump", "-d", "--no-show-raw-insn", place], capture_output=True, text=True, check=True).stdout
    return {int(line[1], 16): (line[2], line[3] or "") for line in re.finditer(r"^ +([0-9a-f]+):\t(\S+)(?: +(.*))?$", said, re.M)}


def part_of(function):
    return next((part for part, pattern in PARTS if re.search(pattern, function)), None)


def kinds_of(mnemonic, operands):
    """The kinds that an instruction counts as."""
    is_vector = "%ymm" in operands
    kinds = [kind for kind, pattern in KINDS if is_vector and re.fullmatch(pattern, mnemonic)][:1]
    if is_vector and "(" in operands:
        kinds.append("store" if re.search(r"%[xy]mm\d+,[^%]*\(", operands) and "mov" in mnemonic else "load")
    return kinds or ["other"]


def table(executed_instructions, paths):
    counts, code = defaultdict(Counter), {}
    for (place, address), (function, times) in executed_instructions.items():
        part = part_of(function)
        if part is None or not times:
            continue
        if place not in code:
            code[place] = instructions(place)
        for kind in kinds_of(*code[place].get(address, ("", ""))):
            counts[part][kind] += times
        counts[part]["all instructions"] += times
    columns = [*(kind for kind, _ in KINDS), "load", "store", "other", "all instructions"]
    yield "Instructions a path, AVX2 (4 paths in each vector)"
    yield f"{'':20}" + "".join(f"{column:>17}" for column in columns)
    for part, of_kind in sorted(counts.items()):
        yield f"{part:20}" + "".join(f"{of_kind[column] / paths:17,.0f}" for column in columns)


if __name__ == "__main__":
    sys.exit(main())
