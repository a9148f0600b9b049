"""`./dev bench compare` says how times changed, what is on one side only, and what cannot be read."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def case(title, time, **more):
    return {"name": title, "run_name": title, "run_type": "iteration", "real_time": 2 * time, "cpu_time": time, "time_unit": "us", **more}


class Compare(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps({"context": {}, "benchmarks": content}), encoding="utf-8")
        return path

    def compare(self, *arguments):
        done = subprocess.run([sys.executable, "-B", ROOT / "bench" / "compare.py", *arguments], capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr

    def rows(self, before, after):
        """{case: the words of its line}, and the other lines, of a comparison that must succeed."""
        status, said, error = self.compare(before, after)
        self.assertEqual((status, error), (0, ""))
        lines = said.splitlines()[1:]
        return ({line.split()[0]: line.split()[1:] for line in lines if not line.startswith("only")},
                [line for line in lines if line.startswith("only")])

    def refused(self, path, reason):
        good = self.write("good.json", [case("a", 1)])
        for arguments in ((good, path), (path, good)):
            self.assertEqual(self.compare(*arguments), (2, "", f"compare: {path}: {reason}\n"))

    def test_a_ratio_is_the_second_time_by_the_first_whatever_the_units(self):
        before = self.write("a.json", [case("draw/mc", 200), case("run", 3, time_unit="ms")])
        after = self.write("b.json", [case("draw/mc", 50), case("run", 4500)])
        rows, others = self.rows(before, after)
        self.assertEqual(rows, {"draw/mc": ["200", "us", "50", "us", "0.250"], "run": ["3", "ms", "4.5", "ms", "1.500"]})
        self.assertEqual(others, [])

    def test_wall_clock_time_counts_where_the_name_says_so(self):
        before = self.write("a.json", [case("run/real_time", 1)])
        after = self.write("b.json", [case("run/real_time", 9, real_time=5)])
        self.assertEqual(self.rows(before, after)[0]["run/real_time"][-1], "2.500")

    def test_a_case_on_one_side_only_is_named(self):
        before, after = self.write("a.json", [case("both", 1), case("gone", 1)]), self.write("b.json", [case("new", 1), case("both", 1)])
        rows, others = self.rows(before, after)
        self.assertEqual((set(rows), others), ({"both"}, ["only in A: gone", "only in B: new"]))

    def test_repetitions_are_compared_by_their_median(self):
        before = self.write("a.json", [case("a", time) for time in (1, 2, 9)])
        aggregates = [case("a", time, name=f"a_{kind}", run_type="aggregate", aggregate_name=kind)
                      for kind, time in (("mean", 7), ("median", 4), ("stddev", 1))]
        for entries in ([*aggregates], [case("a", 5), *aggregates]):
            self.assertEqual(self.rows(before, self.write("b.json", entries))[0]["a"][-1], "2.000")

    def test_a_case_that_failed_has_no_time(self):
        before = self.write("a.json", [case("a", 1), case("b", 1)])
        after = self.write("b.json", [case("a", 1), {"name": "b", "run_name": "b", "error_occurred": True, "error_message": "wrong"}])
        self.assertEqual(self.rows(before, after)[1], ["only in A: b"])

    def test_the_files_of_two_folders_are_compared_together(self):
        for side, time in (("A", 1), ("B", 3)):
            self.write(f"{side}/draw.json", [case("draw", time)])
            self.write(f"{side}/run.json", [case("run", 2 * time)])
        rows, _ = self.rows(self.folder / "A", self.folder / "B")
        self.assertEqual({name: words[-1] for name, words in rows.items()}, {"draw": "3.000", "run": "3.000"})

    def test_what_cannot_be_read_is_one_line_and_status_2(self):
        self.refused(self.folder / "none.json", "No such file or directory")
        self.refused(self.write("cut.json", '{"benchmarks": ['), "not JSON")
        self.refused(self.write("other.json", '{"paths": 1}'), "not the JSON of Google Benchmark")
        self.refused(self.write("list.json", "[1, 2]"), "not the JSON of Google Benchmark")
        self.refused(self.write("unit.json", [case("a", 1, time_unit="year")]), "not the JSON of Google Benchmark")
        (self.folder / "empty").mkdir()
        self.refused(self.folder / "empty", "no JSON files in this folder")

    def test_a_missing_argument_is_wrong_input(self):
        self.assertEqual(self.compare("a.json")[0], 2)


if __name__ == "__main__":
    unittest.main()
