"""Ctrl-C ends a run with status 130 and saves the paths that were finished."""

import unittest

from tests.end_to_end.groundwork import (BASELINE, interrupt, near, read_results, read_summary, run_scenario,
                                         scratch_folder, start)


class Interrupt(unittest.TestCase):
    def interrupted(self, *arguments):
        """Starts a long run and stops it when it has begun; exit status, standard output and the folder."""
        folder = scratch_folder(self.addCleanup) / "out"
        status, said, _ = interrupt(start("run", BASELINE, "--paths", 50_000_000, "--out", folder, *arguments), 1.0)
        return status, said, folder

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
