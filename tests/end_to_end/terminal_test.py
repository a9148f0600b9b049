"""What `run` shows on a terminal and in a pipe: bars, colours, languages."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import unicodedata
import unittest

from tests.end_to_end.groundwork import BASELINE, BINARY, groundwork, scratch_folder

COLOUR = re.compile(r"\x1b\[\d*m")
TERMINAL = {"LC_ALL": "C.UTF-8", "TERM": "xterm"}


def environment(changes):
    """The test's own, in which nothing speaks of languages, colours or terminals but `changes`."""
    told = ("LC_", "LANG", "NO_COLOR", "TERM", "COLUMNS")
    return {**{name: value for name, value in os.environ.items() if not name.startswith(told)}, **changes}


def on_terminal(*arguments, columns, changes=TERMINAL):
    """What the binary writes to a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 60, columns, 0, 0))
    running = subprocess.Popen([BINARY, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=theirs,
                               stderr=subprocess.DEVNULL, env=environment(changes))
    os.close(theirs)
    written = b""
    try:
        while piece := os.read(ours, 65536):
            written += piece
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    running.wait()
    return written.decode("utf-8").replace("\r\n", "\n")


def columns_of(text):
    """Columns that a text takes: wide and fullwidth characters two (Unicode Standard Annex 11)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in COLOUR.sub("", text))


def first_table(text):
    """The lines of the table that follows the first blank line."""
    return text.split("\n\n")[1].split("\n")


class Terminal(unittest.TestCase):
    def setUp(self):
        self.run_arguments = ("run", BASELINE, "--paths", 600, "--out", scratch_folder(self.addCleanup) / "out")

    def on_terminal(self, *arguments, **options):
        return on_terminal(*self.run_arguments, *arguments, **options)

    def in_pipe(self, *arguments, **changes):
        return groundwork(*self.run_arguments, *arguments, env=environment(changes)).stdout

    def test_a_wide_terminal_gets_coloured_bars(self):
        shown = self.on_terminal(columns=140)
        self.assertIn("-50 %    P50    +50 %", shown)
        self.assertRegex(shown, r"rollout_capex .*\x1b\[36m *╺?━+┿━+╸? *\x1b\[0m")
        self.assertLessEqual(max(map(columns_of, first_table(shown))), 140)

    def test_no_color_is_respected(self):
        shown = self.on_terminal(columns=140, changes={**TERMINAL, "NO_COLOR": "1"})
        self.assertIn("┿", shown)
        self.assertNotIn("\x1b", shown)

    def test_terminals_that_cannot_get_the_table_of_a_pipe(self):
        piped = first_table(self.in_pipe(LC_ALL="C.UTF-8"))
        for columns, changes in ((60, {}), (140, {"TERM": "dumb"}), (140, {"LC_ALL": "C"})):
            self.assertEqual(first_table(self.on_terminal(columns=columns, changes={**TERMINAL, **changes})), piped)
        self.assertEqual(first_table(self.on_terminal("--bars", "never", columns=140)), piped)

    def test_a_pipe_gets_bars_only_if_it_asks_for_them(self):
        self.assertNotRegex(self.in_pipe(LC_ALL="C.UTF-8", COLUMNS="200", TERM="xterm"), r"[━┿\x1b]")
        asked = self.in_pipe("--bars", "always")
        self.assertIn("┿", asked)
        self.assertNotIn("\x1b", asked)

    def test_the_bar_of_a_figure_shows_its_quantiles(self):
        row = next(line for line in self.in_pipe("--bars", "always").split("\n") if line.startswith("rollout_capex ["))
        p05, p50, p95 = (float(text.replace(",", "")) for text in row.split()[4:7])
        drawn = re.search(r" {2}([ ╺━┿╸]{,21})$", row)[1]
        bar = row[row.index(drawn):].strip()
        left, right = bar.split("┿")
        halves = lambda arm: sum(1 if c in "╺╸" else 2 for c in arm) + 1  # and the half of the median's own character
        self.assertAlmostEqual(halves(left) * 0.025, (p50 - p05) / p50, delta=0.0126)  # half a half of 2.5 %, and rounding
        self.assertAlmostEqual(halves(right) * 0.025, (p95 - p50) / p50, delta=0.0126)

    def test_the_locale_chooses_the_language_and_lang_overrules_it(self):
        for changes, is_chinese in (({"LANG": "zh_CN.UTF-8"}, True), ({"LC_MESSAGES": "zh_TW.utf8"}, True), ({"LANG": "zh_CN"}, True),
                                    ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, False), ({"LANG": "zh_CN.GB18030"}, False),
                                    ({"LANG": "en_GB.UTF-8"}, False), ({}, False)):
            self.assertEqual("条路径" in self.in_pipe(**changes), is_chinese, changes)
        self.assertIn("600 paths", self.in_pipe("--lang", "en", LANG="zh_CN.UTF-8"))
        self.assertIn("条路径", self.in_pipe("--lang", "zh"))

    def test_chinese_tables_are_complete_and_line_up(self):
        for shown in (self.in_pipe("--lang", "zh"), self.on_terminal("--lang", "zh", columns=140)):
            body = shown.split("\n", 1)[1]  # the first line is the scenario's own title
            left = re.sub(r"\x1b\[\d*m|CT\+CU|CM\+CBN|P5|P50|P95|5G|CO2|EB|GB|Sobol", "", body.split("结果保存在")[0])
            self.assertNotRegex(left, r"[A-Za-z]")
            heading, dashes, *rows = [line for line in first_table(shown) if "横条" not in line]
            self.assertEqual(columns_of(heading), columns_of(dashes))
            self.assertGreater(len(rows), 30)
            edge = columns_of(heading[:heading.index("时段") + 2])
            for row in rows:
                self.assertEqual(columns_of(re.match(r".*?(合计|2030)(?= )", row)[0]), edge, row)

    def test_explain_and_reference_speak_chinese(self):
        self.assertIn("无线主设备", groundwork("explain", BASELINE, "rollout.cost.ran", "--lang", "zh").stdout)
        self.assertIn("| `tco` | 总拥有成本 |", groundwork("reference", "metrics", BASELINE, "--lang", "zh").stdout)

    def test_another_language_is_refused(self):
        done = groundwork(*self.run_arguments, "--lang", "fr")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--lang", done.stderr)


if __name__ == "__main__":
    unittest.main()
