"""`./dev bench scaling` measures the runs that it is asked for."""

import os
import subprocess
import sys
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "bench" / "scaling.py"


class Scaling(unittest.TestCase):
    def scaling(self, *arguments):
        return subprocess.run([sys.executable, "-B", SCRIPT, "--groundwork", os.environ["GROUNDWORK"], *arguments],
                              capture_output=True, text=True)

    def test_each_run_has_a_line_with_its_time_and_memory(self):
        done = self.scaling("--paths", "100,1000", "--threads", "1")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        first, second = (line.split() for line in done.stdout.splitlines()[1:])
        self.assertEqual((first[0], second[0], first[3]), ("100", "1,000", "-"))
        self.assertAlmostEqual(float(second[2]) / float(first[2]), float(second[3]), delta=0.02 * float(second[3]))
        for line in (first, second):
            self.assertTrue(10.0 < float(line[4]) < 1000.0, line)  # the program alone takes more than 10 MB

    def test_a_run_that_fails_ends_it(self):
        done = self.scaling("--paths", "0")
        self.assertEqual(done.returncode, 1)
        self.assertIn("scaling: ", done.stderr)
        self.assertIn("status 2", done.stderr)


if __name__ == "__main__":
    unittest.main()
