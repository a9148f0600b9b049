"""The compiler changes nothing: the program is built with another one, and both write the same bytes. That build is kept in the
build folder, so that only the first run of this test takes minutes."""

import os
import re
import shutil
import subprocess
import unittest
from pathlib import Path

from tests.end_to_end.groundwork import BASELINE, BINARY, ROOT, groundwork, read_summary, run_scenario, scratch_folder

OTHER = {"GNU": "clang++-14", "Clang": "g++"}[os.environ["GROUNDWORK_COMPILER"]]
BUILD = Path(os.environ["GROUNDWORK_BUILD"]) / "other_compiler"

# Each distribution, on inputs that are correlated and on others.
EVERY_DISTRIBUTION = f"""
extends = "{BASELINE}"
[rollout.cost]
ran = {{ dist = "lognormal", mean = 153e3, sd = 15e3, max = 300e3, source = "test" }}
civil = {{ dist = "gamma", shape = 9, scale = 2e3, min = 4e3, max = 60e3, source = "test" }}
power = {{ dist = "weibull", shape = 4, scale = 22e3, min = 4e3, max = 60e3, source = "test" }}
transmission = {{ dist = "triangular", min = 25e3, mode = 38e3, max = 60e3, source = "test" }}
engineering = {{ dist = "normal", mean = 18e3, sd = 3e3, min = 9e3, max = 40e3, source = "test" }}
core = {{ dist = "fixed", value = 14e3, source = "test" }}
[rollout.opex]
maintenance_share = {{ dist = "discrete", values = [0.02, 0.03, 0.045], weights = [1, 3, 2], source = "test" }}
load_factor = {{ dist = "beta", alpha = 8, beta = 2, source = "test" }}
rent = {{ dist = "empirical", values = [15e3, 19e3, 20e3, 20.5e3, 26e3], source = "test" }}
transmission = {{ dist = "lognormal", p10 = 2e3, p90 = 7e3, min = 1e3, max = 20e3, source = "test" }}
staff = {{ dist = "truncated_normal", mean = 2e3, sd = 1e3, min = 1e3, max = 5e3, source = "test" }}
[datacenter]
staff = {{ dist = "gamma", shape = 0.5, scale = 6e3, max = 50e3, source = "test" }}
rack_kw = {{ dist = "weibull", shape = 0.8, scale = 2.5, min = 0.5, max = 9, source = "test" }}
hot_share = {{ dist = "beta", alpha = 0.5, beta = 0.7, low = 0.1, high = 0.9, source = "test" }}
utilisation_target = {{ dist = "uniform", min = 0.55, max = 0.72, source = "test" }}
lead_years = {{ dist = "pert", min = 1, mode = 1.5, max = 2.5, weight = 9, source = "test" }}
[finance]
inflation = {{ dist = "normal", mean = 0.02, sd = 0.008, min = -0.01, source = "test" }}
"""


def build_with_other_compiler():
    """The program's path."""
    configure = ["cmake", "-S", ROOT, "-B", BUILD, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={OTHER}", "-DBUILD_TESTING=OFF"]
    for command in (configure, ["cmake", "--build", BUILD, "--target", "groundwork"]):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"the build with {OTHER} failed:\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    return str(BUILD / "groundwork")


class Compilers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if shutil.which(OTHER) is None and "CI" not in os.environ:
            raise unittest.SkipTest(f"{OTHER} is not installed: nothing to compare with")
        cls.binaries = (BINARY, build_with_other_compiler())
        cls.isas = groundwork("version").stdout.split("instruction sets:")[1].split()
        cls.every_distribution = scratch_folder(cls.addClassCleanup) / "plan.toml"
        cls.every_distribution.write_text(EVERY_DISTRIBUTION, encoding="utf-8")

    def assert_same_results(self, *arguments, files=("results.csv",), **options):
        ours, theirs = (run_scenario(self.addCleanup, *arguments, binary=binary, **options) for binary in self.binaries)
        for file in files:
            self.assertEqual((ours / file).read_bytes(), (theirs / file).read_bytes(), (file, *arguments))
        digests = [read_summary(folder)["results_digest"] for folder in (ours, theirs)]
        self.assertEqual(*digests, arguments)

    def assert_same_words(self, *arguments):
        ours, theirs = (groundwork(*arguments, binary=binary) for binary in self.binaries)
        self.assertEqual(ours.returncode, 0, ours.stderr)
        self.assertEqual((ours.stdout, ours.stderr), (theirs.stdout, theirs.stderr), arguments)

    def test_the_program_is_from_another_compiler(self):
        makers = [set(re.findall(r"GCC:|clang version", self.comment(binary))) for binary in self.binaries]
        self.assertNotEqual(*makers)

    def comment(self, binary):
        """The section in which compilers leave their names. (Parts of the C library name GCC in each program.)"""
        return subprocess.run(["readelf", "-p", ".comment", binary], capture_output=True, text=True, check=True).stdout

    def test_another_compiler_changes_no_byte_for_any_sampler_and_instruction_set(self):
        for sampler in ("mc", "lhs", "sobol"):
            for isa in self.isas:
                self.assert_same_results("--sampler", sampler, "--isa", isa, "--keep-paths", paths=2000,
                                         files=("results.csv", "paths.csv"))

    def test_another_compiler_changes_no_byte_for_any_distribution(self):
        names = re.findall(r"^\| `(\w+)` \| `", groundwork("reference", "distributions", BASELINE).stdout, re.MULTILINE)
        self.assertGreater(len(names), 10)
        self.assertEqual([name for name in names if f'dist = "{name}"' not in EVERY_DISTRIBUTION], [])
        for isa in self.isas:
            self.assert_same_results("--isa", isa, scenario=self.every_distribution, paths=2000)

    def test_another_compiler_changes_no_byte_of_a_single_path(self):
        self.assert_same_results("--central")
        for scenario in (BASELINE, self.every_distribution):
            self.assert_same_words("run", scenario, "--replay", 1234)

    def test_another_compiler_explains_a_scenario_alike(self):
        for scenario in (BASELINE, self.every_distribution):
            self.assert_same_words("explain", scenario)


if __name__ == "__main__":
    unittest.main()
