"""An analysis run in English and in Chinese, and what must hold of the two, whatever it is."""

import itertools
import re
import unicodedata

from tests.end_to_end.groundwork import groundwork, scratch_folder

#: What is not Chinese in any language: names of files, inputs, options, networks, places and sources, and units.
OWN_NAMES = (r"National baseline 2020-2030|`groundwork run \S+`|\S+\.(?:csv|db|toml)\b|--\w+(?: DIR)?|[a-z_]+(?:\.[\w*\[\]-]+)+|\S+/\S+|"
             r"national-2020|no-sharing|CN-[A-Z]{2}|\b(?:(?:north)?east|central|west)\b|CT\+CU|CM\+CBN|PRCC|SRC|[SO]\d{3}|"
             r"(?:true|false|[45]G|GB|[Pp]\d+|P(?=\()|\bout)(?![A-Za-z])")


def columns_of(text):
    """Columns that a text takes: wide and fullwidth characters two (Unicode Standard Annex 11)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def cell_ends(line):
    """At which columns the cells of a table's line end."""
    return [columns_of(line[:cell.end()]) for cell in re.finditer(r"[SO]\d{3}[ *]|\S+(?: \S+)*", line)]


def files_of(folder):
    """{name: text} without what a clock says."""
    return {path.name: re.sub(r'\n *"seconds": [^\n]*', "", path.read_text(encoding="utf-8")) for path in folder.iterdir()}


class InBothLanguages:
    """Runs `arguments` in English and in Chinese, each in a folder of its own."""

    @classmethod
    def setUpClass(cls):
        cls.said, cls.folders = {}, {}
        for language in ("en", "zh"):
            cls.folders[language] = folder = scratch_folder(cls.addClassCleanup)
            for name, text in cls.given.items():
                (folder / name).write_text(text, encoding="utf-8")
            done = groundwork(*cls.arguments, "--out", "out", "--lang", language, folder=folder)
            if (done.returncode, done.stderr) != (0, ""):
                raise AssertionError(done.stderr)
            cls.said[language] = done.stdout
        cls.out = cls.folders["zh"] / "out"

    given = {}

    def test_no_english_is_left(self):
        left = re.sub(OWN_NAMES, "", self.said["zh"])
        self.assertNotRegex(left, r"[A-Za-z]")
        self.assertNotRegex(left, r"[\u4e00-\u9fff][,.;:()]|\+-")  # punctuation is Chinese too

    def test_english_has_no_chinese_but_what_the_user_wrote(self):
        own = "".join(self.given.values())
        self.assertEqual({c for c in self.said["en"] if c > "\u2fff"} - set(own), set())

    def test_files_are_the_same_bytes(self):
        english, chinese = (files_of(folder / "out") for folder in self.folders.values())
        self.assertEqual(english, chinese)
        self.assertGreater(len(english), 1)

    def test_tables_line_up(self):
        lines = self.said["zh"].split("\n")
        tables = [i for i, line in enumerate(lines) if re.fullmatch("-{20,}", line)]
        self.assertTrue(tables)
        for i in tables:
            rows = list(itertools.takewhile(lambda line: "  " in line, lines[i + 1:]))
            self.assertEqual(max(map(columns_of, [lines[i - 1], *rows])), len(lines[i]))
            ends = cell_ends(lines[i - 1])
            for names in (1, 2):  # the second name of a place has no head
                whole = [row for row in rows if len(cell_ends(row)) == len(ends) + names - 1]
                for row in whole:
                    self.assertEqual(cell_ends(row)[names:], ends[1:], row)
                if whole:
                    break
            self.assertTrue(whole)

    def assert_says(self, *sentences):
        for sentence in sentences:
            self.assertIn(sentence, self.said["zh"])
