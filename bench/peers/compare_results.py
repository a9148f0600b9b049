#!/usr/bin/env python3
"""Compares two result files cell by cell: (metric, scope, period), columns by header name.

    compare_results.py ours.csv theirs.csv --relative 1e-9                       one central path each
    compare_results.py ours.csv theirs.csv --paths-a 20000 --paths-b 20000       two independent Monte-Carlo runs

Cells that only one file has are counted; those missing from `ours` fail. Exit code 1 when a difference is beyond the limit.
"""

import argparse
import csv
import math
import sys
from statistics import NormalDist

NORMAL = NormalDist()
QUANTILES = {f"p{p:02}": p / 100 for p in (1, 5, 10, 25, 50, 75, 90, 95, 99)}
REPORTED = 10
NEGLIGIBLE = 1e-12  # of the mean: a spread below this is rounding
RELATIVE_TO = 1e-6  # of the largest value of a metric: what is smaller is compared with this, not with itself
DIFFERENCE_OF = {"capex_saving": "rollout_capex_alone", "opex_saving": "rollout_opex_alone"}  # may cancel: compared with this


def main():
    options = parse_arguments()
    ours, theirs = read(options.ours), read(options.theirs)
    common = [cell for cell in theirs if cell in ours]
    missing = report_missing(ours, theirs)
    if options.paths_a:
        failed = compare_samples(ours, theirs, common, options)
    else:
        failed = compare_central(ours, theirs, common, options.relative)
    return int(failed or missing or not common)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ours", help="for instance Groundwork's results.csv")
    parser.add_argument("theirs", help="for instance the output of national_numpy.py")
    parser.add_argument("--relative", type=float, default=1e-9, help="limit between central paths")
    parser.add_argument("--standard-errors", type=float, default=5.0, help="limit between Monte-Carlo runs")
    parser.add_argument("--resolution", type=float, default=0.0, help="of the sketch that quantiles are read from: a difference is "
                        "none below this share of the sd and of the distance from the mean (Groundwork: 1/64)")
    parser.add_argument("--paths-a", type=int, help="paths of ours; compares statistics")
    parser.add_argument("--paths-b", type=int, help="paths of theirs (default: as ours)")
    return parser.parse_args()


def read(path):
    """{(metric, scope, period): {column: number}}."""
    names, columns = ("metric", "scope", "period"), ("mean", "sd", *QUANTILES)
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {tuple(row[name] for name in names):
            {column: float(row[column]) for column in columns if row.get(column)} for row in rows}


def report_missing(ours, theirs):
    """Says which metrics only one side has; the number of cells missing from `ours`."""
    for label, here, there in (("missing from ours", theirs, ours), ("only in ours", ours, theirs)):
        cells = [cell for cell in here if cell not in there]
        if cells:
            print(f"{len(cells)} cells {label}, of {', '.join(sorted({cell[0] for cell in cells}))}; first: {' '.join(cells[0])}")
    return sum(cell not in ours for cell in theirs)


def compare_central(ours, theirs, cells, limit):
    """Prints the largest relative difference of each metric; whether any is beyond `limit`."""
    worst = {}
    for cell, scale in scales(theirs, cells).items():
        a, b = ours[cell]["mean"], theirs[cell]["mean"]
        difference = 0.0 if a == b else abs(a - b) / max(abs(a), scale)
        if not difference <= worst.get(cell[0], (-1.0,))[0]:  # so that nan is the worst
            worst[cell[0]] = (difference, cell, a, b)
    for metric, (difference, cell, a, b) in sorted(worst.items(), key=lambda item: -item[1][0]):
        print(f"{difference:9.2e}  {metric:24} {cell[1]:>10} {cell[2]:>6}  {a!r} {b!r}")
    return any(not difference <= limit for difference, *_ in worst.values())


def scales(rows, cells):
    """{cell: the size that a difference is relative to}."""
    size = {cell: 1.0 if cell[0].endswith("_rate") else abs(rows[DIFFERENCE_OF.get(cell[0], cell[0]), *cell[1:]]["mean"])
            for cell in cells}
    largest = {}
    for (metric, *_), value in size.items():
        largest[metric] = max(largest.get(metric, 0.0), value)
    return {cell: max(value, RELATIVE_TO * largest[cell[0]]) for cell, value in size.items()}


def compare_samples(ours, theirs, cells, options):
    """Prints the differences that are largest in standard errors; whether any is beyond the limit."""
    noise = math.sqrt(1 / options.paths_a + 1 / (options.paths_b or options.paths_a))  # error of a difference of means, in sd
    found = [(errors, cell, column, ours[cell][column], theirs[cell][column])
             for cell in cells for column, errors in differences(ours[cell], theirs[cell], noise, options.resolution).items()]
    found.sort(key=lambda row: math.inf if math.isnan(row[0]) else row[0], reverse=True)
    beyond = sum(not row[0] <= options.standard_errors for row in found)
    print(f"{len(found)} statistics of {len(cells)} cells, {beyond} beyond {options.standard_errors} standard errors; the largest:")
    for errors, cell, column, a, b in found[:REPORTED]:
        print(f"{errors:7.2f}  {' '.join(cell):44} {column:5} {a:.9g} {b:.9g}")
    return beyond > 0


def differences(a, b, noise, resolution=0.0):
    """{column: difference in standard errors} of one cell."""
    levels = [name for name in QUANTILES if name in a and name in b]
    tiny = NEGLIGIBLE * abs(b["mean"])
    spread = max(a["sd"], b["sd"], tiny)
    result = {"mean": in_errors(a["mean"] - b["mean"], spread * noise),
              "sd": in_errors(a["sd"] - b["sd"], max(sd_error(b, levels), sd_error(a, levels), tiny) * noise)}
    for name in levels:
        if abs(a[name] - b[name]) <= max(tiny, resolution * (spread + abs(b[name] - b["mean"]))):
            result[name] = 0.0
        else:
            result[name] = min(quantile_errors(a[name], name, b, levels), quantile_errors(b[name], name, a, levels)) / noise
    return result


def in_errors(difference, error):
    if error == 0:
        return 0.0 if difference == 0 else math.inf
    return abs(difference) / error


def sd_error(row, levels):
    """Standard error of the sd times sqrt(paths): sd·sqrt((kurtosis - 1)/4), the kurtosis judged from the quantiles.

    Between quantiles the density is taken as flat. What the sd holds beyond that lies in the outer tails, whose fourth moment
    is put at twice the square of their second (once for a point, more the longer the tail).
    """
    if not levels or row["sd"] == 0:
        return row["sd"] / math.sqrt(2)
    second = fourth = 0.0
    for low, high in zip(levels, levels[1:]):
        mass = QUANTILES[high] - QUANTILES[low]
        d, e = row[low] - row["mean"], row[high] - row["mean"]
        second += mass * (d * d + d * e + e * e) / 3
        fourth += mass * (d**4 + d**3 * e + d * d * e * e + d * e**3 + e**4) / 5
    tails = QUANTILES[levels[0]] + 1 - QUANTILES[levels[-1]]
    fourth += 2 * max(row["sd"] ** 2 - second, 0) ** 2 / tails
    return row["sd"] * math.sqrt(max(fourth / row["sd"] ** 4 - 1, 1) / 4)


def quantile_errors(value, name, row, levels):
    """How far the level of `value` in the distribution of `row` is from that of quantile `name`, in sqrt(p(1-p)).

    This is the error of an order statistic: no density is needed.
    """
    p = QUANTILES[name]
    scores = [NORMAL.inv_cdf(QUANTILES[level]) for level in levels]
    score = normal_score(value, scores, [row[level] for level in levels], NORMAL.inv_cdf(p))
    return abs(NORMAL.cdf(score) - p) / math.sqrt(p * (1 - p))


def normal_score(value, scores, points, wanted):
    """The normal score of `value`, linear between `points` at `scores`. Where probability sits on `value`, any of its scores
    will do: the one nearest to `wanted`."""
    at = [score for score, point in zip(scores, points) if point == value]
    if at:
        return min(max(wanted, at[0]), at[-1])
    if wanted == scores[0]:
        return tail_score(value, scores, points)
    if wanted == scores[-1]:
        return -tail_score(-value, [-s for s in reversed(scores)], [-x for x in reversed(points)])
    i = min(max(sum(point < value for point in points), 1), len(points) - 1)
    return scores[i - 1] + (scores[i] - scores[i - 1]) * ratio(value - points[i - 1], points[i] - points[i - 1])


def tail_score(value, scores, points):
    """The score of a `value` near the lowest point, on a tangent there: steeper than the first piece if that is steeper than
    the second, as in a long tail."""
    first, second = ((points[i + 1] - points[i]) / (scores[i + 1] - scores[i]) for i in (0, 1))
    slope = first * max(1.0, first / second) if second > 0 else first
    return scores[0] + ratio(value - points[0], slope)


def ratio(a, b):
    return a / b if b else math.copysign(math.inf, a)


if __name__ == "__main__":
    sys.exit(main())
