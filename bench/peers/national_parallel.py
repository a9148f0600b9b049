"""Monte-Carlo with one process or several: the paths are shared out to simulate, then the cells to summarise.

Every cell of every path is kept: 8 bytes times 11,000 cells times the number of paths.
"""

import ctypes
import mmap
import multiprocessing
import time
from dataclasses import dataclass

import numpy as np

from national_quantiles import quantiles as own_quantiles

PERCENTILES = (1, 5, 10, 25, 50, 75, 90, 95, 99)
PROBABILITIES = np.array(PERCENTILES) / 100
HEADER = ("mean", "sd", *(f"p{p:02}" for p in PERCENTILES))


@dataclass(frozen=True)
class Timing:
    """Seconds from the first draw to the last cell simulated, and to the last one summarised."""

    paths: int
    processes: int
    simulated: float
    done: float

    def __str__(self):
        return (f"{self.paths} paths with {self.processes} process{'es' * (self.processes > 1)}: {self.paths / self.done:.0f} paths/s "
                f"({self.paths / self.simulated:.0f} paths/s without the percentiles)")


def monte_carlo(simulate, cells, paths, processes, quantiles=own_quantiles):
    """The figures of HEADER for each cell, and the Timing. simulate(part, columns) fills an array [cell, path] of a part of the paths;
    quantiles(column, probabilities) gives those of a cell."""
    columns, summaries = (array_of_all(shape, processes) for shape in ((cells, paths), (cells, len(HEADER))))

    def summarise(part):
        for cell in range(*share(cells, part, processes)):
            summaries[cell] = summary(columns[cell], quantiles)

    keep_memory()
    start = time.perf_counter()
    in_processes(lambda part: simulate(part, columns[:, slice(*share(paths, part, processes))]), processes)
    simulated = time.perf_counter()
    in_processes(summarise, processes)
    return summaries, Timing(paths, processes, simulated - start, time.perf_counter() - start)


def keep_memory():
    """Has the C library keep what is freed for what comes next. By default it gives large arrays back to the system, which clears
    each page when it is asked for again; that took as long as the arithmetic. Numbers as in malloc.h of the GNU C library."""
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError):
        return
    trim_threshold, top_pad, mmap_threshold = -1, -2, -3
    for option, value in ((trim_threshold, 2**31 - 1), (top_pad, 2**26), (mmap_threshold, 2**30)):
        mallopt(option, value)


def array_of_all(shape, processes):
    """An array that all processes write to. Shared memory costs a little, so one process does without."""
    if processes == 1:
        return np.empty(shape)
    return np.frombuffer(mmap.mmap(-1, 8 * shape[0] * shape[1])).reshape(shape)


def share(count, part, parts):
    return count * part // parts, count * (part + 1) // parts


def in_processes(task, processes):
    """Runs task(part) for each part, in a process of its own if there are several."""
    if processes == 1:
        return task(0)
    workers = [multiprocessing.get_context("fork").Process(target=task, args=(part,)) for part in range(processes)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise RuntimeError("a process failed")


def summary(column, quantiles):
    average = column.mean()
    distance = column - average
    return average, (distance @ distance / (len(column) - 1)) ** 0.5, *quantiles(column, PROBABILITIES)
