#include <catch2/catch.hpp>
#include <filesystem>
#include <stdexcept>

#include "sim/engine/runner.hpp"
#include "sim/report/netcdf/netcdf_figures.hpp"
#include "sim/report/netcdf/netcdf_library.hpp"
#include "sim/report/netcdf/netcdf_problem.hpp"
#include "sim/report/netcdf/netcdf_writer.hpp"
#include "tests/sim/engine/toy.hpp"
#include "tests/temporary_folder.hpp"

namespace groundwork {

namespace {

namespace fs = std::filesystem;

void write_toy(const Study& study, const fs::path& path) {
  NetcdfWriter writer(path, study.program->outputs(), NetcdfContent::statistics_and_paths);
  RunOptions options;
  options.each_wave = [&](const Wave& wave) { writer.add(wave); };
  writer.finish(study.scenario, run_paths(study, study.scenario.run, options), "1.2.3");
}

std::string problem(const fs::path& file, const fs::path& result_folder) {
  Diagnostics diagnostics;
  check_netcdf_file(file, result_folder, diagnostics);
  return diagnostics.has_errors() ? diagnostics.all().front().problem : "";
}

}  // namespace

TEST_CASE("years of a flow are one variable, its total another; a stock has years, other metrics one value") {
  const Study study = read_toy();
  const NetcdfFigures figures = netcdf_figures(study.program->outputs());
  CHECK(figures.years == std::vector<int>{2020, 2021});
  REQUIRE(figures.list.size() == 9);
  CHECK(figures.list[0].name == "sum");
  CHECK(figures.list[0].periods == std::vector<int>{0, 1});
  CHECK(figures.list[1].name == "sum_total");
  CHECK(figures.list[1].periods == std::vector<int>{2});
  CHECK(figures.list[2].name == "product");
  CHECK_FALSE(figures.list[2].is_yearly);
  CHECK(figures.list[3].name == "level");
  CHECK(figures.list[3].is_yearly);
}

TEST_CASE("a year that a metric lacks is none of its periods") {
  OutputTable table;
  const int country = table.add_scope({"CN", Words::same("China"), "country"});
  table.add_block({"long", "1", Words::same(""), Words::same(""), Measure::stock}, {country}, {"2020", "2021", "2022"});
  table.add_block({"short", "1", Words::same(""), Words::same(""), Measure::stock}, {country}, {"2021"});
  CHECK(netcdf_figures(table).list[1].periods == std::vector<int>{-1, 0, -1});
}

TEST_CASE("a file says who wrote it, appears when it is complete, and may then be replaced") {
  const TemporaryFolder place;
  const Study study = read_toy();
  write_toy(study, place / "toy.nc");
  CHECK(netcdf_library().text(place / "toy.nc", "source") == "Groundwork 1.2.3, Monte-Carlo simulation");
  CHECK(netcdf_library().text(place / "toy.nc", "title") == "Toy");
  CHECK_FALSE(fs::exists(place / "toy.nc.partial"));
  CHECK(problem(place / "toy.nc", place / "results").empty());
  const std::string before = place.read("toy.nc");
  write_toy(study, place / "toy.nc");
  CHECK(place.read("toy.nc") == before);
}

TEST_CASE("a file that is given up leaves nothing, and what was there before") {
  const TemporaryFolder place;
  place.write("toy.nc", "earlier");
  const Study study = read_toy();
  {
    const NetcdfWriter writer(place / "toy.nc", study.program->outputs(), NetcdfContent::statistics);
    CHECK(fs::exists(place / "toy.nc.partial"));
  }
  CHECK_FALSE(fs::exists(place / "toy.nc.partial"));
  CHECK(place.read("toy.nc") == "earlier");
}

TEST_CASE("a file that should not be written is a problem before the run") {
  const TemporaryFolder place;
  place.write("thesis.nc", "precious");
  fs::create_directory(place / "results");
  CHECK(problem(place / "new.nc", place / "results").empty());
  CHECK(problem(place / "thesis.nc", place / "results") ==
        "there is a file already, and it is not a NetCDF file of groundwork");
  CHECK(problem(place / "missing" / "new.nc", place / "results").starts_with("there is no folder"));
  CHECK(problem(place / "results", place / "others") == "it is there already, and is no regular file");
  CHECK(problem(place / "results" / "new.nc", place / "results/").ends_with("is replaced as a whole"));
  CHECK(problem(place / "", place / "results") == "this names a folder, not a file");
}

TEST_CASE("a file that cannot be begun is an error that names it") {
  const Study study = read_toy();
  CHECK_THROWS_WITH(NetcdfWriter("/nowhere/toy.nc", study.program->outputs(), NetcdfContent::statistics),
                    "cannot write /nowhere/toy.nc: No such file or directory");
}

}  // namespace groundwork
