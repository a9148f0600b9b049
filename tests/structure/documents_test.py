"""Documents, packages and the root folder agree with the code."""

import re
import unittest

from tests.structure.project import ROOT, read, tracked

TOP = {"sim", "scenarios", "models", "tests", "bench", "docs", "CMakeLists.txt", "CMakePresets.json", "README.md", "CHANGELOG.md",
       "CONTRIBUTING.md", "LICENSE", "dev"}
MODEL_DOCS = ROOT / "docs" / "models"


def cited_equations(text):
    """Equation numbers such as 2.7 that a text cites: "eq. 2.7", "eq. 2.2 and 2.7 to 2.9", "Equation 1.5"."""
    for match in re.finditer(r"\b(?:eq\.|[Ee]quations?)\s+(\d+\.\d+(?:(?:,| and| to|, and)\s+\d+\.\d+)*)", text):
        numbers = re.split(r"(,? and|,| to)\s+", match[1])
        yield numbers[0]
        for previous, join, number in zip(numbers[::2], numbers[1::2], numbers[2::2]):
            chapter, first = previous.split(".")
            last = int(number.split(".")[1])
            if join.strip() == "to":
                yield from (f"{chapter}.{i}" for i in range(int(first) + 1, last))
            yield number


def joined_comments(name):
    """A source file whose comments run on from line to line."""
    return re.sub(r"\n\s*///?\s*", " ", read(name))


class Documents(unittest.TestCase):
    def test_a_relative_link_leads_somewhere(self):
        for name in tracked("*.md"):
            text = re.sub(r"```.*?```", "", read(name), flags=re.DOTALL)
            for link in re.findall(r"\]\(([^)\s]+)\)", text):
                path = link.split("#")[0]
                if path and not re.match(r"[a-z]+:", link):
                    self.assertTrue((ROOT / name).parent.joinpath(path).exists(), f"{name}: {link}")

    @unittest.skipUnless(MODEL_DOCS.is_dir(), "docs/models is not there")
    def test_a_cited_equation_is_in_the_documents(self):
        documents = "\n".join(path.read_text(encoding="utf-8") for path in MODEL_DOCS.glob("*.md"))
        numbered = set(re.findall(r"^\*\*(\d+\.\d+)\*\*", documents, re.MULTILINE))
        for name in tracked("sim/*.cpp", "sim/*.hpp", "models/*.cpp", "models/*.hpp"):
            for number in cited_equations(joined_comments(name)):
                self.assertIn(number, numbered, name)

    @unittest.skipUnless(MODEL_DOCS.is_dir(), "docs/models is not there")
    def test_a_cited_document_is_there(self):
        for name in tracked("*.cpp", "*.hpp", "*.py", "*.cmake", "*CMakeLists.txt"):
            for path in re.findall(r"\bdocs/[\w/.-]+\.md\b", joined_comments(name)):
                self.assertTrue((ROOT / path).is_file(), f"{name}: {path}")

    def test_lists_of_equations_are_understood(self):
        self.assertEqual(list(cited_equations("(docs/models/rollout.md, eq. 2.2 and 2.7 to 2.9).")), ["2.2", "2.7", "2.8", "2.9"])
        self.assertEqual(list(cited_equations("Equation 1.5, and eq. 3.7, 3.8")), ["1.5", "3.7", "3.8"])


class Root(unittest.TestCase):
    def test_the_root_holds_what_the_design_lists_and_dot_files(self):
        entries = {name.split("/")[0] for name in tracked()}
        self.assertEqual({entry for entry in entries if not entry.startswith(".")} - TOP, set())

    def test_the_packages_are_sorted_unique_names(self):
        for listed in (".ci/packages", "tests/packages", "docs/figures/packages"):
            packages = read(listed).splitlines()
            self.assertEqual(packages, sorted(set(packages)))
            for package in packages:
                self.assertRegex(package, r"^[a-z0-9][a-z0-9+.-]+$")

    def test_lists_of_packages_are_read_by_dev_alone(self):
        readers = [name for name in tracked() if not name.startswith("tests/") and not name.endswith(".md")
                   and re.search(rb"\.ci/packages|tests/packages|figures/packages|apt-get install", (ROOT / name).read_bytes())]
        self.assertEqual(readers, ["dev"])

    def test_a_scenario_cites_rows_of_the_data(self):
        tables = [read(f"scenarios/data/{name}.csv") for name in ("facts", "parameters")]
        rows = {line.split(",")[0] for table in tables for line in table.splitlines()}
        for name in tracked("scenarios/*.toml"):
            for source in re.findall(r'source = "([^"]*)"', read(name)):
                for row in re.findall(r"\b[SD]\d{2,3}\b", source):
                    self.assertIn(row, rows, name)


if __name__ == "__main__":
    unittest.main()
