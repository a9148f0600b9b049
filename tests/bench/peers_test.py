"""The peers can be asked what they do, and their quantiles are NumPy's."""

import subprocess
import sys
import unittest
from pathlib import Path

PEERS = Path(__file__).resolve().parents[2] / "bench" / "peers"

try:
    import numpy as np
except ImportError:
    raise unittest.SkipTest("numpy is not installed: no peers") from None


class RunPeers(unittest.TestCase):
    def test_help_names_every_option(self):
        done = subprocess.run([sys.executable, "-B", PEERS / "run_peers.py", "--help"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        for option in ("--build", "--paths", "--rounds", "--python", "--json"):
            self.assertIn(option, done.stdout)


class Quantiles(unittest.TestCase):
    def setUp(self):
        sys.path.insert(0, str(PEERS))
        self.addCleanup(sys.path.remove, str(PEERS))

    def test_they_are_those_of_numpy(self):
        from national_quantiles import quantiles
        generator, probabilities = np.random.default_rng(3), np.array([0.0, 0.01, 0.1, 0.5, 0.9, 0.99, 1.0])
        for paths in (1, 2, 7, 1000, 5001):
            normals = generator.standard_normal(paths)
            columns = {"normal": normals, "long tail": np.exp(5 * normals), "atom": np.minimum(normals, 0), "one value": np.full(paths, 0.3),
                       "whole": np.round(normals), "one far away": np.append(normals[1:], 1e12), "tiny": 1e-300 * normals}
            for name, column in columns.items():
                expected = np.quantile(column, probabilities)
                error = np.abs(quantiles(column, probabilities) - expected).max()
                self.assertLessEqual(error, 1e-15 * np.abs(column).max(), f"{name}, {paths} paths")


if __name__ == "__main__":
    unittest.main()
