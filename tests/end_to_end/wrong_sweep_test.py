"""Whatever is wrong with a sweep or its database: one clear message, and nothing lost that was finished."""

import resource
import shutil
import signal
import sqlite3
import subprocess
import unittest

from tests.end_to_end.groundwork import BINARY, groundwork, read_rows
from tests.end_to_end.wrong_files import SCENARIO
from tests.end_to_end.wrong_input_test import WrongInputTest, unmarked

SWEEP = "sweep.toml"
HEAD = f'title = "A sweep"\nscenario = "{SCENARIO}"\n'
FACTOR = '[[factor]]\ninput = "rollout.plan_factor"\nvalues = [0.9, 1.1]\n'

#: What is wrong, the sweep, and a phrase of the message; `▸` is where it must point to.
WRONG = [
    ("a key that is misspelt", HEAD + '▸desing = 3\n' + FACTOR, "did you mean 'design'?"),
    ("no title", f'scenario = "{SCENARIO}"\n' + FACTOR, "a sweep needs 'title'"),
    ("no scenario", 'title = "A sweep"\n' + FACTOR, "a sweep needs 'scenario'"),
    ("a scenario that is missing", 'title = "A sweep"\nscenario = ▸"national-2021.toml"\n' + FACTOR, "did you mean"),
    ("no factor", HEAD, "a sweep needs a [[factor]]"),
    ("a metric that is misspelt", HEAD + 'metrics = ["npv", ▸"tcoo"]\n' + FACTOR, "did you mean 'tco'?"),
    ("a period that is not there", HEAD + 'metrics = [▸"stations:2055"]\n' + FACTOR, "'2055' is no scope or period"),
    ("a figure that is a number", HEAD + 'metrics = [▸3]\n' + FACTOR, "a figure must be a text"),
    ("a front of what has no direction", HEAD + 'pareto = [▸"racks"]\n' + FACTOR, "neither better high nor low"),
    ("a direction that is none", HEAD + 'pareto = [{ metric = "racks", better = ▸"up" }]\n' + FACTOR, "must be lower or higher"),
    ("an input that is misspelt", HEAD + '[[factor]]\ninput = ▸"rollout.plan_factr"\nvalues = [1, 2]\n', "did you mean 'rollout.plan_factor'"),
    ("an input that is no key", HEAD + '[[factor]]\ninput = ▸"rollout..x"\nvalues = [1, 2]\n', "is no key"),
    ("a value out of bounds", HEAD + '[[factor]]\ninput = "radio.sectors"\nvalues = [3, ▸99]\n', "must be between 1 and 24, is 99"),
    ("a value of another kind", HEAD + '[[factor]]\ninput = "radio.sectors"\nvalues = [3, ▸"many"]\n', "must be a number"),
    ("a range that leaves the bounds", HEAD + '[[factor]]\ninput = "radio.sectors"\nfrom = ▸3\nto = 99\nsteps = 2\n', "is 99"),
    ("a hypercube that leaves the bounds", HEAD + '[design]\nkind = "latin_hypercube"\npoints = 5\n'
     '[[factor]]\ninput = "radio.sectors"\nfrom = ▸3\nto = 99\n', "is 99"),
    ("neither values nor a range", HEAD + '▸[[factor]]\ninput = "radio.sectors"\n', "needs 'values', or 'from' and 'to'"),
    ("values and a range", HEAD + FACTOR + "▸from = 1\n", "'from' does not go with 'values'"),
    ("a range without steps", HEAD + '▸[[factor]]\ninput = "radio.sectors"\nfrom = 1\nto = 3\n', "a grid needs 'steps'"),
    ("a range of one value", HEAD + '[[factor]]\ninput = "radio.sectors"\nfrom = 3\nto = ▸3\nsteps = 2\n', "are both 3"),
    ("a logarithm of nothing", HEAD + '[[factor]]\ninput = "radio.sectors"\nfrom = ▸0\nto = 3\nsteps = 2\nscale = "log"\n', "above 0"),
    ("a level that is too short", HEAD + '[[factor]]\ninputs = ["radio.sectors", "rollout.plan_factor"]\nvalues = [[3, 1], ▸[4]]\n', "is a list of 1"),
    ("an input twice", HEAD + FACTOR + '[[factor]]\ninput = ▸"rollout.plan_factor"\nvalues = [1]\n', "varies already, at sweep.toml:4:9"),
    ("an element by name and by index", HEAD + '[[factor]]\ninputs = ["network.CT+CU.plan_share", ▸"network.1.plan_share"]\n'
     'values = [[0.5, 0.5]]\n', "varies already"),
    ("an input and a part of it", HEAD + FACTOR + '[[factor]]\ninput = ▸"rollout.plan_factor.mode"\nvalues = [1]\n', "change the same thing"),
    ("an input that is set for all", HEAD + '[set]\nrollout.plan_factor = 1\n' + FACTOR.replace('"r', '▸"r'), "is set for all points"),
    ("a change for all that is wrong", HEAD + '[set]\n▸"radio.sectors" = 99\n' + FACTOR, "is 99"),
    ("a kind that is none", HEAD + '[design]\nkind = ▸"cube"\n' + FACTOR, "must be grid or latin_hypercube"),
    ("points of a grid", HEAD + '[design]\nkind = "grid"\n▸points = 3\n' + FACTOR, "of a latin_hypercube only"),
    ("too many points of a hypercube", HEAD + '[design]\nkind = "latin_hypercube"\npoints = ▸1_000_000_000\n' + FACTOR, "1,000,000,000 points"),
    ("too many points of a grid", HEAD + "▸" + "".join(f'[[factor]]\ninput = "rollout.cost.{key}"\nfrom = 1e4\nto = 2e4\nsteps = 1000\n'
                                                       for key in ("civil", "core", "power")),
     "the sweep has 1,000,000,000 points (1,000 x 1,000 x 1,000)"),
]


class WrongSweep(WrongInputTest):
    def test_what_is_wrong_with_a_sweep_is_pointed_at(self):
        for wrong, marked, phrase in WRONG:
            with self.subTest(wrong):
                text, place = unmarked(marked)
                self.write(SWEEP, text)
                self.assert_one_error(self.run_wrongly(["sweep", SWEEP]), SWEEP + place, phrase)

    def test_all_of_it_is_said_in_one_pass(self):
        self.write(SWEEP, HEAD + 'desing = 1\nmetrics = ["tcoo"]\n[set]\n"radio.sectors" = 99\n'
                   '[[factor]]\ninput = "rollout.plan_factr"\nvalues = [1, 2, 3]\n')
        said = self.run_wrongly(["sweep", SWEEP])
        for phrase in ("'desing'", "'tcoo'", "is 99", "'rollout.plan_factr'", "4 errors"):
            self.assertIn(phrase, said)

    def test_arguments_are_checked(self):
        self.write(SWEEP, HEAD + FACTOR)
        self.assertIn("needs a sweep file", self.run_wrongly(["sweep"]))
        self.assertIn("there is no such file", self.run_wrongly(["sweep", "--report", "missing.db"]))
        self.assertIn("it is not a database", self.run_wrongly(["sweep", "--report", SCENARIO]))
        self.assertIn("it is not a database", self.run_wrongly(["sweep", SWEEP, "--db", SCENARIO]))
        self.assertIn("it is a folder", self.run_wrongly(["sweep", SWEEP, "--db", "data"]))
        self.assertIn("holds files that are not results", self.run_wrongly(["sweep", SWEEP, "--out", "data"]))
        self.assertIn("the sweep has no figure 'tcoo'", self.run_wrongly(["sweep", SWEEP, "--pareto", "tcoo"]))
        self.assertIn("is set for all points, at command line",
                      self.run_wrongly(["sweep", SWEEP, "--set", "rollout.plan_factor=1"]))


class WrongDatabase(WrongInputTest):
    def setUp(self):
        super().setUp()
        self.write(SWEEP, HEAD + 'metrics = ["tco"]\n[set]\n"run.paths" = 100\n' + FACTOR)
        self.arguments = ["sweep", SWEEP, "--db", "points.db", "--quiet"]

    def run_sweep(self, expected=0, **options):
        done = groundwork(*self.arguments, folder=self.folder, **options)
        self.assertEqual((done.returncode, done.stdout), (expected, ""), done.stderr)
        return done.stderr

    def change(self, name, statement):
        connection = sqlite3.connect(self.folder / name)
        connection.execute(statement)
        connection.commit()
        connection.close()

    def test_a_database_of_another_version_is_left_alone(self):
        self.run_sweep()
        shutil.copy(self.folder / "points.db", self.folder / "later.db")
        self.change("later.db", "PRAGMA user_version = 9")
        before = (self.folder / "later.db").read_bytes()
        for arguments in (["sweep", SWEEP, "--db", "later.db"], ["sweep", "--report", "later.db"]):
            self.assertIn("its tables are of version 9", self.run_wrongly(arguments))
        self.assertEqual((self.folder / "later.db").read_bytes(), before)

    def test_a_database_of_another_program_is_left_alone(self):
        self.change("other.db", "CREATE TABLE mine (x)")
        self.assertIn("not one of sweeps", self.run_wrongly(["sweep", SWEEP, "--db", "other.db"]))

    def test_a_sweep_that_is_not_there_is_answered_with_a_similar_one(self):
        self.run_sweep()
        self.assertIn("did you mean 'A sweep'?", self.run_wrongly(["sweep", "--report", "points.db", "--sweep", "A swep"]))

    def test_points_that_are_impossible_together_are_named_and_the_others_kept(self):
        self.write(SWEEP, HEAD + 'metrics = ["tco"]\nset.run.paths = 100\n[[factor]]\ninput = "traffic.growth.min"\nvalues = [0.12, 0.19]\n'
                   '[[factor]]\ninput = "traffic.growth.mode"\nvalues = [0.20, 0.15]\n')
        self.arguments += ["--out", "out"]
        said = self.run_sweep(2)
        self.assertIn("1 of 4 points cannot be simulated", said)
        self.assertIn("point 3 (traffic.growth.min=0.19, traffic.growth.mode=0.15)", said)
        self.assertEqual([row["point"] for row in read_rows(self.folder / "out" / "points.csv")], ["0", "1", "2"])

    def test_a_full_disk_loses_nothing_that_was_finished(self):
        """A limit on the size of files stands for the disk."""
        self.write(SWEEP, HEAD + '[set]\n"run.paths" = 100\n' + FACTOR.replace("values = [0.9, 1.1]", "from = 0.9\nto = 1.1\nsteps = 40"))

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

        done = subprocess.run([BINARY, *self.arguments], cwd=self.folder, preexec_fn=limit, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (1, ""), done.stderr)
        self.assertRegex(done.stderr, r"groundwork: cannot (read or )?write points\.db.*\n  \d+ of 40 points are finished and kept")
        kept = int(done.stderr.split("\n")[1].split()[0])
        self.assertGreater(kept, 0)
        connection = sqlite3.connect(self.folder / "points.db")
        self.assertEqual(connection.execute("SELECT count(*) FROM sweep_point").fetchone()[0], kept)
        connection.close()
        self.run_sweep()


if __name__ == "__main__":
    unittest.main()
