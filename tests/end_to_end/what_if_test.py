"""Every what-if runs, and moves results the way that it should."""

import unittest

from tests.end_to_end.groundwork import SCENARIOS, groundwork, near, read_results, run_scenario

WHAT_IFS = sorted((SCENARIOS / "what-if").glob("*.toml"))

#: What-if, metric, scope, period, and whether the mean rises or falls against the baseline. All runs share their random
#: numbers, so a difference is the effect of the change.
EFFECTS = [
    ("no-sharing", "capex_saving", "CN", "total", "falls"),
    ("no-sharing", "opex_saving", "CN", "total", "falls"),
    ("no-sharing", "rollout_capex", "CN", "total", "rises"),
    ("no-sharing", "stations_cobuilt", "CN", "2030", "falls"),
    ("slow-permits", "stations_built", "CN", "2021", "falls"),
    ("severe-disruptions", "stations_built", "CN", "2021", "falls"),
    ("severe-disruptions", "stations", "CN", "2025", "falls"),
    ("million-in-2021", "stations_built", "CN", "2021", "rises"),
    ("million-in-2021", "population_covered", "CN", "2022", "rises"),
    ("million-in-2021", "over_budget", "CN", "2021", "rises"),
    ("budget-cut", "over_budget", "CN", "total", "rises"),
    ("expensive-racks", "datacenter_capex", "CN", "total", "rises"),
    ("expensive-racks", "npv", "datacenter", "total", "falls"),
    ("east-data-west-compute", "racks_used", "west", "2030", "rises"),
    ("east-data-west-compute", "racks_used", "east", "2030", "falls"),
    ("night-shutdown-off", "rollout_energy", "CN", "total", "rises"),
    ("night-shutdown-off", "co2", "rollout", "total", "rises"),
    ("night-shutdown-off", "unserved_traffic", "CN", "total", "falls"),
    ("rural-first", "stations_built", "west", "2021", "rises"),
    ("rural-first", "stations_built", "east", "2021", "falls"),
]

#: What a what-if must leave exactly as it is, path by path.
UNTOUCHED = [
    ("night-shutdown-off", "stations_built"),
    ("budget-cut", "rollout_capex"),
    ("expensive-racks", "stations"),
    ("slow-permits", "racks"),
    ("million-in-2021", "users"),
    ("east-data-west-compute", "rollout_opex"),
]


class WhatIf(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        names = {name for name, *_ in EFFECTS + UNTOUCHED}
        cls.baseline = read_results(run_scenario(cls.addClassCleanup, paths=2000))
        cls.changed = {path.stem: read_results(run_scenario(cls.addClassCleanup, scenario=path, paths=2000))
                       for path in WHAT_IFS if path.stem in names}

    def test_every_what_if_passes_check_and_runs(self):
        self.assertGreaterEqual(len(WHAT_IFS), 12)
        for path in WHAT_IFS:
            with self.subTest(path.stem):
                done = groundwork("check", path)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertNotIn("error", done.stderr)
                run_scenario(self.addCleanup, scenario=path, paths=100)

    def test_a_change_moves_results_the_way_that_it_should(self):
        for name, metric, scope, period, direction in EFFECTS:
            with self.subTest(f"{name}: {metric} {scope} {period} {direction}"):
                before = self.baseline[metric, scope, period]["mean"]
                after = self.changed[name][metric, scope, period]["mean"]
                (self.assertGreater if direction == "rises" else self.assertLess)(after, before)

    def test_a_change_leaves_alone_what_does_not_depend_on_it(self):
        for name, metric in UNTOUCHED:
            with self.subTest(f"{name}: {metric}"):
                cells = [cell for cell in self.baseline if cell[0] == metric]
                self.assertEqual([cell for cell in cells if self.changed[name][cell] != self.baseline[cell]], [])

    def test_without_sharing_no_capital_is_saved(self):
        saving = self.changed["no-sharing"]["capex_saving", "CN", "total"]
        alone = self.changed["no-sharing"]["rollout_capex_alone", "CN", "total"]["mean"]
        for end in ("min", "max"):
            self.assertTrue(near(saving[end], 0.0, scale=alone), saving)

    def test_a_station_that_stays_on_loses_no_traffic(self):
        self.assertEqual(self.changed["night-shutdown-off"]["unserved_traffic", "CN", "total"]["max"], 0.0)


if __name__ == "__main__":
    unittest.main()
