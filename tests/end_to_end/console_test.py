"""What the commands print."""

import re
import unittest

from tests.end_to_end.groundwork import BASELINE, groundwork, scratch_folder


class Console(unittest.TestCase):
    def test_a_pipe_gets_no_escape_codes_and_no_progress(self):
        done = groundwork("run", BASELINE, "--paths", 600, "--out", scratch_folder(self.addCleanup) / "out")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertNotRegex(done.stdout, r"[\x1b\r]")
        for phrase in ("National baseline", "stations_built [thousand]", "mean  +- error", "Results in"):
            self.assertIn(phrase, done.stdout)

    def test_every_command_has_help_with_its_options(self):
        phrases = {"run": "Examples:", "check": "--set", "explain": "KEY", "reference": "metrics", "version": "instruction sets"}
        self.assertIn("Examples:", groundwork("--help").stdout)
        for command, phrase in phrases.items():
            done = groundwork(command, "--help")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn(phrase, done.stdout)
            self.assertIn(command, groundwork("--help").stdout)

    def test_explain_shows_a_quantity_with_meaning_value_source_and_place(self):
        said = groundwork("explain", BASELINE, "rollout.cost.ran").stdout
        self.assertRegex(said, r"rollout\.cost\.ran\n  .*main radio equipment\n")
        for phrase in ("pert", "CNY/station", "P5", "source  D01", "national-2020.toml:67:"):
            self.assertIn(phrase, said)

    def test_explain_shows_all_of_a_group_and_nothing_else(self):
        said = groundwork("explain", BASELINE, "rollout.opex").stdout
        keys = re.findall(r"^(\S+)$", said, re.MULTILINE)
        self.assertEqual(len(keys), 7)
        self.assertTrue(all(key.startswith("rollout.opex.") for key in keys), keys)

    def test_explain_shows_a_flag_and_an_override(self):
        said = groundwork("explain", BASELINE, "sharing.enabled", "--set", "sharing.enabled=false").stdout
        self.assertRegex(said, r"value   false")
        self.assertRegex(said, r"set at  command line")

    def test_explain_shows_everything_if_no_key_is_given(self):
        self.assertGreater(len(re.findall(r"^  set at  ", groundwork("explain", BASELINE).stdout, re.MULTILINE)), 150)


if __name__ == "__main__":
    unittest.main()
