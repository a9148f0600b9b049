#include "sim/report/saved/saved_run.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "sim/engine/runner.hpp"
#include "sim/engine/single_path.hpp"
#include "sim/report/result_folder.hpp"
#include "sim/report/run/results_csv.hpp"
#include "sim/report/run/study_json.hpp"
#include "sim/report/run/summary_json.hpp"
#include "tests/sim/engine/toy.hpp"
#include "tests/temporary_folder.hpp"

namespace groundwork {

namespace {

namespace fs = std::filesystem;

Results simulate(const Study& study) {
  RunOptions options;
  options.threads = 1;
  return run_paths(study, study.scenario.run, options);
}

std::map<std::string, std::string> files_of(const Study& study, const Results& results, const Study* base = nullptr) {
  return {{"results.csv", results_csv(results)},
          {"distributions.csv", distributions_csv(results)},
          {"study.json", study_json(study, base)},
          {"summary.json", summary_json(study.scenario, results, "1.2.3")}};
}

bool is_same(double one, double other) { return one == other || (std::isnan(one) && std::isnan(other)); }

/// What is wrong with the folder of a run after `change` of one of its files; empty if it is read.
std::string problem_after(const std::string& file, const std::string& from, const std::string& to) {
  const Study study = read_toy();
  auto files = files_of(study, simulate(study));
  const std::size_t at = files[file].find(from);
  REQUIRE(at != std::string::npos);
  files[file].replace(at, from.size(), to);
  const TemporaryFolder place;
  write_folder(place / "run", files);
  try {
    read_saved_run(place / "run");
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a folder of results is read back to the last bit") {
  const Study study = read_toy();
  const Results results = simulate(study);
  const TemporaryFolder place;
  write_folder(place / "run", files_of(study, results));
  const SavedRun saved = read_saved_run(place / "run");
  CHECK(saved.version == "1.2.3");
  CHECK(saved.title == study.scenario.title);
  CHECK(saved.results.paths == results.paths);
  CHECK(saved.results.run.seed == results.run.seed);
  CHECK(saved.results_digest == results_digest(results));
  CHECK(results_digest(saved.results) == results_digest(results));  // every number of every cell
  REQUIRE(saved.results.curves.size() == results.curves.size());
  for (std::size_t i = 0; i < results.curves.size(); ++i)
    for (std::size_t point = 0; point < results.curves[i].quantiles.size(); ++point)
      CHECK(is_same(saved.results.curves[i].quantiles[point], results.curves[i].quantiles[point]));
  CHECK(results_csv(saved.results) == results_csv(results));
}

TEST_CASE("metrics, scopes and inputs are read back as they were declared") {
  const Study study = read_toy("", {"toy.y=0.5"});
  const TemporaryFolder place;
  write_folder(place / "run", files_of(study, simulate(study)));
  const SavedRun saved = read_saved_run(place / "run");
  const OutputTable& table = study.program->outputs();
  REQUIRE(saved.results.table.cells() == table.cells());
  for (std::size_t i = 0; i < table.blocks().size(); ++i) {
    const Metric &read = saved.results.table.blocks()[i].metric, &declared = table.blocks()[i].metric;
    CHECK(read.name == declared.name);
    CHECK(read.measure == declared.measure);
    CHECK(read.better == declared.better);
    CHECK(read.title == declared.title);
    CHECK(read.meaning == declared.meaning);
    CHECK(read.display.en.divisor == declared.display.en.divisor);
    CHECK(read.display.zh.label == declared.display.zh.label);
    CHECK(read.is_whole == declared.is_whole);
  }
  REQUIRE(saved.inputs.size() == study.scenario.inputs.size());
  CHECK(saved.inputs[0].key == "toy.x");
  CHECK(saved.inputs[0].quantiles.size() == 101);
  CHECK(saved.inputs[0].quantiles[25] == study.scenario.inputs[0].distribution.quantile(0.25));
  CHECK(saved.inputs[1].quantiles.empty());
  CHECK(saved.inputs[1].mean == 0.5);
}

TEST_CASE("what a scenario changes is read back with the base's values") {
  const Study base = read_toy(), study = read_toy("", {"toy.y=0.5"});
  const TemporaryFolder place;
  write_folder(place / "run", files_of(study, simulate(study), &base));
  const SavedRun saved = read_saved_run(place / "run");
  REQUIRE(saved.changes);
  REQUIRE(saved.changes->inputs.size() == 1);
  CHECK(saved.changes->inputs[0].key == "toy.y");
  CHECK(saved.changes->inputs[0].values == std::vector<std::string>{"uniform(min 0, max 1)", "0.5"});
}

TEST_CASE("what a scenario is called in Chinese is read back; folders without it have one text") {
  const Study base = read_toy("", {"title_zh='玩具'", "description_zh='两个数。'"});
  const Study study = read_toy("", {"title='New'", "title_zh='新'", "toy.y=0.5"});
  std::map<std::string, std::string> files = files_of(study, simulate(study), &base);
  const TemporaryFolder place;
  write_folder(place / "run", files);
  const SavedRun saved = read_saved_run(place / "run");
  CHECK(saved.title == Words("New", "新"));
  CHECK(saved.description == Words::same("Two numbers."));
  REQUIRE(saved.changes);
  CHECK(saved.changes->title == Words("Toy", "玩具"));

  nlohmann::json json = nlohmann::json::parse(files["study.json"]);
  for (const char* name : {"title_zh", "description_zh"}) json.erase(name);
  json["changes"].erase("title_zh");
  files["study.json"] = json.dump();
  write_folder(place / "old", files);
  const SavedRun old = read_saved_run(place / "old");
  CHECK(old.title == Words::same("New"));
  CHECK(old.changes->title == Words::same("Toy"));
}

TEST_CASE("a central path is read back without curves") {
  const Study study = read_toy();
  const TemporaryFolder place;
  write_folder(place / "run", files_of(study, central_results(study, Isa::scalar)));
  const SavedRun saved = read_saved_run(place / "run");
  CHECK(saved.results.is_central);
  CHECK(saved.results.curves.empty());
}

TEST_CASE("a folder that is damaged says where") {
  CHECK(problem_after("results.csv", "sum,CNY,CN,2020,", "sum,CNY,CN,2021,").find("this line is there twice") !=
        std::string::npos);
  CHECK(problem_after("results.csv", "\nsum,CNY,CN,2020,", "\nsum,CNY,CN,1999,").find("results.csv:2: error") !=
        std::string::npos);
  CHECK(problem_after("results.csv", "metric,unit", "unit,metric").find("the columns are not those") !=
        std::string::npos);
  CHECK(problem_after("distributions.csv", ",0,", ",0,x").find("is no number") != std::string::npos);
  CHECK(problem_after("study.json", "\"metrics\"", "\"metric\"").find("the results are damaged") != std::string::npos);
  CHECK(problem_after("summary.json", "\"groundwork\"", "\"another\"").find("was not written by groundwork") !=
        std::string::npos);
}

TEST_CASE("a folder of another format says which version wrote it") {
  const std::string problem = problem_after("study.json", "\"format\": 1", "\"format\": 7");
  CHECK(problem.find("these results are of format 7, written by groundwork 1.2.3; this version reads format 1") !=
        std::string::npos);
  const Study study = read_toy();
  auto files = files_of(study, simulate(study));
  files.erase("study.json");
  const TemporaryFolder place;
  write_folder(place / "run", files);
  CHECK_THROWS_WITH(read_saved_run(place / "run"), Catch::Contains("of format 0"));
}

TEST_CASE("a folder that is not there or holds no run is refused") {
  const TemporaryFolder place;
  CHECK_THROWS_WITH(read_saved_run(place / "none"), Catch::Contains("there is no such folder"));
  CHECK_THROWS_WITH(read_saved_run(place.path()), Catch::Contains("does not hold the results of a run"));
}

}  // namespace groundwork
