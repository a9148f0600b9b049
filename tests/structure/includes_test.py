"""Folders include only what CMake says they depend on; a library from outside is known to few."""

import re
import unittest

from tests.structure.project import ROOT, code, read, tracked

#: A library from outside, as an #include begins, and the folders that know it.
ALONE = {
    "toml++/": {"sim/scenario"},
    "csv.h": {"sim/scenario"},
    "tbb/": {"sim/engine"},
    "boost/graph/": {"sim/graph"},
    "boost/math/": {"sim/distribution", "sim/statistics"},
    "boost/random/": {"sim/random"},
    "Eigen/": {"sim/distribution", "sim/analysis"},
    "nlopt.hpp": {"sim/analysis"},
    "sleef.h": {"sim/pack"},
    "immintrin.h": {"sim/pack"},
    "xxhash.h": {"sim/base"},
    "nlohmann/": {"sim/report"},
    "utf8proc.h": {"sim/report"},
    "sqlite3.h": {"sim/store"},
    "netcdf.h": {"sim/report"},
    "hdf5.h": {"sim/report"},
    "xlsxwriter.h": {"sim/report"},
    "unzip.h": {"sim/report"},
    "CLI/": {"sim/cli"},
}

#: Standard names, and the header that a file which names them must include.
STANDARD = {
    **{name: rf"{name}\b" for name in ("array", "atomic", "chrono", "filesystem", "map", "optional", "set", "span", "string",
                                       "string_view", "unordered_map", "variant", "vector")},
    "cstdint": r"u?int(?:8|16|32|64)_t\b",
    "functional": r"function\b",
    "memory": r"(?:unique_ptr|make_unique|shared_ptr|make_shared)\b",
}


def declared_edges():
    """{folder: the folders that it may include}, from the groundwork_library calls."""
    edges = {}
    for place in ("sim", "models"):
        for name, body in re.findall(r"groundwork_library\((\w+)([^)]*)\)", read(f"{place}/CMakeLists.txt")):
            depends = re.search(r"\bDEPENDS\s+((?:(?!SOURCES|KERNELS|PACKAGES|INTERFACE_PACKAGES)\w+\s*)*)", body)
            edges[name] = set(depends[1].split()) if depends else set()
    return edges


def library_of(name):
    """The library that a file of ours belongs to: its folder; right in models, the one of its name, or else `national`."""
    rest = name.split("/")[1:]
    stem = rest[0].split(".")[0]
    return stem if len(rest) > 1 or stem in EDGES else "national"


EDGES = declared_edges()


def our_includes(name):
    return re.findall(r'^#include "([^"]+)"', read(name), re.MULTILINE)


SOURCES = tracked("sim/*.cpp", "sim/*.hpp", "models/*.cpp", "models/*.hpp")
HEADERS = [name for name in SOURCES if name.endswith(".hpp")]
MAIN = "models/groundwork.cpp"  # the program: the models and the command line


class Includes(unittest.TestCase):
    def test_a_folder_includes_only_what_its_library_depends_on(self):
        for name in SOURCES:
            if name != MAIN:
                here = library_of(name)
                for included in our_includes(name):
                    self.assertIn(library_of(included), EDGES[here] | {here}, f"{name} includes {included}")

    def test_the_program_joins_models_and_command_line_only(self):
        self.assertEqual({library_of(name) for name in our_includes(MAIN)}, {"national", "cli"})

    def test_every_folder_is_a_library_and_every_library_a_folder(self):
        folders = {path.name for place in ("sim", "models") for path in (ROOT / place).iterdir() if path.is_dir()}
        self.assertEqual(set(EDGES), folders | {"compounding", "cost_item", "national", "pipeline", "units"})

    def test_a_library_depends_on_those_above_it_only(self):
        above = set()
        for name, depends in EDGES.items():
            self.assertLessEqual(depends, above, name)
            above.add(name)

    def test_the_engine_knows_no_model(self):
        for name in tracked("sim/*.cpp", "sim/*.hpp"):
            self.assertFalse([included for included in our_includes(name) if not included.startswith("sim/")], name)

    def test_a_library_from_outside_is_known_to_few(self):
        for name in SOURCES:
            for included in re.findall(r"^#include <([^>]+)>", read(name), re.MULTILINE):
                for start, folders in ALONE.items():
                    if included.startswith(start):
                        self.assertIn("/".join(name.split("/")[:2]), folders, f"{name} includes {included}")


class Headers(unittest.TestCase):
    """Each source starts with its header, which so compiles alone; other headers are at least checked for what they name."""

    def test_a_header_begins_with_pragma_once(self):
        for name in tracked("*.hpp"):
            self.assertTrue(read(name).startswith("#pragma once\n"), name)

    def test_a_source_includes_its_own_header_first(self):
        for name in SOURCES:
            own = name.removesuffix(".cpp") + ".hpp"
            if name.endswith(".cpp") and own in HEADERS:
                self.assertEqual(re.search(r"^#include (\S+)", read(name), re.MULTILINE)[1], f'"{own}"', name)

    def test_a_header_includes_the_standard_headers_that_it_names(self):
        for name in HEADERS:
            text = code(name)
            included = set(re.findall(r"^#include <([^>]+)>", read(name), re.MULTILINE))
            named = {header for header, names in STANDARD.items() if re.search(rf"\bstd::{names}", text)}
            missing = sorted(named - included)
            self.assertEqual(missing, [], name)

    def test_nothing_is_included_twice(self):
        for name in tracked("*.cpp", "*.hpp"):
            included = re.findall(r"^#include (\S+)", read(name), re.MULTILINE)
            self.assertEqual(len(included), len(set(included)), name)


if __name__ == "__main__":
    unittest.main()
