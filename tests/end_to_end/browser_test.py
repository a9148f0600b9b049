"""A browser does with reports what readers do: report_test.mjs and analyses_test.mjs in tests/end_to_end/browser."""

import os
import shutil
import subprocess
import unittest
from pathlib import Path

from tests.end_to_end.analyses import ANALYSES, make_analyses
from tests.end_to_end.groundwork import BASELINE, ROOT, copy_scenarios, groundwork, scratch_folder

CHROMIUM = shutil.which("chromium")
NODE = shutil.which("node")
PACKAGES = Path(os.environ["GROUNDWORK_BUILD"]) / "browser"

#: Texts that would be elements if they were not escaped.
HOSTILE = r'''extends = "national-2020.toml"
title = "</script><script>alert(1)</script> & \"quotes\""
description = "<img src=x onerror=alert(2)>"
rollout.cost.civil = { dist = "pert", min = 50e3, mode = 60e3, max = 90e3, source = "<b onclick=alert(3)>a 'source'</b>" }
'''


def make_reports(folder):
    """A folder of results and report for each kind of run."""
    copy_scenarios(folder)
    (folder / "hostile.toml").write_text(HOSTILE, encoding="utf-8")
    for name, scenario, options in (("national", BASELINE, ["--paths", 2000]), ("hostile", folder / "hostile.toml", ["--paths", 600]),
                                    ("central", BASELINE, ["--central"])):
        done = groundwork("run", scenario, "--quiet", "--report", "--out", folder / name, *options)
        if done.returncode != 0:
            raise AssertionError(done.stderr)


def make_reports_of_analyses(folder):
    """"all" has the page of a run with each analysis, the sweep twice; "alone" that of two analyses."""
    make_analyses(folder)
    for name, shown in (("all", ["national", *ANALYSES, "sweep"]), ("alone", ["sweep", "backtest"])):
        (folder / name).mkdir()
        done = groundwork("report", *shown, "--out", f"{name}/report.html", folder=folder)
        if done.returncode != 0:
            raise AssertionError(done.stderr)


class Browser(unittest.TestCase):
    def test_readers_find_what_they_look_for(self):
        self.assertIsNotNone(CHROMIUM, "chromium is missing; ./dev test installs it")
        folder = scratch_folder(self.addCleanup)
        make_reports(folder)
        make_reports_of_analyses(folder)
        environment = {**os.environ, "GROUNDWORK_RESULTS": str(folder), "GROUNDWORK_BROWSER_PACKAGES": str(PACKAGES), "CHROMIUM": CHROMIUM}
        tests = [ROOT / "tests/end_to_end/browser" / name for name in ("report_test.mjs", "analyses_test.mjs")]
        done = subprocess.run([NODE, "--test", *tests], env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=240)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertRegex(done.stdout, r"pass \d{2}")


if __name__ == "__main__":
    unittest.main()
