"""Draws what convergence.py measured: three panels, a line and a band for each sampler. The same table gives the same bytes."""

import matplotlib

matplotlib.use("svg")

import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator  # noqa: E402

TITLES = {"mean": "Mean", "p50": "Median", "p95": "95 % quantile"}
COLOURS = {"mc": "#D55E00", "lhs": "#0072B2", "sobol": "#009E73"}  # Okabe and Ito: told apart by the colour-blind
MARKERS = {"mc": "o", "lhs": "s", "sobol": "^"}
LABEL_SPACING = 1.35  # as a factor of the error
TICKS = (0.5, 1, 2, 5, 10, 20, 50, 100, 200)
STYLE = {"svg.hashsalt": "groundwork", "svg.fonttype": "path", "font.family": "DejaVu Sans", "font.size": 11,
         "axes.spines.top": False, "axes.spines.right": False, "axes.titlesize": 12, "axes.titleweight": "bold"}


def draw(rows, path, digest):
    """`rows` are those of convergence.csv, `digest` says which file it was and goes into the plot."""
    with plt.rc_context(STYLE):
        figure, panels = plt.subplots(1, len(TITLES), figsize=(11, 5), sharey=True, layout="constrained")
        for panel, (statistic, title) in zip(panels, TITLES.items()):
            lines = {sampler: [row for row in rows if (row["sampler"], row["statistic"]) == (sampler, statistic)]
                     for sampler in COLOURS}
            for sampler, line in lines.items():
                draw_line(panel, sampler, line)
            label_lines(panel, lines)
            label_axes(panel, title, sorted({int(row["paths"]) for row in rows if row["sampler"] in COLOURS}))
        panels[0].set_ylabel("root mean square error [CNY bn]")
        figure.suptitle("Error of the total TCO against paths, national baseline 2020-2030", fontsize=13)
        figure.savefig(path, metadata={"Date": None, "Identifier": digest})
        plt.close(figure)


def draw_line(panel, sampler, rows):
    paths = [int(row["paths"]) for row in rows]
    rmse, low, high = ([float(row[name]) for row in rows] for name in ("rmse", "low", "high"))
    panel.fill_between(paths, low, high, color=COLOURS[sampler], alpha=0.2, linewidth=0)
    panel.plot(paths, rmse, color=COLOURS[sampler], marker=MARKERS[sampler], markersize=5, linewidth=1.8)


def label_lines(panel, lines):
    """The name of each sampler at the end of its line, or above where names would touch."""
    ends = {sampler: (int(rows[-1]["paths"]), float(rows[-1]["rmse"])) for sampler, rows in lines.items()}
    lowest = 0.0
    for sampler, (paths, rmse) in sorted(ends.items(), key=lambda item: item[1][1]):
        height = max(rmse, lowest)
        panel.annotate(sampler, (paths, height), xytext=(9, 0), textcoords="offset points", va="center",
                       color=COLOURS[sampler], fontweight="bold")
        lowest = height * LABEL_SPACING


def label_axes(panel, title, sizes):
    panel.set(title=title, xlabel="paths", xscale="log", yscale="log", xlim=(sizes[0] * 0.85, sizes[-1] * 3))
    panel.xaxis.set_major_locator(FixedLocator(sizes[::2]))
    panel.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    panel.yaxis.set_major_locator(FixedLocator(TICKS))
    panel.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    for axis in (panel.xaxis, panel.yaxis):
        axis.set_minor_locator(NullLocator())
    panel.grid(color="0.88", linewidth=0.8)
    panel.set_axisbelow(True)
