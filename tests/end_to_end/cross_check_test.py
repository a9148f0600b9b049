"""Groundwork and the independent NumPy model of bench/peers tell the same story."""

import os
import subprocess
import sys
import unittest

from tests.end_to_end.groundwork import BASELINE, BINARY, IS_OPTIMISED, ROOT, run_scenario, scratch_folder

try:
    import numpy  # noqa: F401, only whether it is there
except ImportError:
    raise unittest.SkipTest("numpy is not installed: nothing to compare with") from None

PEERS = ROOT / "bench" / "peers"


def peer(script, *arguments):
    """What a script of bench/peers prints, and its exit status."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(PEERS / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    return done.stdout + done.stderr, done.returncode


class CentralPath(unittest.TestCase):
    def test_the_central_paths_of_the_baseline_and_all_variants_agree(self):
        said, status = peer("cross_check.py", "--groundwork", BINARY, "--relative", "1e-9")
        self.assertEqual(status, 0, said)
        self.assertTrue(said.endswith("all agree\n"), said)
        self.assertGreater(said.count(": agrees;"), 25)


class Distributions(unittest.TestCase):
    """20,000 paths of NumPy, drawn by its own generator, against 100,000 of ours: means, standard deviations and quantiles of
    the country. Both seeds are fixed. If all were right, one of some 3,300 correlated statistics would be beyond 5 standard
    errors in fewer than 1 of 400 choices of the seeds. A mean that is wrong by 0.04 standard deviations fails. Ours come from a
    sketch but for the totals: a quantile within its resolution (sim/statistics/sketch_layout.hpp) agrees."""

    @unittest.skipUnless(IS_OPTIMISED, "not an optimised build: too slow")
    def test_the_distributions_for_the_country_agree_within_five_standard_errors(self):
        theirs, ours = (scratch_folder(self.addCleanup) / f"{name}.csv" for name in ("theirs", "ours"))
        said, status = peer("national_numpy.py", BASELINE, "--paths", 20_000, "--out", theirs)
        self.assertEqual(status, 0, said)
        results = run_scenario(self.addCleanup, paths=100_000) / "results.csv"
        for source, country in ((theirs, theirs), (results, ours)):
            lines = source.read_text(encoding="utf-8").splitlines()
            place = lines[0].split(",").index("scope")
            kept = [lines[0], *(line for line in lines if line.split(",")[place] == "CN")]
            country.write_text("\n".join(kept) + "\n", encoding="utf-8")
        said, status = peer("compare_results.py", ours, theirs, "--paths-a", 100_000, "--paths-b", 20_000, "--resolution", 1 / 64)
        self.assertEqual(status, 0, said)


if __name__ == "__main__":
    unittest.main()
