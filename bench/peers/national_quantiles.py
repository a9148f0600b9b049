"""Exact quantiles of a long column, several at once, in less time than np.percentile: a histogram says which few values to sort."""

import numpy as np

BINS = 1024


def quantiles(column, probabilities):
    """What np.quantile(column, probabilities) gives: linear between order statistics."""
    place = probabilities * (len(column) - 1)
    below = place.astype(np.intp)
    above = np.minimum(below + 1, len(column) - 1)
    low = order_statistics(column, np.concatenate([below, above])).reshape(2, -1)
    return low[0] + (low[1] - low[0]) * (place - below)


def order_statistics(column, ranks):
    """The values that would stand at `ranks` if the column were sorted. Bins keep the order, so only the bins of ranks are sorted."""
    least, most = column.min(), column.max()
    if not least < most:
        return np.full(len(ranks), least)
    bins = ((column - least) * ((BINS - 1) / (most - least))).astype(np.intp)
    counts = np.bincount(bins, minlength=BINS)
    up_to = counts.cumsum()
    bin_of_rank = up_to.searchsorted(ranks, side="right")
    wanted = np.zeros(BINS, dtype=bool)
    wanted[bin_of_rank] = True
    values = np.sort(column[wanted[bins]])
    skipped = np.where(wanted, 0, counts).cumsum()
    return values[ranks - skipped[bin_of_rank]]
