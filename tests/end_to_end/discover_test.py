"""`groundwork discover` says in which corners of the inputs something happens; its counts are held against numpy's."""

import math
import unittest

import numpy

from tests.end_to_end.groundwork import (BASELINE, groundwork, interrupt, read_results, read_rows, read_summary,
                                         run_scenario, scratch_folder, start)

#: Arguments, and a phrase of the message.
WRONG = [
    (["--when", "tcoo > 1"], "there is no metric 'tcoo'\n  hint: did you mean 'tco'?"),
    (["--when", "tco:CN-XX > 1"], "'CN-XX' is no scope or period of tco"),
    (["--when", "tco"], "condition 'tco' does not compare a figure with >, >=, < or <="),
    (["--when", "tco == 5"], "does not compare"),
    (["--when", "tco > lots"], "'lots' is no number and no percentile\n  hint: tco is in CNY"),
    (["--when", "population_covered > 90%"], "write 0.9 for 90 %"),
    (["--when", "tco > p90", "--inputs", "rollout.coast"], "no uncertain input is at or below 'rollout.coast'\n  hint: did you mean 'rollout.cost'?"),
    (["--when", "tco > p90", "--paths", "100_000_000"], "paths are too many"),
    (["--when", "tco > p90", "--peel", "0.9"], "--peel"),
    (["--when", "tco > p90", "--density", "80"], "--density"),
    (["--when", "tco > p90", "--boxes", "0"], "--boxes"),
    (["--when", "tcoo > 1", "--when", "npv < x"], "2 errors"),
    ([], "--when is required"),
]
NAMES = ["boxes.csv", "scenario.toml", "summary.json", "trajectory.csv"]


def discovered(add_cleanup, *arguments, when="over_budget:2023 > 0", folder=None):
    """What a search prints, and the folder with its files."""
    folder = folder or scratch_folder(add_cleanup) / "out"
    done = groundwork("discover", BASELINE, "--when", when, "--out", folder, *arguments)
    if (done.returncode, done.stderr) != (0, ""):
        raise AssertionError(f"ended with {done.returncode}:\n{done.stderr}")
    return done.stdout, folder


class AgainstNumpy(unittest.TestCase):
    """The run's own files say which paths exceed a threshold; replayed paths say what was drawn there."""

    PATHS = 320

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        kept = run_scenario(cls.addClassCleanup, "--keep-paths", paths=cls.PATHS)
        rows = read_rows(kept / "paths.csv")
        name = next(column for column in rows[0] if column.startswith("over_budget"))
        cls.values = numpy.array([float(row[name]) for row in rows])
        cls.said, cls.folder = discovered(cls.addClassCleanup, "--paths", cls.PATHS, "--boxes", "1", "--inputs", "rollout.plan_factor", "--inputs",
                                          "rollout.depth_factor", when="over_budget > p60")
        cls.boxes = read_rows(cls.folder / "boxes.csv")
        cls.summary = read_summary(cls.folder)

    def test_the_threshold_is_the_percentile_and_the_share_its_share(self):
        threshold = self.summary["conditions"][0]["threshold"]
        self.assertTrue(math.isclose(threshold, numpy.quantile(self.values, 0.6), rel_tol=1e-12))
        self.assertEqual(self.summary["share"]["value"], numpy.mean(self.values > threshold))

    def test_coverage_and_density_are_the_counts_on_the_paths_held_out(self):
        happened = self.values > self.summary["conditions"][0]["threshold"]
        held_out = numpy.arange(self.PATHS // 2, self.PATHS)
        inside = numpy.array([self.is_in_box(path) for path in held_out])
        box = self.summary["boxes"][0]
        self.assertEqual(box["held_out"], {"paths": inside.sum(), "cases": (inside & happened[held_out]).sum()})
        density = happened[held_out][inside].mean()
        self.assertTrue(math.isclose(box["density"]["value"], density, rel_tol=1e-12))
        self.assertTrue(math.isclose(box["density"]["se"], math.sqrt(density * (1 - density) / inside.sum()), rel_tol=1e-9))
        self.assertTrue(math.isclose(box["coverage"]["value"], inside[happened[held_out]].mean(), rel_tol=1e-12))
        self.assertTrue(math.isclose(box["mass"]["value"], inside.mean(), rel_tol=1e-12))

    def is_in_box(self, path):
        """From a replay of the path. The box limits declared inputs only."""
        done = groundwork("run", BASELINE, "--paths", self.PATHS, "--replay", path)
        drawn = dict(line.split("\t")[1:3] for line in done.stdout.splitlines() if line.startswith("input\t"))
        return all(float(row["low"] or "-inf") <= float(drawn[row["input"]]) <= float(row["high"] or "inf") for row in self.boxes)


class Corners(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.said, cls.folder = discovered(cls.addClassCleanup, "--paths", "20000")
        cls.summary = read_summary(cls.folder)

    def test_the_folder_holds_the_files_and_nothing_else(self):
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), NAMES)
        self.assertEqual(self.summary["analysis"], "scenario discovery (PRIM)")
        self.assertEqual(self.summary["outcome"], "found")

    def test_the_share_is_that_of_an_ordinary_run(self):
        over = read_results(run_scenario(self.addCleanup, paths=20000))[("over_budget", "CN", "2023")]
        share = self.summary["share"]["value"]
        self.assertIn(f"happens in {100 * share:.1f} %", self.said)
        # Where the median is above zero, more than half of the paths are.
        self.assertEqual(over["p50"] > 0, share > 0.5)
        self.assertEqual(over["p75"] > 0, share > 0.25)

    def test_dear_stations_and_a_large_plan_break_the_budget(self):
        low = {row["input"]: float(row["low"]) for row in read_rows(self.folder / "boxes.csv") if row["box"] == "1" and row["low"]}
        self.assertIn("rollout.depth_factor", low)
        self.assertIn("rollout.plan_factor", low)

    def test_the_trajectory_gets_smaller_and_denser(self):
        steps = [row for row in read_rows(self.folder / "trajectory.csv") if row["box"] == "1"]
        sizes = [int(row["searched_paths"]) for row in steps]
        densities = [int(row["searched_cases"]) / int(row["searched_paths"]) for row in steps]
        self.assertEqual(sizes, sorted(sizes, reverse=True))
        self.assertEqual(densities, sorted(densities))
        self.assertEqual(sum(int(row["is_chosen"]) for row in steps), 1)
        self.assertGreaterEqual(sizes[-1], 500)

    def test_a_corner_is_denser_than_all_paths_by_more_than_chance(self):
        box = self.summary["boxes"][0]
        self.assertGreater(box["density"]["value"] - 5 * box["density"]["se"], self.summary["share"]["high"])
        self.assertLess(self.summary["density_beyond"]["value"], self.summary["share"]["low"])

    def test_the_density_asked_for_is_had_where_it_was_searched(self):
        said, folder = discovered(self.addCleanup, "--paths", "20000", "--density", "0.8", "--boxes", "1")
        box = read_summary(folder)["boxes"][0]
        self.assertGreaterEqual(box["searched"]["cases"] / box["searched"]["paths"], 0.8)
        said, folder = discovered(self.addCleanup, "--paths", "4000", "--density", "1", "--boxes", "1")
        self.assertTrue(read_summary(folder)["boxes"][0]["misses_density"])
        self.assertIn("None that was found is as dense as --density asks for", said)

    def test_only_the_inputs_asked_for_are_limited(self):
        _, folder = discovered(self.addCleanup, "--paths", "10000", "--inputs", "rollout.cost", "--inputs", "rollout.plan_factor")
        names = {row["input"] for row in read_rows(folder / "boxes.csv")}
        self.assertTrue(names)
        self.assertTrue(all(name.startswith(("rollout.cost.", "rollout.plan_factor")) for name in names), names)

    def test_all_conditions_must_hold(self):
        _, folder = discovered(self.addCleanup, "--paths", "4000", "--when", "npv < 0")
        both = read_summary(folder)["share"]["value"]
        _, other = discovered(self.addCleanup, "--paths", "4000", when="npv >= 0")
        _, alone = discovered(self.addCleanup, "--paths", "4000")
        self.assertLess(both, read_summary(alone)["share"]["value"])
        self.assertLess(both, 1 - read_summary(other)["share"]["value"])


class Edges(unittest.TestCase):
    def test_wrong_input_is_said_and_nothing_is_written(self):
        for arguments, phrase in WRONG:
            with self.subTest(" ".join(arguments)):
                folder = scratch_folder(self.addCleanup) / "out"
                done = groundwork("discover", BASELINE, "--out", folder, *arguments)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(phrase, done.stderr)
                self.assertFalse(folder.exists())

    def test_never_always_and_too_rare_are_answers(self):
        for when, outcome, phrase in (("tco > 1e20", "never", "does not happen on any of 1,000 paths"),
                                      ("tco > 1", "always", "happens on all of 1,000 paths"),
                                      ("tco > p99.5", "too rare", "That is too few to search")):
            with self.subTest(when):
                said, folder = discovered(self.addCleanup, "--paths", "1000", when=when)
                self.assertIn(phrase, said)
                self.assertEqual(read_summary(folder)["outcome"], outcome)
                self.assertEqual(read_rows(folder / "boxes.csv"), [])

    def test_inputs_that_have_no_effect_give_no_corner(self):
        said, folder = discovered(self.addCleanup, "--paths", "10000", "--inputs", "datacenter", "--inputs", "revenue")
        self.assertIn("No corner stands out", said)
        self.assertEqual(read_summary(folder)["outcome"], "no box")

    def test_paths_without_a_value_are_counted(self):
        said, folder = discovered(self.addCleanup, "--paths", "2000", when="irr < 0")
        summary = read_summary(folder)
        self.assertGreater(summary["undefined_paths"], 0)
        self.assertEqual(summary["undefined_paths"] + summary["searched"]["paths"] + summary["held_out"]["paths"], 2000)
        self.assertIn(f"{summary['undefined_paths']} paths on which a figure has no value are left out", said)

    def test_the_bytes_do_not_depend_on_threads_or_instruction_set(self):
        wanted = None
        for more in (["--threads", "1", "--isa", "scalar"], ["--threads", "2"]):
            _, folder = discovered(self.addCleanup, "--paths", "2000", *more)
            files = [(folder / name).read_bytes() for name in ("boxes.csv", "trajectory.csv")]
            wanted = wanted or files
            self.assertEqual(files, wanted)

    def test_every_sampler_runs_and_tells_an_error(self):
        for sampler in ("lhs", "sobol"):
            _, folder = discovered(self.addCleanup, "--paths", "4096", "--sampler", sampler)
            summary = read_summary(folder)
            self.assertEqual(summary["sampler"], sampler)
            self.assertGreater(summary["boxes"][0]["density"]["se"], 0)

    def test_an_interrupt_ends_it_without_files(self):
        folder = scratch_folder(self.addCleanup) / "out"
        running = start("discover", BASELINE, "--when", "tco > p90", "--paths", "500_000", "--threads", "1", "--out", folder)
        status, _, complained = interrupt(running, 0.5)
        self.assertEqual(status, 130)
        self.assertIn("nothing was written", complained)
        self.assertFalse(folder.exists())


if __name__ == "__main__":
    unittest.main()
