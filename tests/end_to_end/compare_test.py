"""Scenarios compared path by path, and what is said if they cannot be."""

import csv
import json
import math
import statistics
import unittest

from tests.end_to_end.groundwork import (BASELINE, SCENARIOS, groundwork, interrupt, near, read_rows, run_scenario,
                                         scratch_folder, start)
from tests.end_to_end.wrong_input_test import PLAN, WrongInputTest
from tests.end_to_end.wrong_files import SCENARIO

NO_SHARING = SCENARIOS / "what-if" / "no-sharing.toml"
PATHS = 2000


def compare(add_cleanup, *arguments, scenarios=(BASELINE, NO_SHARING), paths=PATHS):
    """The folder that a quiet comparison wrote."""
    folder = scratch_folder(add_cleanup) / "out"
    done = groundwork("compare", *scenarios, "--paths", paths, "--quiet", "--out", folder, *arguments)
    if (done.returncode, done.stdout, done.stderr) != (0, "", ""):
        raise AssertionError(f"compare ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return folder


def read_comparison(folder):
    """{(metric, scope, option): {column: text}}."""
    return {(row["metric"], row["scope"], row["option"]): row for row in read_rows(folder / "comparison.csv")}


def kept_paths(add_cleanup, scenario):
    """{"metric:scope:period": values by path} of a run by itself; not-a-number where there is none."""
    folder = run_scenario(add_cleanup, "--keep-paths", scenario=scenario, paths=PATHS)
    with open(folder / "paths.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: [float(row[name] or "nan") for row in rows] for name in rows[0]}


class Compare(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = compare(cls.addClassCleanup)
        cls.found = read_comparison(cls.folder)

    def test_figures_are_those_of_two_runs_by_themselves(self):
        base, other = (kept_paths(self.addCleanup, scenario) for scenario in (BASELINE, NO_SHARING))
        for (metric, scope, option), row in self.found.items():
            if option != "no-sharing":
                continue
            with self.subTest(metric):
                name = f"{metric}:{scope}:{row['period']}"
                pairs = [(a, b) for a, b in zip(base[name], other[name]) if math.isfinite(a) and math.isfinite(b)]
                differences = [b - a for a, b in pairs]
                size = max(abs(b) for pair in pairs for b in pair)
                self.assertEqual((int(row["pairs"]), int(row["pairs_left_out"])), (len(pairs), PATHS - len(pairs)))
                self.assertTrue(near(float(row["difference_mean"]), statistics.mean(differences), scale=size))
                self.assertTrue(near(float(row["difference_se"]), statistics.stdev(differences) / math.sqrt(len(pairs)),
                                     scale=size))
                self.assert_regret(metric, row, differences, size)

    def assert_regret(self, metric, row, differences, size):
        """Chance and regret of both: what the one gains the other regrets."""
        sign = {"higher": 1, "lower": -1}.get(row["direction"])
        if sign is None:
            self.assertEqual((row["p_better"], row["expected_regret"], row["first_order"]), ("", "", ""))
            return
        gains = [sign * difference for difference in differences]
        better = statistics.mean(gain > 1e-12 * size for gain in gains)
        self.assertTrue(near(float(row["p_better"]), better, scale=10))
        own = statistics.mean(max(-gain, 0.0) for gain in gains)
        base = statistics.mean(max(gain, 0.0) for gain in gains)
        regrets = [float(self.found[metric, "CN", option]["expected_regret"]) for option in ("no-sharing", "national-2020")]
        self.assertTrue(near(regrets[0], own, scale=size) and near(regrets[1], base, scale=size), (regrets, own, base))

    def test_building_alone_takes_more_capital_and_saves_nothing(self):
        capex = self.found["rollout_capex", "CN", "no-sharing"]
        self.assertGreater(float(capex["difference_mean"]), 3 * float(capex["difference_se"]))
        self.assertLess(float(capex["p_better"]), 0.5)
        self.assertEqual(capex["first_order"], "baseline")
        self.assertEqual(float(self.found["capex_saving", "CN", "no-sharing"]["p_better"]), 0.0)

    def test_pairing_gains_where_scenarios_differ_in_part_of_a_figure(self):
        self.assertGreater(float(self.found["tco", "CN", "no-sharing"]["pairing_gain"]), 50)

    def test_what_does_not_depend_on_the_change_does_not_differ(self):
        row = self.found["datacenter_capex", "CN", "no-sharing"]
        self.assertEqual((row["difference_mean"], row["difference_se"], row["p_equal"]), ("0", "0", "1"))
        self.assertEqual(row["pairing_gain"], "")

    def test_the_json_says_what_it_takes_to_get_the_comparison_again(self):
        said = json.loads((self.folder / "comparison.json").read_text(encoding="utf-8"))
        self.assertEqual((said["baseline"], said["seed"], said["paths"], said["sampler"]), ("national-2020", 62, PATHS, "mc"))
        self.assertEqual(said["differing_inputs"],
                         [{"key": "sharing.enabled", "unit": "", "values": ["true", "false"]}])
        self.assertEqual(len(said["figures"]), 33)

    def test_threads_and_instruction_sets_do_not_matter(self):
        other = compare(self.addCleanup, "--threads", 1, "--isa", "scalar")
        for name in ("comparison.csv", "comparison.json"):
            self.assertEqual((other / name).read_bytes(), (self.folder / name).read_bytes())

    def test_provinces_gain_or_lose_as_their_sum_does(self):
        found = read_comparison(compare(self.addCleanup, "--metric", "tco", "--by", "province"))
        provinces = [row for (_, scope, option), row in found.items() if option == "no-sharing" and scope != "CN"]
        country = found["tco", "CN", "no-sharing"]
        self.assertEqual(len(provinces), 31)
        total = sum(float(row["difference_mean"]) for row in provinces)
        self.assertTrue(near(total, float(country["difference_mean"]), scale=1e6))


class Same(unittest.TestCase):
    def test_a_scenario_does_not_differ_from_itself_by_any_sampler(self):
        copy = scratch_folder(self.addCleanup) / "copy.toml"
        copy.write_text(f'extends = "{BASELINE}"\n', encoding="utf-8")
        for sampler in ("mc", "lhs", "sobol"):
            with self.subTest(sampler):
                folder = compare(self.addCleanup, "--sampler", sampler, scenarios=(BASELINE, copy), paths=1024)
                rows = [row for row in read_comparison(folder).values() if row["option"] == "copy"]
                for row in rows:
                    self.assertEqual((row["difference_mean"], row["difference_se"], row["p_equal"]), ("0", "0", "1"))
                self.assertLessEqual({row["first_order"] for row in rows}, {"same", ""})

    def test_the_terminal_says_that_there_is_no_difference(self):
        folder = scratch_folder(self.addCleanup)
        copy = folder / "copy.toml"
        copy.write_text(f'extends = "{BASELINE}"\n', encoding="utf-8")
        done = groundwork("compare", BASELINE, copy, "--paths", 600, "--metric", "tco", "--out", folder / "out")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("All inputs are the same.", done.stdout)
        self.assertIn("copy: no difference in tco (total).", done.stdout)

    def test_a_later_comparison_or_run_takes_the_place_of_an_earlier_one(self):
        folder = compare(self.addCleanup, paths=600)
        arguments = ("--paths", 600, "--quiet", "--out", folder)
        for command in (("compare", BASELINE, NO_SHARING), ("run", BASELINE), ("compare", BASELINE, NO_SHARING)):
            self.assertEqual(groundwork(*command, *arguments).returncode, 0)
        self.assertEqual(sorted(path.name for path in folder.iterdir()), ["comparison.csv", "comparison.json"])


class Interrupted(unittest.TestCase):
    def test_a_comparison_that_is_stopped_writes_nothing_and_says_so(self):
        folder = scratch_folder(self.addCleanup) / "out"
        running = start("compare", BASELINE, NO_SHARING, "--paths", 5_000_000, "--out", folder)
        status, said, complained = interrupt(running, 0.5)
        self.assertEqual((status, said), (130, ""))
        self.assertIn("nothing was written", complained)
        self.assertFalse(folder.exists())


class Warned(unittest.TestCase):
    def warnings(self, change, *arguments):
        folder = scratch_folder(self.addCleanup)
        other = folder / "other.toml"
        other.write_text(f'extends = "{BASELINE}"\n{change}\n', encoding="utf-8")
        done = groundwork("compare", BASELINE, other, "--metric", "tco", "--out", folder / "out", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stderr

    def test_other_years_are_warned_of(self):
        self.assertIn("other years", self.warnings('[time]\nend = "2028-Q4"', "--paths", 600))

    def test_other_run_settings_are_warned_of(self):
        self.assertIn("whose are used for all", self.warnings("[run]\npaths = 700", "--seed", 1, "--sampler", "sobol"))

    def test_sobol_points_that_are_not_shared_are_warned_of(self):
        change = "[construction]\nduration_factor = 1.1"
        self.assertIn("does not share its draws", self.warnings(change, "--paths", 600, "--sampler", "sobol"))
        self.assertEqual(self.warnings(change, "--paths", 600, "--sampler", "lhs"), "")


class WrongCompare(WrongInputTest):
    def refused(self, plan, *arguments):
        self.write(PLAN, f'extends = "{SCENARIO}"\n{plan}\n')
        return self.run_wrongly(["compare", SCENARIO, PLAN, *arguments])

    def test_one_scenario_is_not_enough(self):
        self.assertIn("compare needs two scenarios", self.run_wrongly(["compare", SCENARIO]))

    def test_a_scenario_twice_is_refused(self):
        said = self.run_wrongly(["compare", SCENARIO, f"./{SCENARIO}"])
        self.assertIn("this scenario is named twice", said)

    def test_what_is_wrong_with_any_scenario_is_said_in_one_pass_and_once(self):
        self.write("other.toml", f'extends = "{PLAN}"\n[rollout.cost]\nrann = 3\n')
        self.write(PLAN, f'extends = "{SCENARIO}"\n[radio]\nsectors = 99\n')
        said = self.run_wrongly(["compare", SCENARIO, PLAN, "other.toml", "missing.toml"])
        self.assertEqual(said.count("is 99"), 1)
        self.assertIn("unknown input 'rollout.cost.rann'", said)
        self.assertIn("missing.toml", said)
        self.assertIn("3 errors", said)

    def test_a_misspelt_figure_is_answered_with_a_similar_one(self):
        self.assertIn("did you mean 'rollout_capex'?", self.refused("", "--metric", "rollout_capx"))

    def test_a_figure_that_one_scenario_lacks_is_named(self):
        said = self.refused('[time]\nend = "2028-Q4"')
        self.assertIn("plan.toml: error: it has no stations:CN:2030", said)
        self.assertIn("compare scenarios of the same places and years", said)

    def test_a_province_that_one_scenario_lacks_is_named(self):
        said = self.refused('[geography]\nonly = ["CN-GD", "CN-GX"]', "--metric", "tco", "--by", "province")
        self.assertIn("it has no tco:CN-BJ:total", said)

    def test_by_needs_a_metric_and_a_kind_that_it_has(self):
        self.assertIn("--by needs a --metric", self.refused("", "--by", "province"))
        self.assertIn("--by takes: country, region", self.refused("", "--metric", "tco", "--by", "provinz"))

    def test_a_folder_with_other_files_is_left_alone(self):
        self.assertIn("holds files that are not results", self.refused("", "--out", "data"))

    def test_more_paths_than_fit_are_refused(self):
        self.assertIn("and 500,000,000 at most in all", self.refused("", "--paths", "100_000_000"))


if __name__ == "__main__":
    unittest.main()
