"""The NetCDF file of a run holds what the run found, opens where it should, and is whole or not there."""

import os
import resource
import shutil
import signal
import subprocess
import unittest

import netCDF4
import numpy
import xarray

from tests.end_to_end.groundwork import BASELINE, BINARY, groundwork, read_results, read_summary, scratch_folder
from tests.end_to_end.run_test import listed_outputs

PATHS = 2500  # more than are written at once
PROBABILITIES = [0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99]
#: Columns of results.csv, and what the variable's name has behind the figure's.
SUFFIXES = {"mean": "_mean", "se": "_standard_error", "sd": "_sd", "min": "_min", "max": "_max", "tail_below_p05": "_tail_below_p05",
            "tail_above_p95": "_tail_above_p95", "share_at_min": "_share_at_min", "share_at_max": "_share_at_max"}


def variable_and_place(table, metric, scope, period):
    """The variable that has a figure's quantiles, and where in it."""
    years = [str(year) for year in table["year"].values]
    by_scope = {"scope": list(table["scope"].values).index(scope)}
    if period != "total":
        return metric, by_scope | {"year": years.index(period)}
    return (f"{metric}_total" if f"{metric}_total" in table else metric), by_scope


def run_to_netcdf(folder, *arguments, paths=PATHS):
    file = folder / "run.nc"
    done = groundwork("run", BASELINE, "--paths", paths, "--quiet", "--out", folder / "out", "--netcdf", file, *arguments)
    if (done.returncode, done.stdout, done.stderr) != (0, "", ""):
        raise AssertionError(f"run ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return file


class Contents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = scratch_folder(cls.addClassCleanup)
        cls.file = run_to_netcdf(cls.folder, "--keep-paths")
        cls.table = xarray.load_dataset(cls.file)
        cls.results = read_results(cls.folder / "out")

    def test_every_number_of_the_results_is_in_the_file_to_the_last_bit(self):
        arrays = {name: self.table[name].values for name in self.table}
        for cell, row in self.results.items():
            name, place = variable_and_place(self.table, *cell)
            at = tuple(place.values())
            found = {column: arrays[name + suffix][at] for column, suffix in SUFFIXES.items()}
            for end in ("", "_low", "_high"):
                found |= {f"p{100 * p:02.0f}{end}": arrays[name + end][at][i] for i, p in enumerate(PROBABILITIES)}
            for column, value in found.items():
                self.assertTrue(value == row[column] or (numpy.isnan(value) and row[column] is None), (cell, column))
            self.assertEqual(arrays[f"{name}_undefined_share"][at], row["undefined"] / PATHS, cell)

    def test_there_are_no_more_numbers_than_the_results_have(self):
        shares = [self.table[name].count().item() for name in self.table if name.endswith("_undefined_share")]
        self.assertEqual(sum(shares), len(self.results))

    def test_a_figure_is_found_by_scope_year_and_quantile(self):
        figure = self.table["stations"].sel(scope="CN-GD", year=2025, quantile=0.5)
        self.assertEqual(figure.item(), self.results["stations", "CN-GD", "2025"]["p50"])
        self.assertEqual((figure.scope_title.item(), figure.scope_kind.item()), ("Guangdong", "province"))
        self.assertEqual(self.table["tco"].sel(scope="CN", quantile=0.95).item(), self.results["tco", "CN", "total"]["p95"])

    def test_the_paths_are_those_that_replay_shows(self):
        by_path = [name for name in self.table if name.endswith("_by_path")]
        self.assertGreater(len(by_path), 50)
        self.assertEqual(list(self.table["path"].values), list(range(PATHS)))
        for path in (0, 511, 512, 2047, 2048, PATHS - 1):
            replayed = listed_outputs(groundwork("run", BASELINE, "--paths", PATHS, "--replay", path).stdout)
            found = {}
            for name in by_path:
                figure = name.removesuffix("_by_path")
                of_path = self.table[name].sel(path=path)
                for year, value in zip(self.table["year"].values if "year" in of_path.dims else ["total"], of_path.values.flat):
                    found[f"{figure.removesuffix('_total')}:CN:{year}"] = value
            lacking = {f"over_budget:CN:{year}" for year in range(2026, 2031)}
            self.assertEqual(found.keys() - replayed.keys(), lacking)
            country = {name for name in replayed if ":CN:" in name}
            self.assertEqual(country - found.keys(), set())
            for name in country:
                numpy.testing.assert_array_equal(found[name], replayed[name], name)

    def test_paths_go_to_the_file_alone(self):
        self.assertFalse((self.folder / "out" / "paths.csv").exists())
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["out", "run.nc"])

    def test_the_file_says_what_it_is(self):
        summary = read_summary(self.folder / "out")
        attributes = self.table.attrs
        self.assertEqual(attributes["Conventions"], "CF-1.8")
        self.assertEqual(attributes["source"], f"Groundwork {summary['version']}, Monte-Carlo simulation")
        for name in ("title", "scenario_digest", "results_digest", "sampler", "seed", "paths", "ending"):
            self.assertEqual(attributes[name], summary[name], name)

    def test_every_variable_says_what_it_is_in_which_unit(self):
        with netCDF4.Dataset(self.file) as file:
            units = {variable.units for variable in file.variables.values() if variable.dtype != str}
            self.assertEqual(units, {"1", "CNY", "kWh", "kg", "petabyte", "1/year", "year"})
            for name, variable in file.variables.items():
                self.assertTrue(variable.long_name, name)
                for other in getattr(variable, "ancillary_variables", "").split():
                    self.assertIn(other, file.variables)
            self.assertEqual(file["tco_mean"].cell_methods, "realization: mean")
            self.assertEqual(file["path"].standard_name, "realization")
            self.assertNotIn("_FillValue", file["quantile"].ncattrs())

    def test_ncdump_shows_it(self):
        header = subprocess.run(["ncdump", "-h", self.file], capture_output=True, text=True, check=True).stdout
        for line in ("path = UNLIMITED ; // (2500 currently)", "double stations(scope, year, quantile) ;",
                     "double stations_by_path(path, year) ;", "double tco_by_path(path) ;", 'co2:units = "kg" ;',
                     'stations:long_name = "stations on air at the end of the year: quantiles" ;', "stations:_FillValue = NaN ;"):
            self.assertIn(line, header)

    def test_the_bytes_are_the_same_whatever_the_threads(self):
        once = self.file.read_bytes()
        again = run_to_netcdf(self.folder, "--keep-paths", "--threads", "1", "--isa", "scalar")
        self.assertEqual(again.read_bytes(), once)


class Endings(unittest.TestCase):
    def setUp(self):
        self.folder = scratch_folder(self.addCleanup)

    def check_paths(self, file):
        """The file has the paths that the run did."""
        paths = read_summary(self.folder / "out")["paths"]
        with xarray.open_dataset(file) as table:
            self.assertEqual((table.attrs["paths"], table.sizes["path"]), (paths, paths))
            values = table["tco_by_path"].values
            numpy.testing.assert_allclose(values.mean(), table["tco_mean"].sel(scope="CN").item(), rtol=1e-12)
        return paths

    def test_a_run_that_a_precision_or_its_time_ends_has_the_paths_done(self):
        self.check_paths(run_to_netcdf(self.folder, "--keep-paths", "--precision", "tco=2%", paths=100_000))
        self.assertLess(self.check_paths(run_to_netcdf(self.folder, "--keep-paths", "--seconds", "0.2", paths=10_000_000)), 10_000_000)

    def test_a_central_path_is_a_distribution_of_one(self):
        file = self.folder / "central.nc"
        done = groundwork("run", BASELINE, "--central", "--quiet", "--out", self.folder / "out", "--netcdf", file)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        with xarray.open_dataset(file) as table:
            self.assertEqual(table["tco"].sel(scope="CN", quantile=0.05).item(), table["tco_max"].sel(scope="CN").item())
            self.assertNotIn("path", table.sizes)

    def test_a_resumed_run_has_the_distributions_but_not_the_paths(self):
        checkpoint = self.folder / "run.gw"
        groundwork("run", BASELINE, "--paths", 1024, "--quiet", "--out", self.folder / "out", "--checkpoint", checkpoint)
        grown = run_to_netcdf(self.folder, "--resume", checkpoint).read_bytes()
        self.assertEqual(grown, run_to_netcdf(self.folder).read_bytes())
        refused = groundwork("run", BASELINE, "--paths", PATHS, "--out", self.folder / "out", "--resume", checkpoint,
                             "--netcdf", self.folder / "paths.nc", "--keep-paths")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("this checkpoint does not have the years of its 1,024 paths", refused.stderr)

    def test_a_file_of_somebody_else_is_refused_before_the_run(self):
        file = self.folder / "theirs.nc"
        xarray.Dataset({"x": 1.0}, attrs={"source": "a thermometer"}).to_netcdf(file)
        before = file.read_bytes()
        done = groundwork("run", BASELINE, "--out", self.folder / "out", "--netcdf", file)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("there is a file already, and it is not a NetCDF file of groundwork", done.stderr)
        self.assertEqual(file.read_bytes(), before)

    def test_a_program_without_its_library_says_so_before_the_run_and_needs_it_for_nothing_else(self):
        folder = scratch_folder(self.addCleanup)
        alone = shutil.copy(BINARY, folder)
        arguments = ("run", BASELINE, "--paths", 16, "--quiet", "--out", folder / "out")
        done = groundwork(*arguments, "--netcdf", folder / "run.nc", binary=alone)
        self.assertEqual(done.returncode, 2)
        self.assertIn("run.nc: error: NetCDF files cannot be written: libgroundwork_netcdf.so: ", done.stderr)
        self.assertIn("hint: put libgroundwork_netcdf.so beside the program, or leave out --netcdf", done.stderr)
        self.assertFalse((folder / "out").exists())
        self.assertEqual(groundwork(*arguments, binary=alone).returncode, 0)

    def test_a_disk_that_fills_costs_the_file_and_nothing_else(self):
        def limit_files():
            resource.setrlimit(resource.RLIMIT_FSIZE, (10_000_000, 10_000_000))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # so that writing fails, instead of ending the program

        file = self.folder / "run.nc"
        done = groundwork("run", BASELINE, "--paths", 6000, "--quiet", "--keep-paths", "--out", self.folder / "out",
                          "--netcdf", file, preexec_fn=limit_files)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertEqual(done.stderr, f"groundwork: cannot write {file}: File too large; the other results are still written\n")
        self.assertEqual([path.name for path in self.folder.iterdir()], ["out"])
        self.assertEqual(read_summary(self.folder / "out")["paths"], 6000)

    def test_memory_does_not_grow_with_the_paths_in_the_file(self):
        """25,000 more paths are 70 MB of numbers for the file, and 7 MB that every run keeps."""
        def peak_megabytes(paths):
            command = [BINARY, "run", BASELINE, "--paths", paths, "--quiet", "--out", self.folder / "out",
                       "--netcdf", self.folder / "run.nc", "--keep-paths"]
            run = subprocess.Popen(list(map(str, command)))
            _, status, usage = os.wait4(run.pid, 0)
            run.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(run.returncode, 0)
            return usage.ru_maxrss / 1024

        self.assertLess(peak_megabytes(30_000), peak_megabytes(5_000) + 30)


if __name__ == "__main__":
    unittest.main()
