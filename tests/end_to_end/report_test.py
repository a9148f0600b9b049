"""The report page as a file: whole, small, complete in itself, the same every time; and what may go wrong."""

import json
import os
import re
import resource
import shutil
import signal
import stat
import unittest

from tests.end_to_end.analyses import ANALYSES, make_analyses
from tests.end_to_end.groundwork import groundwork, read_rows, run_scenario, scratch_folder

MEGABYTE = 1_000_000

#: Addresses that name a vocabulary or are words of a licence; nothing loads them.
NAMES_ONLY = re.compile(r"https?://(www\.w3\.org/|www\.apache\.org/licenses)")


def payload_of(html):
    """The data that the page shows."""
    return json.loads(re.search(r'<script id="payload" type="application/json">(.*?)</script>', html, re.DOTALL)[1])


class Report(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = run_scenario(cls.addClassCleanup, paths=600)
        cls.done = groundwork("report", cls.folder, "--lang", "en")
        cls.html = (cls.folder / "report.html").read_text(encoding="utf-8")

    def test_it_says_where_the_page_is(self):
        self.assertEqual((self.done.returncode, self.done.stderr), (0, ""))
        self.assertEqual(self.done.stdout, f"Report in {self.folder / 'report.html'}\n")

    def test_the_page_is_smaller_than_four_megabytes(self):
        self.assertLess((self.folder / "report.html").stat().st_size, 4 * MEGABYTE)

    def test_the_page_loads_nothing(self):
        self.assertEqual(re.findall(r"""<(?:link|img|iframe|object|embed)\b""", self.html), [])
        self.assertEqual(re.findall(r"<script[^>]*\bsrc\b", self.html), [])
        addresses = re.findall(r"""https?://[^\s"'`\\)<]*""", self.html)
        self.assertEqual([address for address in addresses if not NAMES_ONLY.match(address)], [])
        self.assertIn("default-src 'none'", self.html)

    def test_the_page_is_the_same_every_time(self):
        again = scratch_folder(self.addCleanup) / "again.html"
        groundwork("report", self.folder, "--out", again, "--lang", "en")
        self.assertEqual(again.read_text(encoding="utf-8"), self.html)

    def test_a_run_makes_the_same_page(self):
        folder = run_scenario(self.addCleanup, "--report", "--lang", "en", paths=600)
        self.assertEqual(payload_of((folder / "report.html").read_text(encoding="utf-8")), payload_of(self.html))

    def test_every_text_is_in_both_languages(self):
        run = payload_of(self.html)["run"]
        for metric in run["metrics"]:
            for member in ("title", "meaning"):
                self.assertRegex(metric[member]["zh"], r"[\u4e00-\u9fff]", metric["name"])
            self.assertEqual(set(metric["display"]), {"en", "zh"})
        for entry in run["inputs"] + run["settings"]:
            self.assertRegex(entry["meaning"]["zh"], r"[\u4e00-\u9fff]", entry["key"])
        for scope in run["scopes"]:
            if scope["kind"] in ("country", "region", "province"):
                self.assertRegex(scope["title"]["zh"], r"[\u4e00-\u9fff]", scope["name"])

    def test_it_opens_in_the_language_asked_for(self):
        page = scratch_folder(self.addCleanup) / "page.html"
        for arguments, language in (([], None), (["--lang", "zh"], "zh")):
            groundwork("report", self.folder, "--out", page, *arguments)
            self.assertEqual(payload_of(page.read_text(encoding="utf-8"))["language"], language)

    def test_open_shows_the_page_with_the_desktops_program(self):
        programs = scratch_folder(self.addCleanup)
        opener = programs / "xdg-open"
        opener.write_text(f'#!/bin/sh\nprintf %s "$1" >"{programs}/opened"\n', encoding="utf-8")
        opener.chmod(opener.stat().st_mode | stat.S_IXUSR)
        done = groundwork("report", self.folder, "--open", env={**os.environ, "PATH": str(programs)})
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual((programs / "opened").read_text(encoding="utf-8"), str(self.folder / "report.html"))

    def test_without_such_a_program_the_page_is_there_all_the_same(self):
        done = groundwork("report", self.folder, "--open", env={**os.environ, "PATH": "/nowhere"})
        self.assertEqual(done.returncode, 0)
        self.assertIn("open the file yourself", done.stderr)

    def test_a_run_into_the_folder_replaces_the_page_too(self):
        folder = scratch_folder(self.addCleanup) / "out"
        shutil.copytree(self.folder, folder)
        done = groundwork("run", "scenarios/national-2020.toml", "--paths", 600, "--quiet", "--out", folder)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertFalse((folder / "report.html").exists())


class Analyses(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.run_folder = run_scenario(cls.addClassCleanup, paths=600)
        cls.folder = scratch_folder(cls.addClassCleanup)
        make_analyses(cls.folder)

    def page(self, *folders):
        """What a page of these folders says, and how large it is."""
        page = scratch_folder(self.addCleanup) / "page.html"
        done = groundwork("report", *folders, "--out", page, folder=self.folder)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        html = page.read_text(encoding="utf-8")
        return payload_of(html), len(html.encode())

    def test_each_kind_is_told_by_its_folder_alone(self):
        payload, size = self.page(self.run_folder, *ANALYSES)
        self.assertEqual([analysis["kind"] for analysis in payload["analyses"]], list(ANALYSES))
        self.assertEqual([analysis["folder"] for analysis in payload["analyses"]], list(ANALYSES))
        self.assertIsNotNone(payload["run"])
        self.assertLess(size, 4 * MEGABYTE)

    def test_analyses_make_a_page_without_a_run(self):
        payload, _ = self.page("sweep", "compare")
        self.assertIsNone(payload["run"])
        self.assertEqual([analysis["kind"] for analysis in payload["analyses"]], ["sweep", "compare"])

    def test_a_kind_may_be_there_twice(self):
        payload, _ = self.page("backtest", "backtest/")
        self.assertEqual([analysis["folder"] for analysis in payload["analyses"]], ["backtest", "backtest"])

    def test_numbers_are_those_of_the_folder_to_seven_digits(self):
        payload, _ = self.page("sweep")
        exact = json.loads((self.folder / "sweep/sweep.json").read_text(encoding="utf-8"))
        for shown, point in zip(payload["analyses"][0]["results"], exact["results"], strict=True):
            self.assertEqual(shown["values"], point["values"])
            for short, figure in zip(shown["figures"], point["figures"], strict=True):
                for name, number in figure.items():
                    self.assertLessEqual(abs(short[name] - number), 5.1e-7 * abs(number), name)

    def test_figures_have_words_in_both_languages(self):
        payload, _ = self.page("sensitivity", "compare", "sweep", "value")
        figures = [figure for analysis in payload["analyses"] for figure in analysis.get("figures", [analysis])]
        for figure in figures:
            self.assertRegex(figure["title"]["zh"], r"[\u4e00-\u9fff]", figure["metric"])
            self.assertEqual(set(figure["display"]), {"en", "zh"})

    def test_points_of_a_sweep_are_those_of_its_table(self):
        exact = json.loads((self.folder / "sweep/sweep.json").read_text(encoding="utf-8"))
        rows = read_rows(self.folder / "sweep/points.csv")
        self.assertEqual([point["point"] for point in exact["results"]], [int(row["point"]) for row in rows])
        front = [point["point"] for point in exact["results"] if point["pareto"] == "front"]
        self.assertEqual(front, exact["pareto_front"])

    def refused(self, *folders):
        page = self.folder / "refused.html"
        done = groundwork("report", *folders, "--out", page, folder=self.folder)
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        self.assertFalse(page.exists())
        return done.stderr

    def test_all_folders_that_cannot_be_shown_are_told_at_once(self):
        empty = scratch_folder(self.addCleanup)
        message = self.refused("sweep", "absent", empty, self.run_folder)
        self.assertIn("absent: error: there is no such folder", message)
        self.assertIn(f"{empty}: error: this folder does not hold the results of a run or of an analysis", message)
        self.assertIn(f"{self.run_folder}: error: a page shows one run, which comes first", message)
        self.assertIn("3 errors", message)

    def altered(self, change):
        """A folder of a backtest whose summary is changed."""
        folder = scratch_folder(self.addCleanup) / "altered"
        shutil.copytree(self.folder / "backtest", folder)
        summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
        change(summary)
        (folder / "summary.json").write_text(json.dumps(summary), encoding="utf-8")
        return folder

    def test_other_formats_kinds_and_writers_are_refused(self):
        self.assertIn("these results are of format 99, written by groundwork",
                      self.refused(self.altered(lambda summary: summary.update(format=99))))
        self.assertIn("these results are of format 0", self.refused(self.altered(lambda summary: summary.pop("format"))))
        self.assertIn("a page cannot show results of the kind 'horoscope'",
                      self.refused(self.altered(lambda summary: summary.update(kind="horoscope"))))
        self.assertIn("was not written by groundwork", self.refused(self.altered(lambda summary: summary.pop("generator"))))


class WrongInput(unittest.TestCase):
    def setUp(self):
        super().setUp()
        self.folder = run_scenario(self.addCleanup, paths=600)

    def refused(self, *arguments, because, status=2, **options):
        """Nothing is written, and the message says why."""
        before = sorted(self.folder.parent.rglob("*"))
        done = groundwork("report", *arguments, **options)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        self.assertIn(because, done.stderr)
        self.assertEqual(sorted(self.folder.parent.rglob("*")), before)

    def test_a_folder_that_is_not_there(self):
        self.refused(self.folder / "absent", because="there is no such folder")

    def test_a_folder_that_is_not_ours(self):
        self.refused(scratch_folder(self.addCleanup), because="this folder does not hold the results of a run or of an analysis")

    def test_an_older_format_names_the_version_that_reads_it(self):
        (self.folder / "study.json").unlink()
        version = json.loads((self.folder / "summary.json").read_text(encoding="utf-8"))["version"]
        self.refused(self.folder, because=f"read them with groundwork {version}")

    def test_a_file_that_is_no_report_is_left_alone(self):
        mine = self.folder.parent / "mine.html"
        mine.write_text("mine", encoding="utf-8")
        self.refused(self.folder, "--out", mine, because="is not a report of groundwork")
        self.assertEqual(mine.read_text(encoding="utf-8"), "mine")

    def test_a_language_that_the_page_does_not_have(self):
        self.refused(self.folder, "--lang", "fr", because="--lang", status=2)

    def test_a_full_disk_leaves_no_part_of_a_page(self):
        def no_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write then fails, as on a full disk
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        self.refused(self.folder, because="File too large", status=1, preexec_fn=no_room)


if __name__ == "__main__":
    unittest.main()
