"""`groundwork sensitivity` says which inputs a figure's uncertainty comes from, with its files and its errors."""

import math
import unittest

from tests.end_to_end.groundwork import (BASELINE, groundwork, interrupt, read_rows, read_summary, scratch_folder,
                                         start)

#: Arguments, and a phrase of the message.
WRONG = [
    (["--metric", "tcoo"], "there is no metric 'tcoo'\n  hint: did you mean 'tco'?"),
    (["--metric", "tco:CN-XX"], "'CN-XX' is no scope or period of tco"),
    (["--metric", "tco", "--groups", "rollout.coast"], "no uncertain input is at or below 'rollout.coast'\n  hint: did you mean 'rollout.cost'?"),
    (["--metric", "tco", "--groups", "rollout.cost.ran"], "splits correlated inputs: it has 'rollout.cost.ran' without"),
    (["--metric", "tco", "--groups", "rollout", "--groups", "rollout.cost"], "the groups 'rollout.*' and 'rollout.cost.*' overlap"),
    (["--metric", "tco", "--paths", "298"], "298 paths are too few to tell 296 random columns apart\n  hint: run at least 299 paths"),
    (["--metric", "tco", "--paths", "100_000_000"], "paths are too many"),
    (["--metric", "tco", "--paths", "50_000_000", "--design", "sobol"], "paths are too many"),
    (["--metric", "tco", "--paths", "15", "--design", "sobol"], "15 paths are too few to tell an error"),
    (["--metric", "tco", "--paths", "15", "--tornado"], "15 paths are too few to tell an error"),
    (["--metric", "tco", "--tornado", "--design", "sobol"], "excludes"),
    (["--metric", "tco", "--tornado", "--groups", "rollout"], "excludes"),
    (["--metric", "tco", "--design", "fast"], "fast"),
    (["--metric", "tco", "--by", "city"], "tco is not known by 'city'\n  hint: --by takes: country, region, province"),
    (["--metric", "tco", "--by", "region", "--tornado"], "excludes"),
    ([], "--metric is required"),
]


def analysed(add_cleanup, *arguments, metric="tco", folder=None):
    """What an analysis prints, and the folder with its files."""
    folder = folder or scratch_folder(add_cleanup) / "out"
    done = groundwork("sensitivity", BASELINE, "--metric", metric, "--out", folder, *arguments)
    if (done.returncode, done.stderr) != (0, ""):
        raise AssertionError(f"ended with {done.returncode}:\n{done.stderr}")
    return done.stdout, folder


def numbers(rows, name, key="factor"):
    return {row[key]: float(row[name]) for row in rows if row[name]}


class ByPlace(unittest.TestCase):
    def test_each_place_has_the_drivers_that_it_has_by_itself(self):
        said, folder = analysed(self.addCleanup, "--by", "region", "--paths", "600", metric="rollout_capex")
        alone = read_rows(analysed(self.addCleanup, "--paths", "600", metric="rollout_capex:west")[1] / "sensitivity.csv")
        rows = [row for row in read_rows(folder / "sensitivity.csv") if row["scope"] == "west"]
        self.assertEqual(rows, alone)
        table = said.split("by region; errors of shares up to")[1]
        self.assertEqual([line.split()[0] for line in table.splitlines()[3:7]], ["east", "central", "west", "northeast"])
        factor = table.splitlines()[1].split("  ")[-2].strip()
        west = next(line for line in table.splitlines() if line.startswith("west"))
        self.assertAlmostEqual(float(west.split()[-2]), 100 * numbers(rows, "share")[factor], delta=0.05)


class OneRun(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.said, cls.folder = analysed(cls.addClassCleanup, "--paths", "4000", "--groups", "rollout.cost")
        cls.rows = read_rows(cls.folder / "sensitivity.csv")

    def test_the_folder_holds_the_files_and_nothing_else(self):
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["scenario.toml", "sensitivity.csv", "summary.json"])
        self.assertEqual(read_summary(self.folder)["analysis"], "sensitivity from one run")

    def test_every_uncertain_input_and_every_family_of_draws_has_a_line(self):
        kinds = [row["kind"] for row in self.rows]
        self.assertEqual((kinds.count("input"), kinds.count("draws"), kinds.count("group")), (71, 6, 2))
        self.assertEqual(sum(int(row["columns"]) for row in self.rows if row["kind"] != "group"), 296)

    def test_the_lines_on_top_name_what_the_table_has_first(self):
        largest = max(numbers(self.rows, "share").items(), key=lambda item: item[1])[0]
        self.assertRegex(self.said.splitlines()[3], rf"of the uncertainty of tco \(total\) comes from {largest} \(")
        self.assertIn("One at a time, they explain", self.said)

    def test_coefficients_have_the_sign_of_their_effect(self):
        for measure in ("spearman", "prcc", "src"):
            signs = numbers(self.rows, measure)
            self.assertGreater(signs["datacenter.growth_start"], 0.1)
            self.assertLess(signs["finance.discount_rate"], -0.1)

    def test_intervals_hold_their_estimates(self):
        for row in self.rows:
            for measure in ("share", "spearman", "prcc", "src"):
                if row[measure]:
                    low, value, high = (float(row[measure + end]) for end in ("_low", "", "_high"))
                    self.assertTrue(low <= value <= high, row)

    def test_shares_and_squared_coefficients_agree_where_the_model_is_nearly_linear(self):
        shares, errors, slopes = (numbers(self.rows, name) for name in ("share", "share_se", "src"))
        for name in ("datacenter.growth_start", "datacenter.growth_end", "finance.discount_rate", "datacenter.it_capex"):
            self.assertLess(abs(shares[name] - slopes[name] ** 2), 4 * errors[name] + 0.02, name)


class Design(unittest.TestCase):
    GROUPS = ["--groups", "rollout", "--groups", "geography", "--groups", "construction", "--groups", "radio", "--groups", "revenue"]

    def test_the_design_agrees_with_the_analysis_of_one_run(self):
        said, folder = analysed(self.addCleanup, "--paths", "2000", "--design", "sobol", *self.GROUPS[:2])
        _, other = analysed(self.addCleanup, "--paths", "10000", *self.GROUPS[:2])
        designed, given = read_rows(folder / "sobol_indices.csv"), read_rows(other / "sensitivity.csv")
        first, share = numbers(designed, "first"), numbers(given, "share")
        for name, value in first.items():
            error = math.hypot(numbers(designed, "first_se")[name], numbers(given, "share_se")[name])
            # Four standard errors, and two points for what the members of a group do together.
            self.assertLess(abs(value - share[name]), 4 * error + 0.02, name)
        for name, value in numbers(designed, "total").items():
            self.assertGreaterEqual(value, first[name] - 4 * numbers(designed, "first_se")[name], name)
        self.assertIn("runs of 2,000 paths", said)

    def test_the_bytes_do_not_depend_on_threads_or_instruction_set(self):
        wanted = None
        for more in (["--threads", "1", "--isa", "scalar"], ["--threads", "2"]):
            files = []
            for design in ([], ["--design", "sobol"]):
                _, folder = analysed(self.addCleanup, "--paths", "320", *self.GROUPS, *more, *design)
                files += [path.read_bytes() for path in sorted(folder.glob("*.csv"))]
            wanted = wanted or files
            self.assertEqual(files, wanted)

    def test_every_sampler_runs(self):
        for sampler in ("lhs", "sobol"):
            _, folder = analysed(self.addCleanup, "--paths", "64", "--sampler", sampler, "--design", "sobol", *self.GROUPS)
            self.assertEqual(read_summary(folder)["sampler"], sampler)


class Tornado(unittest.TestCase):
    def test_bars_are_sorted_and_go_the_way_that_they_should(self):
        said, folder = analysed(self.addCleanup, "--paths", "500", "--tornado")
        rows = read_rows(folder / "tornado.csv")
        self.assertEqual(len(rows), 71)
        widths = [abs(float(row["swing"])) for row in rows]
        self.assertEqual(widths, sorted(widths, reverse=True))
        swings = numbers(rows, "swing", "input")
        self.assertGreater(swings["datacenter.growth_start"], 0)
        self.assertLess(swings["finance.discount_rate"], 0)
        for row in rows:
            self.assertLessEqual(float(row["input_p10"]), float(row["input_p90"]))
            self.assertAlmostEqual(float(row["mean_at_p90"]) - float(row["mean_at_p10"]), float(row["swing"]), delta=1e-9 * float(row["mean_at_p10"]))
        self.assertIn(f"{rows[0]['input']} moves the mean of tco (total) most", said)


class Edges(unittest.TestCase):
    def test_wrong_input_is_said_and_nothing_is_written(self):
        for arguments, phrase in WRONG:
            with self.subTest(" ".join(arguments)):
                folder = scratch_folder(self.addCleanup) / "out"
                done = groundwork("sensitivity", BASELINE, "--out", folder, *arguments)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(phrase, done.stderr)
                self.assertFalse(folder.exists())

    def test_a_figure_that_never_changes_has_no_drivers(self):
        for more in ([], ["--design", "sobol", *Design.GROUPS]):
            said, _ = analysed(self.addCleanup, "--paths", "320", "--set", "rollout.sleep.enabled=false", *more, metric="unserved_traffic")
            self.assertIn("unserved_traffic (total) is the same on every path: nothing drives it.", said)
        said, _ = analysed(self.addCleanup, "--paths", "16", "--set", "rollout.sleep.enabled=false", "--tornado", metric="unserved_traffic")
        self.assertIn("No input moves the mean of unserved_traffic (total).", said)

    def test_paths_without_a_value_are_counted(self):
        said, folder = analysed(self.addCleanup, "--paths", "1000", metric="irr")
        figure = read_summary(folder)["figures"][0]
        self.assertGreater(figure["undefined_paths"], 0)
        self.assertEqual(figure["paths"] + figure["undefined_paths"], 1000)
        self.assertIn("paths without a value are left out", said)

    def test_an_analysis_takes_the_place_of_another_but_not_of_other_files(self):
        _, folder = analysed(self.addCleanup, "--paths", "320")
        analysed(self.addCleanup, "--paths", "16", "--tornado", folder=folder)
        self.assertEqual(sorted(path.name for path in folder.iterdir()), ["scenario.toml", "summary.json", "tornado.csv"])
        (folder / "notes.txt").write_text("mine", encoding="utf-8")
        done = groundwork("sensitivity", BASELINE, "--metric", "tco", "--out", folder)
        self.assertEqual(done.returncode, 2)
        self.assertIn("notes.txt", done.stderr)

    def test_an_interrupt_ends_it_without_files(self):
        folder = scratch_folder(self.addCleanup) / "out"
        running = start("sensitivity", BASELINE, "--metric", "tco", "--design", "sobol", "--out", folder)
        status, _, complained = interrupt(running, 0.5)
        self.assertEqual(status, 130)
        self.assertIn("nothing was written", complained)
        self.assertFalse(folder.exists())


if __name__ == "__main__":
    unittest.main()
