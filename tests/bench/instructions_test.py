"""The gate on instruction counts: what it counts in a profile, when it fails, and what an update writes."""

import contextlib
import io
import subprocess
import sys
import tempfile
import tomllib
import unittest
from pathlib import Path
from unittest import mock

BENCH = Path(__file__).resolve().parents[2] / "bench"
sys.path.insert(0, str(BENCH))
try:
    import callgrind
    import instructions
finally:
    sys.path.remove(str(BENCH))

BUILD = "GNU 12.2.0, RelWithDebInfo"

# `kernel` of ours, called by a library, calls SLEEF and the C library; then one more function of ours.
PROFILE = """\
# callgrind format
positions: line
events: Ir
summary: 1900

ob=(1) /usr/lib/libtbb.so.12.8
fl=(1) ???
fn=(1) tbb::execute()
cob=(2) /somewhere/build/groundwork
cfi=(2) kernel.cpp
cfn=(2) groundwork::kernel(int)
calls=8 46
0 1500

ob=(2)
fl=(2)
fn=(2)
10 100
+3 20
cob=(3) /usr/lib/libsleef.so.3.5.1
cfn=(3) Sleef_finz_expd4_u10avx2
calls=4 0
-1 900
cob=(4) /usr/lib/libc.so.6
cfn=(4) memcpy
calls=1 0
* 5
fi=(3) pack.hpp
* 475

ob=(3)
fn=(3)
0 900

ob=(4)
fn=(4)
0 5

ob=(2)
fn=(5) groundwork::kernel_of_another(int)
7 400
totals: 1900
"""


def run(counts, **options):
    """Status and output of the script, if the parts take so many instructions."""
    made = mock.Mock(build=Path("build"), update="reason" in options, **options)
    measured = {part: callgrind.Count(number, 7) for part, number in counts.items()}
    with mock.patch.multiple(instructions, parse_arguments=lambda: made, build_of=lambda folder: BUILD,
                             measure=lambda folder: measured), contextlib.redirect_stdout(io.StringIO()) as said:
        return instructions.main(), said.getvalue()


class WithBaseline(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "instructions.toml"
        for patch in (mock.patch.object(instructions, "BASELINE", self.file),
                      mock.patch.object(instructions.shutil, "which", lambda name: f"/usr/bin/{name}")):
            patch.start()
            self.addCleanup(patch.stop)

    def write(self, build=BUILD, **numbers):
        self.file.write_text(instructions.baseline_text(build, "so it began", numbers), encoding="utf-8")

    def read(self):
        return tomllib.loads(self.file.read_text(encoding="utf-8"))


class Check(WithBaseline):
    def test_a_part_that_grew_by_more_than_3_percent_fails_and_says_what_to_do(self):
        self.write(kernel=100_000, drawing_mc=100_000)
        status, said = run({"kernel": 103_100, "drawing_mc": 100_000})
        self.assertEqual(status, 1)
        self.assertIn("kernel: grew by 3.10%, more than 3%\n", said)
        self.assertIn("--update --reason", said)
        self.assertNotIn("drawing_mc:", said)

    def test_up_to_3_percent_passes(self):
        self.write(kernel=100_000)
        for now in (97_100, 100_000, 102_900):
            self.assertEqual(run({"kernel": now})[0], 0)

    def test_a_gain_passes_with_a_notice_to_keep_it(self):
        self.write(kernel=100_000)
        status, said = run({"kernel": 90_000})
        self.assertEqual(status, 0)
        self.assertIn("kernel: shrank by 10.00%; update the file", said)

    def test_a_part_on_one_side_only_fails(self):
        self.write(kernel=100_000, gone=5)
        status, said = run({"kernel": 100_000, "new": 5})
        self.assertEqual(status, 1)
        self.assertIn("new: is not in bench/instructions.toml\n", said)
        self.assertIn("gone: is in bench/instructions.toml, but nothing counts it\n", said)

    def test_another_build_is_not_compared_which_fails_in_ci(self):
        self.write(build="Clang 14.0.6, RelWithDebInfo", kernel=1)
        for environment, expected in (({}, instructions.SKIPPED), ({"CI": "true"}, 1)):
            with mock.patch.dict(instructions.os.environ, environment, clear=True):
                status, said = run({"kernel": 100_000})
            self.assertEqual(status, expected)
            self.assertIn(f"the counts are for Clang 14.0.6, RelWithDebInfo; this is {BUILD}", said)

    def test_without_valgrind_nothing_is_compared(self):
        self.write(kernel=1)
        with mock.patch.object(instructions.shutil, "which", lambda name: None), mock.patch.dict(instructions.os.environ, clear=True):
            status, said = run({"kernel": 1})
        self.assertEqual((status, "valgrind is not installed" in said), (instructions.SKIPPED, True))


class Update(WithBaseline):
    def test_it_writes_counts_build_and_reason(self):
        self.assertEqual(run({"kernel": 5, "pilot": 1_000_000}, reason='exact "returns",\n eq. 6.3')[0], 0)
        self.assertEqual(self.read(), {"build": BUILD, "reason": 'exact "returns", eq. 6.3',
                                       "instructions": {"kernel": 5, "pilot": 1_000_000}})

    def test_the_check_passes_after_it(self):
        self.write(kernel=100_000)
        self.assertEqual(run({"kernel": 200_000})[0], 1)
        run({"kernel": 200_000}, reason="needed")
        self.assertEqual(run({"kernel": 200_000})[0], 0)

    def test_small_steps_add_up(self):
        self.write(kernel=100_000, pilot=100_000, reading=100_000)
        run({"kernel": 102_900, "pilot": 99_000, "reading": 110_000}, reason="reading checks more")
        self.assertEqual(self.read()["instructions"], {"kernel": 100_000, "pilot": 99_000, "reading": 110_000})

    def test_counts_of_another_build_are_not_kept(self):
        self.write(build="GNU 13.1.0, RelWithDebInfo", kernel=100_000)
        run({"kernel": 101_000}, reason="another compiler")
        self.assertEqual(self.read()["instructions"], {"kernel": 101_000})

    def test_it_needs_a_reason(self):
        for arguments in (["--update"], ["--update", "--reason", " "], ["--reason", "why not"]):
            done = subprocess.run([sys.executable, "-B", BENCH / "instructions.py", "--build", "build", *arguments],
                                  capture_output=True, text=True)
            self.assertEqual(done.returncode, 2)
            self.assertIn("--update needs --reason TEXT", done.stderr)


class Profile(unittest.TestCase):
    def test_instructions_of_ours_and_of_sleef_are_counted_apart_from_the_others(self):
        self.assertEqual(callgrind.read_profile(PROFILE, ["groundwork::kernel(*"]), callgrind.Count(100 + 20 + 475 + 900 + 400, 5))

    def test_a_function_that_did_not_run_is_named(self):
        with self.assertRaisesRegex(callgrind.Failed, r"`groundwork::renamed\(\*` is the name of 0 functions"):
            callgrind.read_profile(PROFILE, ["groundwork::renamed(*"])

    def test_a_name_that_several_functions_have_is_refused(self):
        with self.assertRaisesRegex(callgrind.Failed, "the name of 2 functions"):
            callgrind.read_profile(PROFILE, ["groundwork::kernel*"])


class File(unittest.TestCase):
    def test_the_file_has_every_part_and_a_reason(self):
        baseline = tomllib.loads(instructions.BASELINE.read_text(encoding="utf-8"))
        self.assertEqual(list(baseline["instructions"]), list(instructions.PARTS))
        self.assertTrue(baseline["reason"])


if __name__ == "__main__":
    unittest.main()
