"""A folder of each analysis, for tests of the pages that show them."""

from tests.end_to_end.groundwork import BASELINE, SCENARIOS, groundwork

#: Each analysis as small as it may be, by the kind that its folder has on a page.
ANALYSES = {
    "backtest": ["backtest", BASELINE, "--paths", 600],
    "sensitivity": ["sensitivity", BASELINE, "--metric", "tco", "--tornado", "--paths", 64],
    "compare": ["compare", BASELINE, SCENARIOS / "what-if/no-sharing.toml", "--metric", "tco", "--by", "province", "--paths", 600],
    "sweep": ["sweep", SCENARIOS / "sweeps/sharing-and-pace.toml", "--paths", 64, "--db", "points.db"],
    "value": ["value", BASELINE, SCENARIOS / "what-if/no-sharing.toml", "--metric", "tco", "--paths", 1024],
    "discover": ["discover", BASELINE, "--when", "over_budget:2023 > 0", "--paths", 1024],
    "optimise": ["optimise", SCENARIOS / "plans/same-coverage-for-less.toml", "--paths", 64, "--evaluations", 12],
}


def make_analyses(folder):
    """A folder of each analysis, named after its kind."""
    for kind, arguments in ANALYSES.items():
        done = groundwork(*arguments, "--out", kind, folder=folder)
        if done.returncode != 0:
            raise AssertionError(done.stderr)
