"""Reads a scenario: TOML with `extends` and overrides, and the CSV tables it names (model.md, section 1)."""

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

import numpy as np

TABLES = ("provinces", "backbone")  # keys of [geography] that name a file


def read_scenario(path, assignments=()):
    """The scenario at `path` as nested dicts, with each KEY=VALUE of `assignments` applied in turn."""
    scenario = read_file(Path(path).resolve())
    for assignment in assignments:
        merge(scenario, parse_assignment(assignment))
    return scenario


def read_file(path):
    """One file merged over the one it extends. Names of tables become absolute: they are relative to the file that sets them."""
    changes = tomllib.loads(path.read_text(encoding="utf-8"))
    for table in TABLES:
        if table in changes.get("geography", {}):
            changes["geography"][table] = str(path.parent / changes["geography"][table])
    if "extends" not in changes:
        return changes
    scenario = read_file(path.parent / changes.pop("extends"))
    merge(scenario, changes)
    return scenario


def parse_assignment(text):
    """'a.b=1' as {'a': {'b': 1}}; a part may be quoted, the value is TOML."""
    key, _, value = text.partition("=")
    parts = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|([^.\s]+)', key)]
    value = tomllib.loads(f"value = {value}")["value"]
    return reduce(lambda inner, part: {part: inner}, reversed(parts), value)


def merge(base, changes):
    """Merges tables deeply; a distribution, an array or a number replaces what was there."""
    for key, value in changes.items():
        old = base.get(key)
        if isinstance(value, dict) and isinstance(old, list):
            patch_entries(key, old, value)
        elif isinstance(value, dict) and isinstance(old, dict) and "dist" not in value:
            merge(old, value)
        else:
            base[key] = value


def patch_entries(array_name, entries, changes):
    """Merges a table into an array of named tables, entry by entry: by name, or by index from 0."""
    by_name = {entry["name"]: entry for entry in entries}
    for name, change in changes.items():
        if name not in by_name and not name.isdecimal():
            raise KeyError(f"no entry '{name}' in [[{array_name}]]")
        merge(by_name[name] if name in by_name else entries[int(name)], change)


@dataclass(frozen=True)
class Horizon:
    """Quarters t = 0, 1, …; years are calendar years."""

    first: int  # quarters since year 0
    quarters: int

    @staticmethod
    def of(time):
        first, last = (round(4 * date_of(time[key])) for key in ("start", "end"))
        return Horizon(first, last - first + 1)

    def date(self, t):
        return (self.first + t) / 4

    def year(self, t):
        return (self.first + t) // 4

    @property
    def years(self):
        return range(self.year(0), self.year(self.quarters - 1) + 1)

    def year_index(self, t):
        return self.year(t) - self.year(0)

    def closes_year(self, t):
        return t + 1 == self.quarters or self.year(t + 1) != self.year(t)


def date_of(quarter):
    """The date at the start of a quarter: '2019-Q3' is 2019.5."""
    year, number = quarter.split("-Q")
    return int(year) + (int(number) - 1) / 4


@dataclass(frozen=True)
class Geography:
    """Columns of the provinces, one entry each, and the distances between them in km."""

    codes: list
    regions: list
    population: np.ndarray
    area_km2: np.ndarray
    urban_share: np.ndarray
    gdp: np.ndarray
    tariff: np.ndarray
    temperature: np.ndarray
    distance_km: np.ndarray


def read_geography(settings):
    """The provinces that [geography] selects."""
    only = settings.get("only")
    rows = [row for row in read_csv(settings["provinces"]) if only is None or row["code"] in only or row["region"] in only]
    codes = [row["code"] for row in rows]

    def column(name):
        return np.array([float(row[name]) for row in rows])

    return Geography(codes, [row["region"] for row in rows], column("population"), column("area_km2"), column("urban_share"),
                     column("gdp_cny"), column("tariff_cny_per_kwh"), column("mean_temperature_c"),
                     shortest_paths(read_csv(settings["backbone"]), codes))


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shortest_paths(links, codes):
    """Route km between `codes` (Floyd-Warshall); nodes of the backbone that are no province are passed through."""
    ends = {link[end] for link in links for end in ("from", "to")}
    nodes = codes + sorted(ends - set(codes))
    index = {node: i for i, node in enumerate(nodes)}
    distance = np.full((len(nodes), len(nodes)), np.inf)
    np.fill_diagonal(distance, 0.0)
    for link in links:
        i, j = index[link["from"]], index[link["to"]]
        distance[i, j] = distance[j, i] = min(distance[i, j], float(link["route_km"]))
    for via in range(len(nodes)):
        distance = np.minimum(distance, distance[:, via, None] + distance[None, via, :])
    return distance[:len(codes), :len(codes)]
