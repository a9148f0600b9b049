"""`groundwork optimise`: the plan that it finds beats the baseline on draws that it did not see, and is what it says."""

import unittest

from tests.end_to_end.groundwork import (SCENARIOS, groundwork, interrupt, near, read_results, read_rows,
                                         read_summary, scratch_folder, start)

PLAN = SCENARIOS / "plans/same-coverage-for-less.toml"
SMALL = f"""
title = "Small"
scenario = "{SCENARIOS / 'national-2020.toml'}"
[set]
"run.paths" = 1_000
[objective]
minimise = "mean(tco:rollout)"
[[constraint]]
require = "P(population_covered:2025 >= 0.9) >= baseline"
[[lever]]
input = "rollout.plan.2022"
from = 400_000
to = 1_000_000
step = 10_000
[[lever]]
input = "rollout.priority.rural"
from = 0.2
to = 1.0
[[lever]]
input = "rollout.sleep.enabled"
values = [true, false]
[search]
evaluations = 60
[check]
paths = 4_000
seed = 999
"""
BY_THREADS = "summary.json", "trace.csv", "best.toml"


def optimise(folder, plan, *arguments, **options):
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    return groundwork("optimise", "plan.toml", "--out", "out", *arguments, folder=folder, **options)


class Found(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = scratch_folder(cls.addClassCleanup)
        cls.done = optimise(cls.folder, SMALL)
        cls.summary = read_summary(cls.folder / "out")
        cls.trace = read_rows(cls.folder / "out/trace.csv")

    def test_it_is_cheaper_than_the_baseline_at_the_same_coverage_on_fresh_draws(self):
        self.assertEqual((self.done.returncode, self.done.stderr), (0, ""))
        check = self.summary["check"]
        self.assertLess(check["difference"]["high"], -10e9)  # CNY; far beyond its error
        self.assertGreater(check["probability_better"], 0.9)
        self.assertTrue(check["best"]["requirements"][0]["holds"])
        self.assertNotIn(check["seed"], (self.summary["seed"], self.summary["search"]["validation_seed"]))

    def test_running_the_best_scenario_gives_what_was_promised(self):
        results = {}
        for name, scenario in (("best", "out/best.toml"), ("baseline", SCENARIOS / "national-2020.toml")):
            done = groundwork("run", scenario, "--paths", 4000, "--seed", 999, "--quiet", "--keep-paths", "--out", name,
                              folder=self.folder)
            self.assertEqual(done.returncode, 0, done.stderr)
            results[name] = read_results(self.folder / name)[("tco", "rollout", "total")]
            promised = self.summary["check"][name]["objective"]
            self.assertTrue(near(results[name]["mean"], promised["value"], 1e-12))
            self.assertTrue(near(results[name]["se"], promised["se"], 1e-6))
        difference = results["best"]["mean"] - results["baseline"]["mean"]
        self.assertTrue(near(difference, self.summary["check"]["difference"]["value"], 1e-9))

    def test_the_share_of_futures_that_meet_the_coverage_is_that_of_a_run(self):
        quantiles = read_results_of(self.folder, "out/best.toml")
        share = self.summary["check"]["best"]["requirements"][0]["value"]
        # The share below 0.9 lies between the probabilities of the quantiles around 0.9.
        below = max((p for p, value in quantiles.items() if value < 0.9), default=0.0)
        above = min((p for p, value in quantiles.items() if value >= 0.9), default=1.0)
        self.assertTrue(below - 1e-3 <= 1.0 - share <= above + 1e-3, (below, share, above))

    def test_the_trace_has_every_evaluation_once_and_the_chosen_one_is_feasible(self):
        self.assertEqual(len(self.trace), self.summary["search"]["evaluations"])
        self.assertLessEqual(len(self.trace), 60)
        self.assertEqual(self.trace[0]["phase"], "baseline")
        levers = ("rollout.plan.2022", "rollout.priority.rural", "rollout.sleep.enabled")
        tried = [tuple(row[lever] for lever in levers) for row in self.trace[1:]]
        self.assertEqual(len(set(tried)), len(tried))
        chosen = [row for row in self.trace if row["chosen"] == "true"]
        self.assertEqual([row["feasible"] for row in chosen], ["true"])
        for row in self.trace:
            self.assertEqual(float(row["rollout.plan.2022"]) % 10_000, 0.0)
            met = float(row["P(population_covered:2025 >= 0.9)"]) >= float(row["limit of P(population_covered:2025 >= 0.9)"])
            self.assertTrue(met or row["feasible"] == "false")

    def test_threads_do_not_matter(self):
        other = scratch_folder(self.addCleanup)
        self.assertEqual(optimise(other, SMALL, "--threads", 1).returncode, 0)
        for name in BY_THREADS:
            with self.subTest(name):
                texts = [(folder / "out" / name).read_text(encoding="utf-8") for folder in (self.folder, other)]
                kept = ["\n".join(line for line in text.split("\n") if not line.startswith('  "seconds"') and
                                  not line.startswith("extends")) for text in texts]
                self.assertEqual(*kept)


def read_results_of(folder, scenario):
    """{probability: quantile} of coverage in 2025 on the draws of the check."""
    groundwork("run", scenario, "--paths", 4000, "--seed", 999, "--quiet", "--out", "again", folder=folder)
    row = read_results(folder / "again")[("population_covered", "CN", "2025")]
    return {int(name[1:]) / 100: value for name, value in row.items() if name[0] == "p" and name[1:].isdigit()}


class Shipped(unittest.TestCase):
    def test_the_plan_of_the_tutorial_finds_the_same_coverage_for_less(self):
        folder = scratch_folder(self.addCleanup)
        done = groundwork("optimise", PLAN, "--paths", 500, "--evaluations", 60, "--out", folder / "out", "--quiet")
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)
        check = read_summary(folder / "out")["check"]
        self.assertLess(check["difference"]["high"], 0.0)
        for requirement in check["best"]["requirements"]:
            self.assertTrue(requirement["holds"], requirement)

    def test_racks_placed_elsewhere_use_less_electricity_at_no_more_cost(self):
        folder = scratch_folder(self.addCleanup)
        plan = SCENARIOS / "plans/racks-east-or-west.toml"
        done = groundwork("optimise", plan, "--evaluations", 30, "--out", folder / "out", "--quiet")
        self.assertEqual(done.returncode, 0, done.stderr)
        best, base = (self.means(folder, scenario) for scenario in (folder / "out/best.toml", SCENARIOS / "national-2020.toml"))
        self.assertLess(best("datacenter_energy", "CN"), base("datacenter_energy", "CN"))
        self.assertLess(best("tco", "datacenter"), base("tco", "datacenter"))
        self.assertEqual(best("tco", "rollout"), base("tco", "rollout"))

    def means(self, folder, scenario):
        """The mean of a metric in a scope, over all years, of a run on draws that were not searched on."""
        done = groundwork("run", scenario, "--paths", 2000, "--seed", 5, "--quiet", "--out", folder / scenario.stem)
        self.assertEqual(done.returncode, 0, done.stderr)
        results = read_results(folder / scenario.stem)
        return lambda metric, scope: results[(metric, scope, "total")]["mean"]

    def test_how_much_a_network_builds_together_is_a_lever_of_its_own(self):
        folder = scratch_folder(self.addCleanup)
        plan = SMALL[:SMALL.index("[[lever]]")].replace("tco:rollout", "stations_cobuilt:CT+CU:2030") + """
[[lever]]
input = "network.CT+CU.cobuilt_share_factor"
from = 0.0
to = 1.0
step = 0.25
[check]
paths = 500
"""
        done = optimise(folder, plan.replace("baseline", "0.0"), "--quiet")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        lever, = read_summary(folder / "out")["levers"]
        self.assertEqual((lever["baseline"], lever["best"]), (1.0, 0.0))


class Limits(unittest.TestCase):
    def test_a_plan_that_cannot_be_met_is_said_not_to_be(self):
        folder = scratch_folder(self.addCleanup)
        done = optimise(folder, SMALL.replace(">= baseline", ">= 0.9999"), "--evaluations", 30)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("No plan met all requirements; this one comes nearest.", done.stdout)
        self.assertFalse(read_summary(folder / "out")["search"]["is_feasible"])

    def test_time_is_a_limit(self):
        folder = scratch_folder(self.addCleanup)
        done = optimise(folder, SMALL.replace("= 60", "= 100_000").replace("0.2\n", "0.2001\n"), "--seconds", 0.5)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("its time was over", done.stdout)

    def test_ctrl_c_reports_the_best_so_far(self):
        folder = scratch_folder(self.addCleanup)
        (folder / "plan.toml").write_text(SMALL.replace("= 60", "= 10_000"), encoding="utf-8")
        status, text, _ = interrupt(start("optimise", "plan.toml", "--out", "out", folder=folder), 2.0)
        self.assertEqual(status, 130)
        self.assertIn("It was not checked on fresh draws", text)
        self.assertIsNone(read_summary(folder / "out")["check"])
        self.assertTrue((folder / "out/best.toml").exists())


class Wrong(unittest.TestCase):
    def test_wrong_names_are_said_at_their_place_in_the_plan(self):
        folder = scratch_folder(self.addCleanup)
        wrong = [("rollout.plan.2022", "rollout.plan.202", "plan.toml:11:9: error"),
                 ("rollout.plan.2022", "rollout.plans.2022", "did you mean 'rollout.plan.2022'?"),
                 ("mean(tco:rollout)", "mean(tko:rollout)", "did you mean 'tco'?"),
                 ("mean(tco:rollout)", "average(tco:rollout)", "is no statistic of a figure"),
                 (">= baseline", "baseline", "does not say what a statistic is held against"),
                 ("rollout.plan.2022", "run.paths", "cannot be a lever"),
                 ("rollout.plan.2022", "rollout.sleep", "parts of one another"),
                 ("from = 0.2", "from = -3", "'rollout.priority.rural' [1] can be"),
                 ("values = [true, false]", "from = 0\nto = 1", "'rollout.sleep.enabled' is no number"),
                 ("seed = 999", "seed = 62", "fresh draws need another seed"),
                 ("national-2020.toml", "national.toml", "there is no such file")]
        for old, new, phrase in wrong:
            with self.subTest(new):
                done = optimise(folder, SMALL.replace(old, new, 1))
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(phrase, done.stderr)
        self.assertFalse((folder / "out").exists())

    def test_what_cannot_be_simulated_is_counted_with_the_reason(self):
        folder = scratch_folder(self.addCleanup)
        plan = SMALL.replace('from = 0.2\nto = 1.0', 'values = [0.4, -1]')
        done = optimise(folder, plan, "--evaluations", 12)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("could not be simulated, the first because:", done.stdout)
        rows = read_rows(folder / "out/trace.csv")
        self.assertTrue(any(row["problem"] and not row["mean(tco:rollout)"] for row in rows))


if __name__ == "__main__":
    unittest.main()
