"""What a run writes is complete, and consistent with itself."""

import math
import unittest

from tests.end_to_end.groundwork import BASELINE, ROOT, groundwork, near, read_results, read_rows, read_summary, run_scenario

PATHS = 600
QUANTILES = [f"p{p:02}" for p in (1, 5, 10, 25, 50, 75, 90, 95, 99)]
COLUMNS = ["metric", "unit", "scope", "period", "mean", "se", "sd", *QUANTILES, "min", "max",
           "tail_below_p05", "tail_above_p95", *(f"{name}_{end}" for name in QUANTILES for end in ("low", "high")),
           "share_at_min", "share_at_max", "defined", "undefined"]

YEARS = [str(year) for year in range(2020, 2031)]
REGIONS = ["east", "central", "west", "northeast"]
NETWORKS = ["CM+CBN", "CT+CU"]
FLOWS = ["stations_built", "rollout_capex", "rollout_opex", "rollout_capex_alone", "rollout_opex_alone", "rollout_energy",
         "unserved_traffic", "capex_saving", "opex_saving", "racks_built", "datacenter_capex", "datacenter_opex",
         "datacenter_energy", "programme_investment", "investment", "co2"]
STOCKS = ["stations", "stations_cobuilt", "users", "racks", "racks_used"]
ADDITIVE = FLOWS + STOCKS
BY_NETWORK = ["stations_built", "stations", "population_covered", "rollout_capex", "capex_saving_rate"]
BY_BUSINESS = ["tco", "npv", "irr", "irr_count", "payback_year"]

#: Columns of tests/validation/central_path.csv that results call otherwise.
REFERENCE_NAMES = {"covered": "population_covered", "cobuilt": "stations_cobuilt", "capex": "rollout_capex", "opex": "rollout_opex",
                       "capex_alone": "rollout_capex_alone", "opex_alone": "rollout_opex_alone", "energy_kwh": "rollout_energy",
                       "dc_capex": "datacenter_capex", "dc_opex": "datacenter_opex", "dc_energy_kwh": "datacenter_energy"}


def listed_outputs(text):
    """{name: value} of the outputs that --replay lists."""
    rows = (line.split("\t") for line in text.splitlines())
    return {row[1]: float(row[2]) for row in rows if row[0] == "output"}


class Results(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = run_scenario(cls.addClassCleanup, "--keep-paths", paths=PATHS)
        cls.results = read_results(cls.folder)
        cls.kept = read_rows(cls.folder / "paths.csv")

    def test_the_folder_holds_the_promised_files_and_nothing_else(self):
        names = sorted(path.name for path in self.folder.iterdir())
        self.assertEqual(names, ["distributions.csv", "paths.csv", "results.csv", "scenario.toml", "study.json", "summary.json"])
        self.assertEqual([path.name for path in self.folder.parent.iterdir()], ["out"])

    def test_the_columns_of_the_results_are_as_documented(self):
        with open(self.folder / "results.csv", encoding="utf-8") as file:
            self.assertEqual(file.readline().rstrip("\n").split(","), COLUMNS)

    def test_every_metric_is_there_for_every_scope_and_period(self):
        provinces = [scope for _, scope, _ in self.results if scope.startswith("CN-")]
        self.assertEqual(len(set(provinces)), 31)
        geography = ["CN", *REGIONS, *dict.fromkeys(provinces)]
        wanted = [(metric, scope, year) for metric in ADDITIVE for scope in geography for year in YEARS]
        wanted += [(metric, scope, "total") for metric in FLOWS for scope in geography]
        wanted += [(metric, scope, year) for metric in BY_NETWORK for scope in NETWORKS for year in YEARS]
        wanted += [(metric, scope, "total") for metric in BY_BUSINESS for scope in ("CN", "rollout", "datacenter")]
        wanted += [("over_budget", "CN", period) for period in (*YEARS[:6], "total")]
        self.assertEqual([cell for cell in wanted if cell not in self.results], [])

    def test_every_path_counts_once_in_every_cell(self):
        for cell, row in self.results.items():
            self.assertEqual(row["defined"] + row["undefined"], PATHS, cell)

    def test_a_mean_lies_between_minimum_and_maximum(self):
        for cell, row in self.results.items():
            if row["defined"]:
                tiny = 1e-12 * max(abs(row["min"]), abs(row["max"]))
                self.assertTrue(row["min"] - tiny <= row["mean"] <= row["max"] + tiny, cell)

    def test_quantiles_are_ordered_and_lie_in_their_intervals(self):
        for cell, row in self.results.items():
            if not row["defined"]:
                continue
            values = [row["min"], *(row[name] for name in QUANTILES), row["max"]]
            self.assertEqual(values, sorted(values), cell)
            for name in QUANTILES:
                low, high = row[f"{name}_low"], row[f"{name}_high"]
                self.assertTrue((low is None or low <= row[name]) and (high is None or row[name] <= high), (cell, name))

    def test_quantiles_of_counts_and_years_are_whole(self):
        found = 0
        for (metric, scope, _), row in self.results.items():
            if metric not in ("irr_count", "payback_year"):
                continue
            for name in QUANTILES:
                for column in (name, f"{name}_low", f"{name}_high"):
                    if row[column] is not None:
                        self.assertEqual(row[column] % 1.0, 0.0, (metric, scope, column))
                        found += 1
        self.assertGreater(found, 50)

    def test_a_tail_mean_lies_beyond_its_quantile(self):
        for cell, row in self.results.items():
            if row["tail_below_p05"] is not None:
                tiny = 1e-12 * abs(row["mean"])
                self.assertLessEqual(row["tail_below_p05"], row["p05"] + tiny, cell)
                self.assertGreaterEqual(row["tail_above_p95"], row["p95"] - tiny, cell)

    def test_the_country_is_the_sum_of_its_regions_and_of_its_provinces(self):
        for metric in ADDITIVE:
            for period in YEARS:
                mean = {scope: row["mean"] for (name, scope, year), row in self.results.items() if (name, year) == (metric, period)}
                provinces = sum(value for scope, value in mean.items() if scope.startswith("CN-"))
                self.assertTrue(near(mean["CN"], sum(mean[region] for region in REGIONS)), (metric, period))
                self.assertTrue(near(mean["CN"], provinces), (metric, period))

    def test_a_total_is_the_sum_of_the_years(self):
        for metric in FLOWS:
            for scope in ("CN", "west", "CN-GD"):
                years = [self.results[metric, scope, year]["mean"] for year in YEARS]
                total = self.results[metric, scope, "total"]["mean"]
                self.assertTrue(near(total, sum(years), scale=max(map(abs, years))), (metric, scope))

    def test_the_country_is_the_sum_of_its_networks(self):
        for metric in ("stations_built", "stations", "rollout_capex", "rollout_opex", "users", "rollout_energy", "capex_saving"):
            networks = sum(self.results[metric, network, "2025"]["mean"] for network in NETWORKS)
            self.assertTrue(near(self.results[metric, "CN", "2025"]["mean"], networks), metric)

    def test_a_saving_is_the_cost_of_going_alone_less_the_cost(self):
        for kind in ("capex", "opex"):
            saving, alone, cost = (self.results[name, "CN", "total"]["mean"]
                                   for name in (f"{kind}_saving", f"rollout_{kind}_alone", f"rollout_{kind}"))
            self.assertTrue(near(saving, alone - cost, scale=alone))

    def test_the_summary_says_what_it_takes_to_run_again(self):
        summary = read_summary(self.folder)
        self.assertEqual([summary[key] for key in ("generator", "sampler", "seed", "paths_asked", "paths", "complete")],
                         ["groundwork", "mc", 62, PATHS, PATHS, True])
        for key in ("version", "title", "scenario", "scenario_digest", "results_digest", "seconds", "paths_per_second"):
            self.assertTrue(summary[key], key)

    def test_the_summary_repeats_figures_of_the_results(self):
        summary = read_summary(self.folder)
        self.assertGreater(len(summary["headline"]), 20)
        for figure in summary["headline"] + summary["excess"]:
            row = self.results[figure["metric"], figure["scope"], figure["period"]]
            self.assertEqual({name: figure[name] for name in ("mean", "se", "p05", "p50", "p95")},
                             {name: row[name] for name in ("mean", "se", "p05", "p50", "p95")})

    def test_an_excess_comes_with_its_probability(self):
        summary = read_summary(self.folder)
        totals = [float(row["over_budget:CN:total"]) for row in self.kept]
        total = next(figure for figure in summary["excess"] if figure["period"] == "total")
        self.assertAlmostEqual(total["probability_above_zero"], sum(value > 0 for value in totals) / PATHS, places=12)

    def test_the_kept_paths_have_the_mean_and_extremes_of_the_results(self):
        self.assertEqual([row["path"] for row in self.kept], [str(path) for path in range(PATHS)])
        for name in list(self.kept[0])[1:]:
            values = [float(row[name]) for row in self.kept if row[name]]
            cell = self.results[tuple(name.split(":"))]
            self.assertEqual((len(values), min(values), max(values)), (cell["defined"], cell["min"], cell["max"]), name)
            self.assertTrue(near(sum(values) / len(values), cell["mean"], scale=max(map(abs, values))), name)

    def test_a_path_replayed_is_the_path_of_the_run(self):
        for path in (0, 7, 8, 255, 256, PATHS - 1):
            done = groundwork("run", BASELINE, "--paths", PATHS, "--replay", path)
            replayed = listed_outputs(done.stdout)
            kept = {name: float(value) if value else math.nan for name, value in self.kept[path].items() if name != "path"}
            self.assertEqual({name: str(replayed[name]) for name in kept}, {name: str(value) for name, value in kept.items()})


class Central(unittest.TestCase):
    """The central path against tests/validation, which the NumPy model in bench/peers wrote."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.results = read_results(run_scenario(cls.addClassCleanup, "--central"))

    def test_the_years_are_those_of_the_reference(self):
        for row in read_rows(ROOT / "tests/validation/central_path.csv"):
            for column, text in row.items():
                if column != "year":
                    cell = (REFERENCE_NAMES.get(column, column), "CN", row["year"])
                    self.assertTrue(near(self.results[cell]["mean"], float(text)), (cell, text, self.results[cell]["mean"]))

    def test_the_totals_are_those_of_the_reference(self):
        for row in read_rows(ROOT / "tests/validation/central_path_totals.csv"):
            cell = (row["metric"], row["scope"], row["period"])
            self.assertTrue(near(self.results[cell]["mean"], float(row["value"])), cell)

    def test_one_path_has_no_spread(self):
        for cell, row in self.results.items():
            if row["defined"]:
                self.assertEqual((row["sd"], row["p01"], row["p99"]), (0, row["mean"], row["mean"]), cell)


if __name__ == "__main__":
    unittest.main()
