"""What it is worth to know more before choosing, against the paths of runs by themselves and a nested simulation."""

import csv
import json
import unittest

import numpy

from tests.end_to_end.groundwork import (BASELINE, SCENARIOS, groundwork, near, read_results, read_rows, run_scenario,
                                         scratch_folder)

NO_SHARING = SCENARIOS / "what-if" / "no-sharing.toml"
GUANGDONG = SCENARIOS / "what-if" / "guangdong.toml"
PATHS = 2000
FILES = ("value.csv", "options.csv", "summary.json", "scenario-1.toml")


def value(add_cleanup, *arguments, scenarios=(BASELINE, NO_SHARING), paths=PATHS):
    """The folder that a quiet analysis wrote."""
    folder = scratch_folder(add_cleanup) / "out"
    done = groundwork("value", *scenarios, "--paths", paths, "--quiet", "--out", folder, *arguments)
    if (done.returncode, done.stdout, done.stderr) != (0, "", ""):
        raise AssertionError(f"value ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return folder


def read_values(folder):
    """{factor: row}, numbers where there are any."""
    return {row["factor"]: row for row in read_rows(folder / "value.csv")}


def kept_paths(add_cleanup, scenario, name, sampler):
    folder = run_scenario(add_cleanup, "--keep-paths", "--sampler", sampler, scenario=scenario, paths=PATHS)
    with open(folder / "paths.csv", encoding="utf-8", newline="") as file:
        return numpy.array([float(row[name] or "nan") for row in csv.DictReader(file)])


def pert_quantiles(low, mode, high, shares):
    """Quantiles of the beta distribution that a PERT is, by adding up its density."""
    a, b = 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)
    x = numpy.linspace(0, 1, 100_001)
    summed = numpy.cumsum(x ** (a - 1) * (1 - x) ** (b - 1))
    return low + (high - low) * numpy.interp(shares, summed / summed[-1], x)


class Everything(unittest.TestCase):
    def test_it_is_worth_what_the_paths_of_two_runs_say(self):
        for sampler in ("mc", "lhs"):
            folder = value(self.addCleanup, "--sampler", sampler)
            base, alone = (kept_paths(self.addCleanup, scenario, "npv:CN:total", sampler)
                           for scenario in (BASELINE, NO_SHARING))
            best = numpy.maximum(base, alone)
            chosen, name = (base, "national-2020") if base.mean() > alone.mean() else (alone, "no-sharing")
            everything = read_values(folder)["everything"]
            loss = best - chosen
            with self.subTest(sampler):
                size = abs(best).max()
                self.assertTrue(near(float(everything["value"]), loss.mean(), scale=size))
                means = [loss[i::16].mean() for i in range(16)]
                error = loss.std(ddof=1) / PATHS ** 0.5 if sampler == "mc" else numpy.std(means, ddof=1) / 4
                self.assertTrue(near(float(everything["value_se"]), error, scale=size))
                self.assertTrue(near(float(everything["changes"]), (loss > 0).mean()))
                rows = {row["option"]: row for row in read_rows(folder / "options.csv")}
                self.assertEqual(rows[name]["chosen"], "yes")
                self.assertTrue(near(float(rows["national-2020"]["mean"]), base.mean()))
                self.assertTrue(near(float(rows["no-sharing"]["expected_loss"]), (best - alone).mean(), scale=size))

    def test_a_mean_calendar_year_is_written_as_one(self):
        done = groundwork("value", BASELINE, NO_SHARING, "--metric", "payback_year", "--paths", 1500, "--out", "out",
                          folder=scratch_folder(self.addCleanup))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"(?m)^national-2020 +20\d\d ")

    def test_against_zero_it_is_what_is_lost_where_one_should_not_have_built(self):
        folder = value(self.addCleanup, "--against-zero", scenarios=(BASELINE,))
        npv = kept_paths(self.addCleanup, BASELINE, "npv:CN:total", "mc")
        expected = numpy.maximum(npv, 0).mean() - max(npv.mean(), 0)
        self.assertTrue(near(float(read_values(folder)["everything"]["value"]), expected, scale=abs(npv).max()))


class OneInput(unittest.TestCase):
    def test_knowing_the_rent_of_racks_is_worth_what_a_nested_simulation_says(self):
        found = read_values(value(self.addCleanup, "--against-zero", "--metric", "npv:datacenter", scenarios=(BASELINE,),
                                  paths=8000))["revenue.rack_rent"]
        shares = (numpy.arange(16) + 0.5) / 16
        means = []
        for rent in pert_quantiles(180e3, 240e3, 320e3, shares):
            folder = run_scenario(self.addCleanup, "--set", f"revenue.rack_rent={rent}", paths=PATHS)
            means.append(read_results(folder)["npv", "datacenter", "total"]["mean"])
        means = numpy.array(means)
        nested = numpy.maximum(means, 0).mean() - max(means.mean(), 0)
        # All inner runs share their draws, so an error moves their means together: about 700 bn / sqrt(2000) = 16 bn, of
        # which the fifth of the rents counts at which one would not build, 3 bn. With ours four standard errors: one
        # false alarm in 16,000; a value wrong by a fourth would be caught.
        error = numpy.hypot(float(found["value_se"]), 3e9)
        self.assertLess(abs(float(found["value"]) - nested), 4 * error)
        self.assertLess(4 * error, 0.3 * nested)


class Output(unittest.TestCase):
    def test_threads_and_instruction_sets_do_not_matter(self):
        one = value(self.addCleanup, "--groups", "rollout.cost", "--metric", "tco", paths=1000)
        other = value(self.addCleanup, "--groups", "rollout.cost", "--metric", "tco", "--threads", 1, "--isa", "scalar",
                      paths=1000)
        for name in FILES:
            self.assertEqual((one / name).read_bytes(), (other / name).read_bytes(), name)
        self.assertIn("rollout.cost.*", read_values(one))

    def test_a_later_analysis_takes_the_place_of_an_earlier_one(self):
        folder = value(self.addCleanup, paths=600)
        done = groundwork("value", BASELINE, "--against-zero", "--paths", 600, "--quiet", "--out", folder)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(sorted(path.name for path in folder.iterdir()), sorted(FILES))
        said = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
        self.assertEqual([option["name"] for option in said["options"]], ["national-2020", "do nothing"])

    def test_a_copied_scenario_gives_the_same_values(self):
        first = value(self.addCleanup, scenarios=(BASELINE,), paths=600, *("--against-zero",))
        again = value(self.addCleanup, "--against-zero", scenarios=(first / "scenario-1.toml",), paths=600)
        self.assertEqual((first / "value.csv").read_bytes(), (again / "value.csv").read_bytes())

    def test_the_same_scenario_twice_leaves_nothing_to_choose(self):
        folder = scratch_folder(self.addCleanup)
        copy = folder / "copy.toml"
        copy.write_text(f'extends = "{BASELINE}"\n', encoding="utf-8")
        done = groundwork("value", BASELINE, copy, "--paths", 600, "--out", folder / "out")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("national-2020 and copy are the same in npv (total) on every path.", done.stdout)
        self.assertIn("No other option is better on any of 600 paths", done.stdout)


class Wrong(unittest.TestCase):
    def assert_refused(self, *arguments, says, scenarios=(BASELINE, NO_SHARING)):
        out = scratch_folder(self.addCleanup) / "out"
        done = groundwork("value", *scenarios, "--out", out, *arguments)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        for text in says:
            self.assertIn(text, done.stderr)
        self.assertFalse(out.exists())

    def test_one_option_is_no_decision(self):
        self.assert_refused(scenarios=(BASELINE,), says=["needs two options at least", "--against-zero"])

    def test_all_that_is_wrong_is_said_at_once(self):
        self.assert_refused("--metric", "racks", "--paths", 100, "--groups", "rolout",
                            says=["of racks neither more nor less is better", "--better higher", "did you mean 'rollout'?",
                                  "100 paths are too few", "run at least 360 paths", "3 errors"])

    def test_a_metric_must_be_there_and_its_direction_right(self):
        self.assert_refused("--metric", "nvp", says=["there is no metric 'nvp'", "did you mean 'npv'?"])
        self.assert_refused("--better", "lower", says=["of npv, higher is better"])

    def test_sobol_points_must_be_shared(self):
        self.assert_refused("--sampler", "sobol", scenarios=(BASELINE, GUANGDONG),
                            says=["does not share its draws", "choose --sampler mc or lhs"])

    def test_a_figure_needs_values(self):
        self.assert_refused("--metric", "irr", "--paths", 400, "--set", "revenue.rack_rent=100000",
                            says=["paths only", "run more --paths"])


if __name__ == "__main__":
    unittest.main()
