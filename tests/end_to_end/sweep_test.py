"""Sweeps: points are those of `groundwork run`, a database that reruns extend, and what a report says."""

import json
import sqlite3
import time
import unittest

from tests.end_to_end.groundwork import (BASELINE, SCENARIOS, groundwork, interrupt, read_results, read_rows, run_scenario,
                                         scratch_folder, start)

PATHS = 600
QUANTILES = ("p01", "p05", "p10", "p25", "p50", "p75", "p90", "p95", "p99")
GRID = f"""
title = "Pace and sharing"
scenario = "{BASELINE}"
metrics = ["tco", "population_covered:2025", "payback_year"]
pareto = ["tco", "population_covered:2025"]
[set]
"run.paths" = {PATHS}
[[factor]]
input = "rollout.plan_factor"
from = 0.8
to = 1.2
steps = 3
[[factor]]
input = "sharing.enabled"
values = [true, false]
"""


class SweepTest(unittest.TestCase):
    """Runs in a folder of its own."""

    def setUp(self):
        self.folder = scratch_folder(self.addCleanup)

    def sweep(self, text, *arguments, expected=0):
        """Writes a sweep, runs it, and gives what it said."""
        (self.folder / "sweep.toml").write_text(text, encoding="utf-8")
        done = groundwork("sweep", "sweep.toml", "--db", "points.db", *arguments, folder=self.folder)
        self.assertEqual(done.returncode, expected, done.stdout + done.stderr)
        return done

    def csv(self, text, *arguments, out="out"):
        self.sweep(text, "--out", out, "--quiet", *arguments)
        return (self.folder / out / "points.csv").read_bytes()

    def database(self):
        connection = sqlite3.connect(self.folder / "points.db")
        self.addCleanup(connection.close)
        return connection


class Points(SweepTest):
    def test_a_point_is_what_run_answers_with_the_same_changes(self):
        self.csv(GRID)
        rows = read_rows(self.folder / "out" / "points.csv")
        self.assertEqual([(row["rollout.plan_factor"], row["sharing.enabled"]) for row in rows],
                         [(pace, sharing) for pace in ("0.8", "1", "1.2") for sharing in ("true", "false")])
        row = rows[3]
        ran = read_results(run_scenario(self.addCleanup, "--set", "rollout.plan_factor=1", "--set", "sharing.enabled=false",
                                        paths=PATHS))
        for cell in (("tco", "CN", "total"), ("payback_year", "CN", "total")):  # run counts these exactly
            name = ":".join(cell)
            for column, of_run in (("mean", "mean"), ("se", "se"), ("sd", "sd"), *zip(QUANTILES, QUANTILES)):
                self.assertEqual(float(row[f"{name}:{column}"]), ran[cell][of_run], (cell, column))
            self.assertEqual(int(row[f"{name}:undefined"]), ran[cell]["undefined"])

    def test_threads_and_instruction_sets_do_not_matter(self):
        one = self.csv(GRID, "--threads", 1, "--isa", "scalar")
        (self.folder / "points.db").unlink()
        self.assertEqual(self.csv(GRID, "--threads", 4, out="other"), one)

    def test_inputs_that_move_together_and_distributions(self):
        text = f"""
title = "Zipped"
scenario = "{BASELINE}"
metrics = ["tco"]
set.run.paths = {PATHS}
[[factor]]
name = "shares"
inputs = ["network.CT+CU.plan_share", "network.CM+CBN.plan_share"]
values = [[0.5, 0.5], [0.46, 0.54]]
[[factor]]
input = "rollout.plan_factor"
values = [1, {{ dist = "uniform", min = 0.9, max = 1.1 }}]
"""
        self.csv(text)
        rows = read_rows(self.folder / "out" / "points.csv")
        self.assertEqual([row["network.CM+CBN.plan_share"] for row in rows], ["0.5", "0.5", "0.54", "0.54"])
        self.assertIn("uniform", rows[1]["rollout.plan_factor"])
        ran = read_results(run_scenario(self.addCleanup, "--set", "rollout.plan_factor=1", paths=PATHS))
        self.assertEqual(float(rows[2]["tco:CN:total:mean"]), ran["tco", "CN", "total"]["mean"])

    def test_a_hypercube_takes_each_part_of_each_range_once(self):
        text = GRID.replace("steps = 3", "") + '[design]\nkind = "latin_hypercube"\npoints = 8\nseed = 3\n'
        self.csv(text)
        rows = read_rows(self.folder / "out" / "points.csv")
        places = [(float(row["rollout.plan_factor"]) - 0.8) / 0.4 for row in rows]
        self.assertEqual(sorted(int(8 * place) for place in places), list(range(8)))
        self.assertEqual([row["sharing.enabled"] for row in rows].count("true"), 4)


class Keeping(SweepTest):
    def test_what_is_finished_is_not_run_again(self):
        first = self.csv(GRID)
        again = self.sweep(GRID, "--out", "again")
        self.assertIn("6 points were finished already.", again.stdout)
        self.assertNotIn("points/s", again.stdout)
        self.assertEqual((self.folder / "again" / "points.csv").read_bytes(), first)

    def test_two_sweeps_share_points_and_a_figure_that_is_missing_is_added(self):
        self.csv(GRID)
        wider = GRID.replace("Pace and sharing", "Wider").replace("steps = 3", "steps = 5")
        self.assertIn("6 points were finished already.", self.sweep(wider).stdout)
        more = GRID.replace('"payback_year"', '"co2"')
        self.assertNotIn("finished already", self.sweep(more).stdout)
        fresh = self.folder / "fresh"
        fresh.mkdir()
        self.assertEqual(self.csv(more), self.in_other_database(more))
        points = self.database().execute("SELECT count(*) FROM point").fetchone()[0]
        self.assertEqual(points, 10)

    def in_other_database(self, text):
        (self.folder / "fresh.toml").write_text(text, encoding="utf-8")
        done = groundwork("sweep", "fresh.toml", "--db", "fresh.db", "--out", "other", "-q", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        return (self.folder / "other" / "points.csv").read_bytes()

    def test_another_scenario_is_not_taken_for_the_same(self):
        self.csv(GRID)
        changed = GRID.replace("[set]\n", '[set]\n"radio.sectors" = 2\n')
        self.assertNotIn("finished already", self.sweep(changed).stdout)

    def test_the_database_says_what_it_is_and_python_can_read_it(self):
        self.csv(GRID)
        database = self.database()
        self.assertEqual(database.execute("PRAGMA user_version").fetchone()[0], 1)
        self.assertEqual(database.execute("PRAGMA journal_mode").fetchone()[0], "wal")
        rows = database.execute("SELECT number, mean FROM sweep_result WHERE name = 'tco:CN:total' ORDER BY number").fetchall()
        told = [float(row["tco:CN:total:mean"]) for row in read_rows(self.folder / "out" / "points.csv")]
        self.assertEqual([mean for _, mean in rows], told)

    def test_kills_lose_nothing_that_was_finished(self):
        text = GRID.replace("steps = 3", "steps = 20")
        whole = self.in_other_database(text)
        (self.folder / "sweep.toml").write_text(text, encoding="utf-8")
        finished = [0]
        for pause in (0.25, 0.4, 0.3):
            with start("sweep", "sweep.toml", "--db", "points.db", "--quiet", folder=self.folder) as running:
                time.sleep(pause)
                running.kill()
            if (self.folder / "points.db").exists() and self.database().execute(
                    "SELECT count(*) FROM sqlite_schema").fetchone()[0] > 0:
                finished.append(self.database().execute("SELECT count(*) FROM sweep_point").fetchone()[0])
        self.assertEqual(finished, sorted(finished))
        self.assertEqual(self.csv(text), whole)

    def test_ctrl_c_keeps_what_was_finished(self):
        text = GRID.replace("steps = 3", "steps = 400")
        (self.folder / "sweep.toml").write_text(text, encoding="utf-8")
        running = start("sweep", "sweep.toml", "--db", "points.db", folder=self.folder)
        status, said, complained = interrupt(running, 0.3)
        self.assertEqual((status, said), (130, ""))
        self.assertRegex(complained, r"stopped with [\d,]+ of 800 points finished")

    def test_two_processes_fill_one_database(self):
        whole = self.in_other_database(GRID)
        (self.folder / "sweep.toml").write_text(GRID, encoding="utf-8")
        both = [start("sweep", "sweep.toml", "--db", "points.db", "--quiet", folder=self.folder) for _ in range(2)]
        self.assertEqual([process.communicate(timeout=60)[1] for process in both], ["", ""])
        self.assertEqual(self.csv(GRID), whole)


class Reports(SweepTest):
    def test_effects_and_best_points_are_those_of_the_csv(self):
        said = self.sweep(GRID, "--out", "out").stdout
        rows = read_rows(self.folder / "out" / "points.csv")
        summary = json.loads((self.folder / "out" / "sweep.json").read_text(encoding="utf-8"))
        self.assertEqual((summary["generator"], summary["points"], summary["points_finished"]), ("groundwork", 6, 6))
        tco = summary["figures"][0]
        means = [float(row["tco:CN:total:mean"]) for row in rows]
        self.assertEqual(tco["best"]["point"], means.index(min(means)))
        sharing = next(effect for effect in tco["main_effects"] if effect["factor"] == "sharing.enabled")
        for level, offset in zip(sharing["levels"], (0, 1)):
            self.assertAlmostEqual(level["mean"] / (sum(means[offset::2]) / 3), 1.0, places=12)
        self.assertIn("tco moves most with", said)

    def test_a_report_chooses_a_sweep_and_a_front(self):
        self.sweep(GRID)
        self.sweep(GRID.replace("Pace and sharing", "Second").replace("steps = 3", "steps = 2"))
        done = groundwork("sweep", "--report", "points.db", "--sweep", "Pace and sharing", "--pareto", "tco",
                          "--pareto", "payback_year=higher", "--out", "out", folder=self.folder)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("Second", done.stdout)  # in the list
        self.assertIn("Pareto front of tco (lower), payback_year (higher)", done.stdout)
        self.assertEqual(len(read_rows(self.folder / "out" / "points.csv")), 6)

    def test_a_figure_that_no_factor_moves_is_said_to_be_constant(self):
        text = GRID.replace('"payback_year"', '"racks", "irr_count"')
        said = self.sweep(text).stdout
        self.assertIn("no factor moves it: racks", said)


if __name__ == "__main__":
    unittest.main()
