"""Runs the groundwork binary that the environment variable GROUNDWORK names, and reads what it wrote."""

import csv
import json
import math
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCENARIOS = ROOT / "scenarios"
BASELINE = SCENARIOS / "national-2020.toml"
BINARY = os.environ["GROUNDWORK"]


def groundwork(*arguments, folder=None, binary=BINARY, **options):
    """Runs the binary in `folder`, in English whatever the machine's locale; gives its exit status and what it wrote."""
    command = [binary, *map(str, arguments)]
    options.setdefault("env", {**os.environ, "LC_ALL": "C.UTF-8"})
    return subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8",
                          **options)


def scratch_folder(add_cleanup):
    """A new folder, gone when what `add_cleanup` belongs to ends: a test's addCleanup, or a class's addClassCleanup."""
    folder = tempfile.TemporaryDirectory()
    add_cleanup(folder.cleanup)
    return Path(folder.name)


def run_scenario(add_cleanup, *arguments, scenario=BASELINE, paths=600, binary=BINARY):
    """The folder with the results of a quiet run."""
    folder = scratch_folder(add_cleanup) / "out"
    done = groundwork("run", scenario, "--paths", paths, "--quiet", "--out", folder, *arguments, binary=binary)
    if (done.returncode, done.stdout, done.stderr) != (0, "", ""):
        raise AssertionError(f"run ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return folder


def interrupted(*arguments):
    """Starts a command that takes longer than a second, presses Ctrl-C then; (exit status, what it says on standard error)."""
    running = subprocess.Popen([BINARY, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        running.wait(timeout=1)
        raise AssertionError("ended before it could be interrupted")
    except subprocess.TimeoutExpired:
        running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=30)
    return running.returncode, said


def read_rows(path):
    """The rows of a CSV file, each {column: text}."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_results(folder):
    """{(metric, scope, period): {column: number, or None where the field is empty}}."""
    names = ("metric", "unit", "scope", "period")
    return {(row["metric"], row["scope"], row["period"]):
            {name: float(text) if text else None for name, text in row.items() if name not in names}
            for row in read_rows(folder / "results.csv")}


def read_summary(folder):
    return json.loads((folder / "summary.json").read_text(encoding="utf-8"))


def near(a, b, relative=1e-9, scale=0.0):
    """Whether two numbers differ by at most `relative` of themselves, or of `scale`."""
    return math.isclose(a, b, rel_tol=relative, abs_tol=relative * scale)


def copy_scenarios(folder):
    """The baseline and its tables, to be changed."""
    shutil.copy(BASELINE, folder)
    shutil.copytree(SCENARIOS / "data", folder / "data")
