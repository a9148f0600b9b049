"""docs/precision.md says what docs/figures/convergence.csv holds, and the plot is drawn from it."""

import csv
import hashlib
import math
import re
import unittest
from statistics import NormalDist

from tests.structure.project import ROOT, read

FIGURES = ROOT / "docs" / "figures"
PAGE = "docs/precision.md"
STATISTICS = {"mean": "mean", "P50": "p50", "P95": "p95"}
SAMPLERS = ("mc", "lhs", "sobol")


def measured():
    """{(sampler, paths, statistic): {column: number}} of the measured table."""
    with open(FIGURES / "convergence.csv", encoding="utf-8", newline="") as file:
        return {(row["sampler"], int(row["paths"]), row["statistic"]):
                {name: float(row[name]) for name in ("runs", "rmse", "stated", "covered") if row[name]}
                for row in csv.DictReader(file)}


def table(heading):
    """The cells of the table under a heading of the page, without its two first lines."""
    section = read(PAGE).split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("|")]
    return rows[2:]


def two_digits(value):
    """A positive number with two significant digits, not in powers of ten."""
    places = 1 - math.floor(math.log10(float(f"{value:.1e}")))
    return f"{round(value, places):,.{max(places, 0)}f}"


def factor(plain, other):
    """How many times fewer paths, with the 95 % interval: the ratio of two independent variances (Fisher's z)."""
    ratio = (plain["rmse"] / other["rmse"]) ** 2
    spread = math.exp(NormalDist().inv_cdf(0.975) * math.sqrt(2 / plain["runs"] + 2 / other["runs"]))
    return f"{two_digits(ratio)} ({two_digits(ratio / spread)} to {two_digits(ratio * spread)})"


class Precision(unittest.TestCase):
    def test_the_factors_follow_from_the_measured_errors(self):
        cells, rows = measured(), table("What a sampler gains")
        self.assertEqual([row[:2] for row in rows], [[paths, figure] for paths in ("8,192", "32,768") for figure in STATISTICS])
        for paths, figure, *said in rows:
            mc, lhs, sobol = (cells[sampler, int(paths.replace(",", "")), STATISTICS[figure]] for sampler in SAMPLERS)
            errors = [two_digits(of["rmse"]) for of in (mc, lhs, sobol)]
            self.assertEqual(said, [*errors, factor(mc, lhs), factor(mc, sobol)], f"{paths} {figure}")

    def test_the_honesty_of_the_errors_follows_from_the_runs(self):
        cells, rows = measured(), table("Are the error bars honest?")
        self.assertEqual([row[0] for row in rows], list(SAMPLERS))
        for sampler, *said in rows:
            found = []
            for statistic in STATISTICS.values():
                of = [row for key, row in cells.items() if (key[0], key[2]) == (sampler, statistic)]
                ratio = math.sqrt(sum((row["rmse"] / row["stated"]) ** 2 for row in of) / len(of))
                found.append(f"{ratio:.2f} ({100 * sum(row['covered'] for row in of) / len(of):.0f} %)")
            self.assertEqual(said, found, sampler)

    def test_the_true_values_are_well_enough_known(self):
        cells = measured()
        for (sampler, _, statistic), row in cells.items():
            if sampler != "truth":  # adds a share (1/4)^2 / 2 = 3 % to an error
                truth = next(row for key, row in cells.items() if (key[0], key[2]) == ("truth", statistic))
                self.assertLess(truth["rmse"], row["rmse"] / 4, (sampler, statistic))

    def test_the_plot_is_drawn_from_the_table(self):
        digest = hashlib.sha256((FIGURES / "convergence.csv").read_bytes()).hexdigest()
        self.assertIn(digest, (FIGURES / "convergence.svg").read_text(encoding="utf-8"))
        self.assertRegex(read(PAGE), re.escape("](figures/convergence.svg)"))


if __name__ == "__main__":
    unittest.main()
