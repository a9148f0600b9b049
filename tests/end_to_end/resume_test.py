"""Runs that are killed, resumed, grown, or end when a precision is met."""

import random
import subprocess
import time
import unittest

from tests.end_to_end.groundwork import (BASELINE, BINARY, IS_OPTIMISED, groundwork, read_summary, run_scenario,
                                         scratch_folder)

SLOWNESS = 1 if IS_OPTIMISED else 10


class Resume(unittest.TestCase):
    def setUp(self):
        self.folder = scratch_folder(self.addCleanup)
        self.checkpoint = self.folder / "run.gw"

    def run_to(self, name, *arguments):
        """The bytes of results.csv of a run that must succeed."""
        done = groundwork("run", BASELINE, "--quiet", "--out", self.folder / name, *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return (self.folder / name / "results.csv").read_bytes()

    def refused(self, *arguments):
        done = groundwork("run", BASELINE, "--quiet", "--out", self.folder / "refused", *arguments)
        self.assertEqual(done.returncode, 2, done.stdout)
        self.assertFalse((self.folder / "refused").exists())
        return done.stderr

    def kill_after(self, seconds, *arguments):
        """Kills a run that saves its state all the time; whether it was still running."""
        command = [BINARY, "run", str(BASELINE), "--quiet", "--checkpoint", str(self.checkpoint), "--every", "0.05",
                   "--out", str(self.folder / "killed"), *arguments]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            time.sleep(seconds)
            was_running = run.poll() is None
            run.kill()
        return was_running

    def test_a_run_killed_at_twenty_moments_ends_with_the_same_bytes(self):
        moments = random.Random(20)
        asked = ("--paths", str(300_000 // SLOWNESS), "--sampler", "sobol")
        kills = 0
        while kills < 20:
            resume = ("--resume", self.checkpoint) if self.checkpoint.exists() else ()
            kills += self.kill_after(moments.uniform(0.02, 0.5 * SLOWNESS), *asked, *map(str, resume))
        resumed = self.run_to("resumed", *asked, "--resume", self.checkpoint)
        self.assertEqual(resumed, self.run_to("straight", *asked))

    def test_a_run_grows_to_what_it_would_have_been(self):
        for sampler in ("mc", "sobol"):
            self.checkpoint.unlink(missing_ok=True)
            self.run_to("small", "--paths", 1234, "--sampler", sampler, "--checkpoint", self.checkpoint)
            grown = self.run_to("grown", "--paths", 5000, "--sampler", sampler, "--resume", self.checkpoint)
            self.assertEqual(grown, self.run_to("at_once", "--paths", 5000, "--sampler", sampler))

    def test_a_checkpoint_of_another_run_is_refused_with_the_reason(self):
        self.run_to("first", "--paths", 1000, "--checkpoint", self.checkpoint)
        resume = ("--resume", self.checkpoint)
        for change, reason in ((("--seed", 1), "another seed (62, not 1)"), (("--sampler", "lhs"), "another sampler (mc, not lhs)"),
                               (("--set", "radio.sectors=4"), "another scenario"), (("--paths", 600), "holds 992 paths")):
            self.assertIn(reason, self.refused(*resume, *change))
        damaged = bytearray(self.checkpoint.read_bytes())
        damaged[len(damaged) // 2] ^= 4
        self.checkpoint.write_bytes(damaged)
        self.assertIn("damaged", self.refused(*resume))
        self.assertIn("no checkpoint", self.refused("--resume", BASELINE))
        self.assertIn("cannot read", self.refused("--resume", self.folder / "nowhere"))

    def test_a_resumed_file_keeps_its_paths_whatever_it_is_called(self):
        self.run_to("first", "--paths", 1008, "--checkpoint", self.checkpoint)
        other_name = self.folder / "." / "sub" / ".." / "run.gw"
        (self.folder / "sub").mkdir()
        before = self.checkpoint.stat().st_size
        command = [BINARY, "run", str(BASELINE), "--quiet", "--paths", "100000000", "--resume", str(self.checkpoint),
                   "--checkpoint", str(other_name), "--every", "1000", "--out", str(self.folder / "killed")]
        with subprocess.Popen(command) as run:
            time.sleep(0.5)
            run.kill()
        self.assertEqual(self.checkpoint.stat().st_size, before)

    def test_a_file_that_is_there_is_not_written_over(self):
        self.checkpoint.write_text("mine")
        self.assertIn("not the one that is resumed", self.refused("--checkpoint", self.checkpoint))
        self.assertEqual(self.checkpoint.read_text(), "mine")

    def test_a_checkpoint_that_cannot_be_written_is_told_before_the_run(self):
        done = groundwork("run", BASELINE, "--quiet", "--out", self.folder / "out", "--checkpoint", self.folder / "no" / "run.gw")
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot write the checkpoint", done.stderr)
        self.assertFalse((self.folder / "out").exists())


class Precision(unittest.TestCase):
    def test_a_run_ends_when_the_precision_is_met_and_can_be_repeated(self):
        folder = run_scenario(self.addCleanup, "--precision", "tco=0.5%", "--precision", "p95(rollout_capex)=2%", paths=100_000)
        summary = read_summary(folder)
        self.assertLess(summary["paths"], 20_000)
        self.assertEqual([(target["met"], target["relative"]) for target in summary["precision"]], [(True, True)] * 2)
        # The half-width of a mean is 1.96 standard errors, by definition.
        tco = next(row for row in summary["headline"] if row["metric"] == "tco")
        self.assertAlmostEqual(summary["precision"][0]["half_width"], 1.959964 * tco["se"] / tco["mean"], places=9)
        again = scratch_folder(self.addCleanup) / "again"
        self.assertEqual(groundwork("run", folder / "scenario.toml", "--quiet", "--out", again).returncode, 0)
        self.assertEqual((again / "results.csv").read_bytes(), (folder / "results.csv").read_bytes())

    def test_a_precision_that_is_not_met_is_said(self):
        folder = scratch_folder(self.addCleanup)
        done = groundwork("run", BASELINE, "--paths", 1000, "--precision", "tco=0.001%", "--out", folder / "out")
        self.assertEqual(done.returncode, 0)
        self.assertIn("Precision tco=0.001%: NOT met", done.stdout)
        self.assertIn("was not met with 1,000 paths", done.stderr)

    def test_time_ends_a_run_with_what_is_done(self):
        folder = scratch_folder(self.addCleanup) / "out"
        done = groundwork("run", BASELINE, "--paths", 100_000_000, "--seconds", 0.5, "--out", folder)
        self.assertEqual(done.returncode, 0)
        self.assertIn("Out of time", done.stdout)
        self.assertEqual(read_summary(folder)["ending"], "out of time")

    def test_every_wrong_target_is_told_at_once(self):
        wrong = ("tcoo=1%", "p33(tco)=1%", "stations:2050=1%", "tco", "tco=0")
        done = groundwork("run", BASELINE, "--sampler", "lhs", *(word for text in wrong for word in ("--precision", text)))
        self.assertEqual(done.returncode, 2)
        for said in ("did you mean 'tco'?", "'p33' is no statistic", "'2050' is no scope or period", "precision 'tco' does not say",
                     "precision 'tco=0' does not say", "sampler 'lhs'", "6 errors"):
            self.assertIn(said, done.stderr)


if __name__ == "__main__":
    unittest.main()
