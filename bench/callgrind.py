"""Instructions of parts of a run, counted by `valgrind --tool=callgrind`.

Counted are the instructions of our program and of SLEEF between entering and leaving some functions. Those of other libraries are
counted apart: they change with the processor and with each update of the system. One thread runs, in an empty environment, and
program and scenario are in a folder whose name always has the same length, as reading the scenario depends a little on names and
on where memory lies. Then the count is the same every time, whatever else the machine does.
"""

import fnmatch
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]

#: A name in callgrind's format: `ob=(7) /usr/lib/libc.so.6` where it is first met, `ob=(7)` from then on.
NAME = re.compile(r"(ob|cob|fn|cfn)=\((\d+)\)(?: (.*))?")


class Failed(Exception):
    pass


class Part(NamedTuple):
    """Functions, each as callgrind names it, with * for any text. No function of a part may call another one of it."""
    functions: tuple
    sampler: str = "mc"


class Count(NamedTuple):
    ours: int
    libraries: int


def count(program, part):
    """The instructions of a part in a small run of the national baseline."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        raise Failed("valgrind is not installed")
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        profile = Path(folder) / "profile"
        shutil.copytree(ROOT / "scenarios", Path(folder) / "scenarios")
        shutil.copy(program, Path(folder) / "groundwork")
        toggles = [f"--toggle-collect={function}" for function in part.functions]
        done = subprocess.run(
            [valgrind, "-q", "--vgdb=no", "--tool=callgrind", f"--callgrind-out-file={profile}", *toggles,
             "./groundwork", "run", "scenarios/national-2020.toml", "--paths", "1024", "--seed", "62",
             "--sampler", part.sampler, "--threads", "1", "--isa", "avx2", "--quiet", "--out", "results"],
            cwd=folder, env={}, capture_output=True, text=True)
        if done.returncode != 0:
            raise Failed(f"the run under valgrind failed, with status {done.returncode}:\n{done.stderr}")
        return read_profile(profile.read_text(encoding="utf-8"), part.functions)


def read_profile(text, functions):
    """The count that a profile has, if it was taken of these functions."""
    objects, names = costs(text)
    for function in functions:
        found = [name for name in names if fnmatch.fnmatchcase(name, function)]
        if len(found) != 1:
            raise Failed(f"`{function}` is the name of {len(found)} functions that ran, not of one: renamed, or inlined? "
                         "bench/instructions.py says what is counted")
    ours = sum(cost for name, cost in objects.items() if is_ours(name))
    return Count(ours, sum(objects.values()) - ours)


def is_ours(path):
    name = path.rsplit("/", 1)[-1]
    return name == "groundwork" or name.startswith("libsleef.")


def costs(text):
    """{object file: instructions of its own}, and the names of all functions met."""
    known = {"ob": {}, "fn": {}}
    objects, here, is_call = {}, "", False
    for line in text.splitlines():
        if name := NAME.match(line):
            kind, number, stated = name.groups()
            table = known[kind[-2:]]
            if stated is not None:
                table[number] = stated
            if kind == "ob":
                here = table[number]
        elif line.startswith("calls="):
            is_call = True  # the next line has what the callee cost
        elif re.match(r"[+\-*\d]", line):
            if not is_call:
                objects[here] = objects.get(here, 0) + int(line.split()[1])
            is_call = False
    return objects, set(known["fn"].values())
