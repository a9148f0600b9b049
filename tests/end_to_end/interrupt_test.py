"""Ctrl-C ends a run with status 130 and saves the paths that were finished."""

import re
import signal
import subprocess
import time
import unittest
from pathlib import Path

from tests.end_to_end.groundwork import BASELINE, BINARY, near, read_results, read_summary, run_scenario, scratch_folder


def wait_until_it_catches(run, caught):
    """Waits until a process that was started handles a signal, as Linux tells in its SigCgt mask."""
    mask = 0
    while run.poll() is None and not mask & 1 << (caught - 1):
        time.sleep(0.02)
        mask = int(re.search(r"SigCgt:\s*(\w+)", Path(f"/proc/{run.pid}/status").read_text(encoding="ascii"))[1], 16)


class Interrupt(unittest.TestCase):
    def interrupted(self, *arguments):
        """Starts a long run and stops it when it has begun; exit status, standard output and the folder."""
        folder = scratch_folder(self.addCleanup) / "out"
        command = [BINARY, "run", str(BASELINE), "--paths", "50000000", "--out", str(folder), *arguments]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
            wait_until_it_catches(run, signal.SIGINT)
            time.sleep(0.5)
            run.send_signal(signal.SIGINT)
            said, _ = run.communicate(timeout=30)
        return run.returncode, said, folder

    def test_what_was_finished_is_saved_and_said_to_be_incomplete(self):
        status, said, folder = self.interrupted()
        summary = read_summary(folder)
        self.assertEqual((status, summary["complete"], summary["paths_asked"]), (130, False, 50_000_000))
        self.assertTrue(0 < summary["paths"] < 50_000_000)
        self.assertEqual({row["defined"] + row["undefined"] for row in read_results(folder).values()}, {summary["paths"]})
        self.assertRegex(said, r"(?i)interrupted|incomplete|of 50,000,000")

    def test_a_quiet_run_is_interrupted_quietly(self):
        status, said, folder = self.interrupted("--quiet")
        self.assertEqual((status, said), (130, ""))
        self.assertFalse(read_summary(folder)["complete"])

    def test_finished_paths_are_those_of_a_shorter_run(self):
        _, _, folder = self.interrupted("--quiet")
        paths = read_summary(folder)["paths"]
        shorter = read_results(run_scenario(self.addCleanup, paths=paths))
        cut = read_results(folder)
        for cell in (("tco", "CN", "total"), ("stations", "CN-GD", "2030"), ("stations_built", "CN", "2021")):
            self.assertTrue(near(cut[cell]["mean"], shorter[cell]["mean"], 1e-12), cell)


if __name__ == "__main__":
    unittest.main()
