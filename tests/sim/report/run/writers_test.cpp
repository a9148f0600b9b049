#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>

#include "sim/base/text.hpp"
#include "sim/engine/runner.hpp"
#include "sim/report/run/console_table.hpp"
#include "sim/report/run/metric_table.hpp"
#include "sim/report/run/path_listing.hpp"
#include "sim/report/run/results_csv.hpp"
#include "sim/report/run/summary_json.hpp"
#include "tests/sim/engine/toy.hpp"

namespace groundwork {

namespace {

Results run(const Study& study, bool keep_paths = false) {
  RunOptions options;
  options.threads = 1;
  options.keep_paths = keep_paths;
  return run_paths(study, study.scenario.run, options);
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string line_with(const std::string& text, const std::string& beginning) {
  for (const std::string& line : split(text, '\n'))
    if (line.starts_with(beginning)) return line;
  return "";
}

std::vector<std::string> words(const std::string& line) {
  std::vector<std::string> found = split(line, ' ');
  std::erase(found, "");
  return found;
}

}  // namespace

TEST_CASE("results.csv has a line for each cell, with as many fields as its header") {
  const Study study = read_toy();
  const Results results = run(study);
  const std::vector<std::string> lines = split(results_csv(results), '\n');
  REQUIRE(lines.size() == static_cast<std::size_t>(results.table.cells()) + 2);  // header, and nothing after the last
  CHECK(lines.back().empty());
  CHECK(
      lines[0].starts_with("metric,unit,scope,period,mean,se,sd,p01,p05,p10,p25,p50,p75,p90,p95,p99,min,max,"
                           "tail_below_p05,tail_above_p95,p01_low,p01_high,"));
  const std::size_t fields = split(lines[0], ',').size();
  CHECK(fields == 4 + 3 + 9 + 4 + 18 + 4);
  CHECK(split(lines[1], ',').size() == fields);
  CHECK(lines[1].starts_with("sum,CNY,CN,2020,"));
  double mean = 0.0;
  REQUIRE(parse_number(split(lines[1], ',')[4], mean));
  CHECK(mean == results.cells[0].mean);  // to the last bit
}

TEST_CASE("a name with a comma and quotes is quoted in CSV") {
  const Study study = read_toy();
  const std::string csv = results_csv(run(study));
  CHECK(contains(csv, "\nproduct,1,\"a,\"\"b\"\"\",total,"));
}

TEST_CASE("what is not a number is an empty field in CSV, and undefined paths are counted") {
  const Study study = read_toy("", {"toy.x=0", "toy.y=1"});
  const std::vector<std::string> fields = split(line_with(results_csv(run(study)), "root,"), ',');
  REQUIRE(fields.size() == 42);
  CHECK(fields[4].empty());
  CHECK(fields[40] == "0");
  CHECK(fields[41] == "500");
}

TEST_CASE("paths.csv has the kept columns, path by path") {
  const Study study = read_toy("", {"run.paths=20"});
  const Results results = run(study, true);
  const std::vector<std::string> lines = split(paths_csv(results), '\n');
  REQUIRE(lines.size() == 22);
  CHECK(lines[0].starts_with("path,sum:CN:total,product:CN:total,level:CN:2021,"));
  CHECK(lines[20].starts_with("19,"));
  double value = 0.0;
  REQUIRE(parse_number(split(lines[5], ',')[1], value));
  CHECK(value == results.kept[0].values[4]);
}

TEST_CASE("summary.json names the run and its headline figures; what is not a number is null") {
  const Study study = read_toy("", {"toy.x=0", "toy.y=1"});
  const Results results = run(study);
  const auto json = nlohmann::json::parse(summary_json(study.scenario, results, "1.2.3"));
  CHECK(json["generator"] == "groundwork");
  CHECK(json["version"] == "1.2.3");
  CHECK(json["title"] == "Toy");
  CHECK(json["seed"] == 7);
  CHECK(json["sampler"] == "mc");
  CHECK(json["paths"] == 500);
  CHECK(json["complete"] == true);
  CHECK(json["results_digest"] == results_digest(results));
  REQUIRE(json["headline"].size() == 8);
  const auto& sum = json["headline"][0];
  CHECK(sum["metric"] == "sum");
  CHECK(sum["scope"] == "CN");
  CHECK(sum["period"] == "total");
  CHECK(sum["mean"] == 1.0);
  CHECK(sum["se"] == 0.0);
  const auto& root = json["headline"][4];
  CHECK(root["metric"] == "root");
  CHECK(root["mean"].is_null());
  CHECK(root["p50"].is_null());
  CHECK(root["undefined_paths"] == 500);
  REQUIRE(json["excess"].size() == 1);
  CHECK(json["excess"][0]["probability_above_zero"] == 0.0);
}

TEST_CASE("the console table shows the country's spread, years, scopes and odds") {
  const Study study = read_toy("", {"toy.x=100e9", "toy.y=200e9"});
  const std::string text = console_table(study.scenario, run(study));
  CHECK(text.starts_with("Toy\n500 paths, seed 7, mc\n"));
  CHECK(words(line_with(text, "sum")) ==
        std::vector<std::string>{"sum", "[CNY", "bn]", "total", "300.0", "300.0", "300.0", "300.0", "0.000"});
  CHECK(contains(text, "Probability of excess > 0: total 100 %"));
  const std::string years = text.substr(text.find("\nmedian "));
  CHECK(words(line_with(years, "sum")) == std::vector<std::string>{"sum", "[CNY", "bn]", "100.0", "200.0"});
  CHECK(line_with(years, "excess").empty());
  const std::string region = text.substr(text.find("median by region"));
  CHECK(contains(line_with(region, "median by region"), "east"));
  CHECK(contains(line_with(region, "sum"), "150.0"));
  CHECK(contains(text, "median by network"));
  CHECK_FALSE(contains(text, "median by sector"));
  CHECK(contains(line_with(text, "root"), "none"));
}

TEST_CASE("the console table says when a run was stopped or is a central path") {
  const Study study = read_toy();
  Results results = run(study);
  results.run.paths = 2000;
  results.ending = Ending::interrupted;
  CHECK(contains(console_table(study.scenario, results), "Stopped: these are the first 500 of 2,000 paths."));
  results.ending = Ending::out_of_time;
  CHECK(contains(console_table(study.scenario, results), "Out of time: these are the first 500 of 2,000 paths."));
  const std::string central = console_table(study.scenario, central_results(study, Isa::scalar));
  CHECK(central.starts_with("Toy\nCentral path: every input at its mean. One path, no uncertainty.\n"));
  CHECK_FALSE(contains(central, "P95"));
  CHECK_FALSE(contains(central, "Probability"));
}

TEST_CASE("the console table and the summary say how exactly figures are known that had to be") {
  const Study study = read_toy();
  Results results = run(study);
  results.precision = {{{"x=1%", 0, -1, 0.01, true}, 0.5, 0.0075}, {{"sum=0.1", 0, -1, 0.1, false}, 1.0, 0.25}};
  const std::string text = console_table(study.scenario, results);
  CHECK(contains(text, "Precision x=1%: met, known to +- 0.75 %\n"));
  CHECK(contains(text, "Precision sum=0.1: NOT met, known to +- 0.25\n"));
  const auto json = nlohmann::json::parse(summary_json(study.scenario, results, "1"));
  CHECK(json["precision"][0]["met"] == true);
  CHECK(json["precision"][1]["half_width"] == 0.25);
  CHECK(json["ending"] == "complete");
}

TEST_CASE("a path's listing has every input, draw and answer with its unit") {
  const Study study = read_toy("", {"toy.y=0.25"});
  const PathRecord record = replay_path(study, study.scenario.run, 3, Isa::scalar);
  const std::string text = path_listing(study, record);
  CHECK(contains(text, "input\ttoy.y\t0.25\t1\n"));
  CHECK(contains(text, "draw\ttoy.noise:1\t" + number_text(record.inputs[3]) + "\tstandard normal\n"));
  CHECK(contains(text, "output\tproduct:a,\"b\":total\t" + number_text(0.5 * record.inputs[0]) + "\t1\n"));
  CHECK(split(text, '\n').size() == 2 + 2 + record.outputs.size() + 1);
}

TEST_CASE("the list of metrics says what each is") {
  const Study study = read_toy();
  const std::string text = metric_table(study.program->outputs(), Language::en);
  CHECK(contains(text, "| `sum` | CNY | a meaning | lower | each year, total | country, region |\n"));
  CHECK(contains(text, "| `level` | stations | a meaning | neither | each year (at its end) | country |\n"));
  CHECK(contains(text, "| `product` | 1 | a meaning | higher | total | country, network |\n"));
}

}  // namespace groundwork
