"""Runs the groundwork binary that the environment variable GROUNDWORK names, and reads what it wrote."""

import csv
import json
import math
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCENARIOS = ROOT / "scenarios"
BASELINE = SCENARIOS / "national-2020.toml"
BINARY = os.environ["GROUNDWORK"]
IS_OPTIMISED = os.environ.get("GROUNDWORK_BUILD_TYPE") != "Debug"  # which has sanitizers


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


def start(*arguments, folder=None):
    """Starts the binary in `folder`, what it says on pipes."""
    return subprocess.Popen([BINARY, *map(str, arguments)], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            text=True)


def interrupt(running, seconds):
    """Presses Ctrl-C when a process has handled it for so many seconds of processor time, which do not depend on what
    else the machine does; (exit status, what it says, what it says on standard error)."""
    began = None
    with running:
        while began is None or processor_seconds(running) < began + seconds:
            if running.poll() is not None:
                raise AssertionError(f"ended before it could be interrupted: {running.communicate()}")
            time.sleep(0.02)
            if began is None and handles(running, signal.SIGINT):
                began = processor_seconds(running)
        running.send_signal(signal.SIGINT)
        said, complained = running.communicate(timeout=30)
    return running.returncode, said, complained


def processor_seconds(running):
    """User and system time of a process, the 14th and 15th fields of Linux's /proc/PID/stat."""
    fields = Path(f"/proc/{running.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def handles(running, caught):
    """Whether a process handles a signal, as Linux tells in its SigCgt mask."""
    status = Path(f"/proc/{running.pid}/status").read_text(encoding="ascii")
    return bool(int(re.search(r"SigCgt:\s*(\w+)", status)[1], 16) & 1 << (caught - 1))


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
