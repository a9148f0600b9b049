"""Whatever is wrong, the planner reads what, where and what to do; the exit status is 2, and nothing is written."""

import contextlib
import os
import re
import unittest

from tests.end_to_end.groundwork import copy_scenarios, groundwork, scratch_folder
from tests.end_to_end.wrong_arguments import SETTINGS, USAGE
from tests.end_to_end.wrong_files import CHANGES, FILES, SCENARIO, TABLES
from tests.end_to_end.wrong_values import VALUES

MARK = "▸"
PLAN = "plan.toml"
SEARCH = f"""
title = "Cheaper"
scenario = "{SCENARIO}"
[objective]
minimise = "mean(tco:rollout)"
[[lever]]
input = "rollout.plan.2022"
from = 400_000
to = 1_000_000
"""
SECONDS = 2
INTERNALS = re.compile(r"terminate|what\(\)|std::|toml::|exception|Assertion|Sanitizer|Segmentation", re.IGNORECASE)


def unmarked(text):
    """The text without its mark, and ":line:column" of the mark; "" if there is none."""
    before, mark, after = text.partition(MARK)
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return before + after, f":{line}:{column}" if mark else ""


class WrongInputTest(unittest.TestCase):
    """Runs in a folder with a copy of the baseline."""

    def setUp(self):
        self.folder = scratch_folder(self.addCleanup)
        copy_scenarios(self.folder)

    def run_wrongly(self, arguments, **options):
        """What a run of at most two seconds says that ends with exit status 2 and has neither printed nor written results."""
        before = sorted(self.folder.rglob("*"))
        done = groundwork(*arguments, folder=self.folder, timeout=SECONDS, **options)
        self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
        self.assertNotRegex(done.stderr, INTERNALS)
        self.assertEqual(sorted(self.folder.rglob("*")), before)
        return done.stderr

    def assert_one_error(self, said, at, phrase):
        errors = [line for line in said.splitlines() if ": error: " in line]
        self.assertEqual(len(errors), 1, said)
        self.assertTrue(errors[0].startswith(f"{at}: error: "), f"expected at {at}:\n{said}")
        self.assertIn(phrase, said)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8", newline="")

    @contextlib.contextmanager
    def changed(self, name, text):
        """For a while the file has another content."""
        right = (self.folder / name).read_text(encoding="utf-8")
        self.write(name, text)
        try:
            yield
        finally:
            self.write(name, right)


class WrongInput(WrongInputTest):
    def assert_plan_refused(self, marked, phrase):
        text, place = unmarked(marked)
        self.write(PLAN, text)
        self.assert_one_error(self.run_wrongly(["check", PLAN]), PLAN + place, phrase)

    def test_a_wrong_value_is_pointed_at(self):
        for wrong, plan, phrase in VALUES:
            with self.subTest(wrong):
                self.assert_plan_refused(f'extends = "{SCENARIO}"\n{plan}\n', phrase)

    def test_a_broken_scenario_file_is_pointed_at(self):
        for wrong, text, phrase in FILES:
            with self.subTest(wrong):
                self.assert_plan_refused(text, phrase)

    def test_a_wrong_change_of_the_baseline_is_pointed_at(self):
        for wrong, name, old, new, phrase in CHANGES:
            with self.subTest(wrong):
                right = (self.folder / name).read_text(encoding="utf-8")
                self.assertEqual(right.count(old), 1)
                text, place = unmarked(right.replace(old, new))
                with self.changed(name, text):
                    said = self.run_wrongly(["check", SCENARIO])
                self.assertIn(f"{name}{place}:", said)
                self.assertIn(phrase, said)

    def test_a_broken_table_is_pointed_at(self):
        for wrong, name, text, phrase in TABLES:
            with self.subTest(wrong):
                content, place = unmarked(text)
                with self.changed(name, content):
                    said = self.run_wrongly(["check", SCENARIO])
                self.assert_one_error(said, name + place, phrase)

    def test_a_wrong_setting_on_the_command_line_is_said_to_be_there(self):
        for wrong, arguments, phrase in SETTINGS:
            with self.subTest(wrong):
                self.assert_one_error(self.run_wrongly(arguments), "command line", phrase)

    def test_a_wrong_command_line_is_refused(self):
        for wrong, arguments, phrase in USAGE:
            with self.subTest(wrong):
                self.assertIn(phrase, self.run_wrongly(arguments))

    def test_at_least_75_wrong_inputs_are_tried(self):
        self.assertGreaterEqual(sum(map(len, (VALUES, FILES, CHANGES, TABLES, SETTINGS, USAGE))), 75)


class WrongPlace(WrongInputTest):
    """Scenarios that cannot even be read."""

    def test_a_scenario_that_is_missing_is_named_with_a_similar_one(self):
        said = self.run_wrongly(["check", "national-2021.toml"])
        self.assert_one_error(said, "national-2021.toml", "did you mean 'national-2020.toml'?")

    def test_a_folder_is_no_scenario(self):
        self.assert_one_error(self.run_wrongly(["check", "data"]), "data", "it is a folder")

    def test_a_pipe_or_a_device_is_no_scenario(self):
        os.mkfifo(self.folder / "pipe")
        for path in ("pipe", "/dev/zero"):
            self.assert_one_error(self.run_wrongly(["check", path]), path, "it is not a regular file")

    def test_a_file_of_100_megabytes_is_not_read(self):
        with open(self.folder / PLAN, "wb") as file:
            file.truncate(100_000_000)
        self.assert_one_error(self.run_wrongly(["check", PLAN]), PLAN, "it has 100.0 MB, the limit is")

    def test_a_table_of_a_gigabyte_is_not_read(self):
        with open(self.folder / "data/backbone.csv", "wb") as file:
            file.truncate(1_000_000_000)
        self.assertIn("it has 1000.0 MB, the limit is", self.run_wrongly(["check", SCENARIO]))

    def test_a_file_that_may_not_be_read_is_refused(self):
        (self.folder / SCENARIO).chmod(0)
        self.folder.chmod(0o755)
        try:
            said = self.run_wrongly(["check", SCENARIO], **({"user": "nobody"} if os.geteuid() == 0 else {}))
        except PermissionError:
            self.skipTest("root, and nobody else may run the binary")
        self.assert_one_error(said, SCENARIO, "permission denied")

    def test_a_file_that_is_not_utf_8_is_pointed_at(self):
        (self.folder / PLAN).write_bytes(b'extends = "national-2020.toml"\ntitle = "\xc3\xa9t\xe9"\n')
        self.assert_one_error(self.run_wrongly(["check", PLAN]), f"{PLAN}:2:12", "byte 0xe9 is not UTF-8")

    def test_a_table_that_is_not_utf_8_is_pointed_at(self):
        (self.folder / "data/backbone.csv").write_bytes(b"from,to,route_km\nCN-BJ,\xff,3\n")
        self.assert_one_error(self.run_wrongly(["check", SCENARIO]), "data/backbone.csv:2:7", "byte 0xff is not UTF-8")

    def test_a_byte_order_mark_is_no_error(self):
        for name in (SCENARIO, "data/backbone.csv"):
            (self.folder / name).write_bytes(b"\xef\xbb\xbf" + (self.folder / name).read_bytes())
        self.assertEqual(groundwork("check", SCENARIO, folder=self.folder).returncode, 0)

    def test_files_that_extend_one_another_are_named(self):
        self.write("a.toml", 'extends = "b.toml"\n')
        self.write("b.toml", '\nextends = "a.toml"\n')
        said = self.run_wrongly(["check", "a.toml"])
        self.assert_one_error(said, "b.toml:2:11", "extend one another: a.toml -> b.toml -> a.toml")

    def test_nine_networks_are_too_many(self):
        text = (self.folder / SCENARIO).read_text(encoding="utf-8")
        start = text.index("[[network]]\n")
        one = text[start:text.index("[[network]]\n", start + 1)]
        self.write(SCENARIO, text + "".join(one.replace("CM+CBN", f"N{i}") for i in range(7)))
        line = text[:start].count("\n") + 1
        said = self.run_wrongly(["check", SCENARIO])
        self.assert_one_error(said, f"{SCENARIO}:{line}:1", "9 networks are more than the 8 that fit")


class SeveralErrors(WrongInputTest):
    def test_everything_that_is_wrong_is_said_in_one_pass(self):
        self.write(PLAN, f'extends = "{SCENARIO}"\n[radio]\nsectors = "three"\ncolour = 1\n[time]\nend = "soon"\n'
                         '[rollout.cost]\nran = { dist = "uniform", min = 3, max = 1, source = "x" }\n')
        self.write("data/backbone.csv", "from,to,route_km\nCN-BJ,CN-TJ,far\nCN-BJ,,7\n")
        said = self.run_wrongly(["check", PLAN, "--set", "radio.downlink_share=7"])
        self.assertEqual(said.count(": error: "), 7, said)
        self.assertTrue(said.endswith("\n7 errors\n"), said)

    def test_a_stage_circle_names_the_stages_on_it(self):
        self.write(PLAN, f'extends = "{SCENARIO}"\n[construction.stages.permit]\nafter = ["install"]\n')
        said = self.run_wrongly(["check", PLAN])
        circle = re.search(r"in a circle: (.*)", said)[1].split(" -> ")
        self.assertEqual((set(circle), circle[0]), ({"permit", "civil", "install"}, circle[-1]))

    def test_correlations_that_cannot_hold_together_are_accepted_on_request(self):
        plan = next(text for wrong, text, _ in VALUES if wrong == "correlations that cannot hold together")
        self.write(PLAN, f'extends = "{SCENARIO}"\n{plan.replace(MARK, "")}\n')
        done = groundwork("check", PLAN, "--accept-nearest-correlation", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("warning: correlations that cannot hold together were replaced", done.stderr)


class ResultFolder(WrongInputTest):
    """What a run must leave alone."""

    def contents(self, folder):
        return {path.name: path.read_bytes() for path in (self.folder / folder).iterdir()}

    def test_a_folder_with_a_strangers_file_is_left_alone(self):
        (self.folder / "out").mkdir()
        self.write("out/thesis.tex", "do not lose me")
        said = self.run_wrongly(["run", SCENARIO, "--paths", 10, "--out", "out"])
        self.assertIn("out holds files that are not results of groundwork", said)
        self.assertEqual(self.contents("out"), {"thesis.tex": b"do not lose me"})

    def test_it_is_told_together_with_a_wrong_scenario(self):
        (self.folder / "out").mkdir()
        self.write("out/thesis.tex", "do not lose me")
        self.write(PLAN, f'extends = "{SCENARIO}"')
        self.write("search.toml", SEARCH)
        wrong = ("--out", "out", "--set", "radio.sectors=0")
        for command in (["run", SCENARIO], ["sensitivity", SCENARIO, "--metric", "tco"],
                        ["discover", SCENARIO, "--when", "tco > p90"], ["backtest", SCENARIO], ["value", SCENARIO, "--against-zero"],
                        ["compare", SCENARIO, PLAN], ["optimise", "search.toml"]):
            with self.subTest(command[0]):
                said = self.run_wrongly([*command, *wrong])
                self.assertIn("radio.sectors", said)
                self.assertIn("out holds files that are not results of groundwork", said)
        said = self.run_wrongly(["run", SCENARIO, "--netcdf", "nowhere/run.nc", "--checkpoint", SCENARIO, *wrong])
        self.assertIn("nowhere/run.nc: error: there is no folder", said)
        self.assertIn(f"{SCENARIO}: error: there is a file already", said)
        self.assertIn("4 errors", said)

    def test_a_strangers_summary_does_not_make_a_folder_ours(self):
        (self.folder / "out").mkdir()
        for text in ("not JSON", "[]", "{}", '{"generator": 7}', '{"generator": "other"}'):
            with self.subTest(text):
                self.write("out/summary.json", text)
                self.run_wrongly(["run", SCENARIO, "--paths", 10, "--out", "out"])
                self.assertEqual(self.contents("out"), {"summary.json": text.encode()})

    def test_a_run_that_fails_leaves_earlier_results_as_they_were(self):
        self.assertEqual(groundwork("run", SCENARIO, "--paths", 10, "--out", "out", folder=self.folder).returncode, 0)
        before = self.contents("out")
        self.run_wrongly(["run", SCENARIO, "--out", "out", "--set", "radio.sectors=0"])
        self.assertEqual(self.contents("out"), before)


if __name__ == "__main__":
    unittest.main()
