"""A backtest has every published figure once, and places it as an independent computation does."""

import json
import unittest

import numpy

from tests.end_to_end.groundwork import BASELINE, SCENARIOS, copy_scenarios, groundwork, near, read_rows, scratch_folder

PATHS = 2000
TABLES = ("facts", "observed")

#: A map of headline figures, which `groundwork run --keep-paths` writes too; their published values and factors.
HEADLINES = """
[[source]]
file = "headlines.csv"
what = "what"
when = "when"
from = "from"
evidence = "hindsight"
[[compare]]
id = "H1"
figure = "tco:total"
convert = { from = "CNY bn", to = "CNY", factor = 1e9 }
[[compare]]
id = "H2"
figure = "rollout_capex:total"
over = "stations_built:total"
convert = { from = "CNY/station", to = "CNY/stations", factor = 1 }
[[compare]]
id = "H3"
figure = ["rollout_capex:total", "datacenter_capex:total"]
convert = { from = "CNY bn", to = "CNY", factor = 1e9 }
[[compare]]
id = "H4"
figure = "irr_count"
"""
ROWS = """id,what,scope,when,value,unit,from
H1,cost,CN,all,8000,CNY bn,test
H2,unit cost,CN,all,>330000,CNY/station,test
H3,capital,CN,all,11000,CNY bn,test
H4,rates,CN,all,1,1,test
"""


def backtest(folder, *arguments, scenario=BASELINE):
    return groundwork("backtest", scenario, "--paths", PATHS, "--out", "out", *arguments, folder=folder)


class Baseline(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = scratch_folder(cls.addClassCleanup)
        cls.done = backtest(cls.folder)
        cls.rows = read_rows(cls.folder / "out/backtest.csv")
        cls.summary = json.loads((cls.folder / "out/summary.json").read_text(encoding="utf-8"))

    def test_it_ends_well_and_warns_of_nothing(self):
        self.assertEqual((self.done.returncode, self.done.stderr), (0, ""))

    def test_every_published_figure_is_there_once(self):
        published = [row["id"] for name in TABLES for row in read_rows(SCENARIOS / f"data/{name}.csv")]
        self.assertEqual([row["id"] for row in self.rows], published)
        self.assertEqual([figure["id"] for figure in self.summary["figures"]], published)

    def test_a_figure_is_compared_or_says_why_not(self):
        for row in self.rows:
            self.assertEqual(row["standing"] == "compared", row["reason"] == "", row["id"])
            self.assertEqual(row["standing"] == "compared", row["verdict"] != "", row["id"])
            self.assertIn(row["id"], self.done.stdout)

    def test_the_score_counts_the_verdicts(self):
        verdicts = [row["verdict"] for row in self.rows]
        outside, inside = verdicts.count("above") + verdicts.count("below"), verdicts.count("inside")
        self.assertEqual((self.summary["score"]["outside"], self.summary["score"]["compared"]), (outside, outside + inside))
        self.assertIn(f"{outside} of {outside + inside} figures lie outside", self.done.stdout)

    def test_a_verdict_follows_from_range_and_value(self):
        for row in self.rows:
            if row["verdict"] and not row["bound_holds"]:
                value, low, high = (float(row[name]) for name in ("value", "p05", "p95"))
                self.assertEqual(row["verdict"], "below" if value < low else "above" if value > high else "inside", row["id"])

    def test_sources_that_contradict_each_other_are_named(self):
        contradictions = [set(entry["ids"]) for entry in self.summary["contradictions"]]
        self.assertIn({"S003", "S005", "O005", "O006"}, contradictions)
        self.assertIn({"O170", "O171"}, contradictions)

    def test_the_same_scenario_gives_the_same_bytes_on_any_threads(self):
        again = scratch_folder(self.addCleanup)
        backtest(again, "--threads", "1", "--isa", "scalar", "-q")
        self.assertEqual((again / "out/backtest.csv").read_bytes(), (self.folder / "out/backtest.csv").read_bytes())

    def test_earlier_results_are_replaced(self):
        self.assertEqual(backtest(self.folder, "-q").returncode, 0)


class Headlines(unittest.TestCase):
    def placed(self, sampler):
        """The lines of the backtest by id, and the paths of a run of the same scenario by headline figure."""
        folder = scratch_folder(self.addCleanup)
        (folder / "map.toml").write_text(HEADLINES, encoding="utf-8")
        (folder / "headlines.csv").write_text(ROWS, encoding="utf-8")
        done = backtest(folder, "--map", "map.toml", "-q", "--sampler", sampler)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        run = groundwork("run", BASELINE, "--paths", PATHS, "--sampler", sampler, "--keep-paths", "-q", "--out", "run", folder=folder)
        self.assertEqual(run.returncode, 0, run.stderr)
        columns = {}
        for row in read_rows(folder / "run/paths.csv"):
            for name, text in row.items():
                columns.setdefault(name.removesuffix(":CN:total"), []).append(float(text) if text else numpy.nan)
        return {row["id"]: row for row in read_rows(folder / "out/backtest.csv")}, {k: numpy.array(v) for k, v in columns.items()}

    def test_percentiles_and_ranges_agree_with_numpy_on_the_paths_of_a_run(self):
        for sampler in ("mc", "sobol"):
            lines, paths = self.placed(sampler)
            capex = paths["rollout_capex"]
            answers = {"H1": (paths["tco"], 8000e9), "H2": (capex / paths["stations_built"], 330000.0),
                       "H3": (capex + paths["datacenter_capex"], 11000e9), "H4": (paths["irr_count"], 1.0)}
            for name, (values, published) in answers.items():
                with self.subTest(f"{sampler} {name}"):
                    line = lines[name]
                    share = numpy.mean(values < published) + numpy.mean(values == published) / 2
                    self.assertTrue(near(float(line["percentile"]), share, 1e-12, 1.0))
                    for p in (5, 50, 95):
                        self.assertTrue(near(float(line[f"p{p:02}"]), numpy.quantile(values, p / 100), 1e-12))
            self.assertTrue(near(float(lines["H2"]["bound_holds"]), numpy.mean(capex / paths["stations_built"] > 330000), 1e-12))

    def test_the_error_of_a_percentile_is_that_of_a_share(self):
        lines, paths = self.placed("mc")
        share = numpy.mean(paths["tco"] < 8000e9)
        self.assertTrue(near(float(lines["H1"]["percentile_se"]), numpy.sqrt(share * (1 - share) / PATHS), 1e-3))


class Wrong(unittest.TestCase):
    def test_a_year_that_the_scenario_lacks_is_listed(self):
        folder = scratch_folder(self.addCleanup)
        done = backtest(folder, "--set", "time.end=2021-Q4")
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = {row["id"]: row for row in read_rows(folder / "out/backtest.csv")}
        self.assertEqual((rows["S067"]["standing"], rows["S067"]["reason"]),
                         ("not simulated", "the scenario does not simulate all of 2022"))
        self.assertEqual(rows["O010"]["standing"], "compared")

    def test_a_figure_that_the_map_forgets_is_warned_of_and_listed(self):
        folder = scratch_folder(self.addCleanup)
        copy_scenarios(folder)
        text = (SCENARIOS / "backtest.toml").read_text(encoding="utf-8")
        (folder / "backtest.toml").write_text(text.replace('"S023", ', ""), encoding="utf-8")
        done = backtest(folder, scenario=folder / "national-2020.toml")
        self.assertEqual(done.returncode, 0)
        self.assertIn("warning: 'S023' is not in the map", done.stderr)
        self.assertIn("S023: not in the map", done.stdout)

    def test_wrong_input_ends_with_status_two_and_writes_nothing(self):
        folder = scratch_folder(self.addCleanup)
        copy_scenarios(folder)
        text = (SCENARIOS / "backtest.toml").read_text(encoding="utf-8")
        (folder / "backtest.toml").write_text(text, encoding="utf-8")
        (folder / "wrong.toml").write_text(text.replace("stations:2021", "stationz:2021"), encoding="utf-8")
        wrong = [(["--map", "wrong.toml"], "did you mean 'stations'?"),
                 (["--map", "missing.toml"], "there is no such file"),
                 (["--paths", "30000000"], "numbers of each are kept"),
                 (["--map", "wrong.toml", "--out", "data"], "holds files that are not results of groundwork")]
        for arguments, phrase in wrong:
            with self.subTest(arguments):
                done = groundwork("backtest", "national-2020.toml", *arguments, folder=folder)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(phrase, done.stderr)
        self.assertFalse((folder / "results").exists() and any((folder / "results").iterdir()))


if __name__ == "__main__":
    unittest.main()
