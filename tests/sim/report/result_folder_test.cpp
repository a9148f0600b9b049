#include "sim/report/result_folder.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>

#include "tests/temporary_folder.hpp"

namespace groundwork {

namespace {

namespace fs = std::filesystem;

const std::string ours = R"({"generator": "groundwork"})";

std::set<std::string> names(const TemporaryFolder& place) {
  std::set<std::string> found;
  for (const auto& entry : fs::directory_iterator(place.path())) found.insert(entry.path().filename().string());
  return found;
}

}  // namespace

TEST_CASE("results go into a new folder, whose parents are made") {
  const TemporaryFolder place;
  write_folder(place / "deep/er/results/", {{"summary.json", ours}, {"results.csv", "a\n"}});
  CHECK(place.read("deep/er/results/results.csv") == "a\n");
  CHECK(place.read("deep/er/results/summary.json") == ours);
  CHECK(names(place) == std::set<std::string>{"deep"});
}

TEST_CASE("earlier results are replaced whole, and nothing is left beside them") {
  const TemporaryFolder place;
  write_folder(place / "results", {{"summary.json", ours}, {"paths.csv", "old"}});
  write_folder(place / "results", {{"summary.json", ours}, {"results.csv", "new"}});
  CHECK(place.read("results/results.csv") == "new");
  CHECK_FALSE(fs::exists(place / "results/paths.csv"));
  CHECK(names(place) == std::set<std::string>{"results"});
}

TEST_CASE("an empty folder is taken") {
  const TemporaryFolder place;
  fs::create_directory(place / "results");
  CHECK(folder_problem(place / "results").empty());
  write_folder(place / "results", {{"summary.json", ours}});
  CHECK(place.read("results/summary.json") == ours);
}

TEST_CASE("a folder that holds something else is refused and left as it is") {
  const TemporaryFolder place;
  place.write("thesis/chapter.txt", "precious");
  CHECK_THROWS_AS(write_folder(place / "thesis", {{"summary.json", ours}}), std::runtime_error);
  place.write("other/summary.json", R"({"generator": "another tool"})");
  CHECK_THROWS_AS(write_folder(place / "other", {{"summary.json", ours}}), std::runtime_error);
  place.write("broken/summary.json", "{");
  CHECK_THROWS_AS(write_folder(place / "broken", {{"summary.json", ours}}), std::runtime_error);
  place.write("file", "text");
  CHECK_THROWS_AS(write_folder(place / "file", {{"summary.json", ours}}), std::runtime_error);
  CHECK(place.read("thesis/chapter.txt") == "precious");
  CHECK(place.read("file") == "text");
  CHECK(names(place) == std::set<std::string>{"thesis", "other", "broken", "file"});
}

TEST_CASE("an odd summary.json of somebody else is a problem, not a crash") {
  const TemporaryFolder place;
  for (const char* text : {"", "[]", "3", "null", R"({"generator": 5})", R"({"generator": null})", "\xFF\xFE"}) {
    INFO(text);
    place.write("odd/summary.json", text);
    CHECK_FALSE(folder_problem(place / "odd").empty());
  }
}

TEST_CASE("when a file cannot be written, earlier results stay and nothing is left beside them") {
  const TemporaryFolder place;
  write_folder(place / "results", {{"summary.json", ours}, {"results.csv", "old"}});
  // the folder "missing" is not there, so the second file cannot be made
  CHECK_THROWS_AS(write_folder(place / "results", {{"a.csv", "new"}, {"missing/b.csv", "new"}}), std::runtime_error);
  CHECK(place.read("results/results.csv") == "old");
  CHECK_FALSE(fs::exists(place / "results/a.csv"));
  CHECK(names(place) == std::set<std::string>{"results"});
}

TEST_CASE("a file in the way of the parent folder is an error that leaves it alone") {
  const TemporaryFolder place;
  place.write("file", "text");
  CHECK_THROWS_AS(write_folder(place / "file/results", {{"summary.json", ours}}), std::runtime_error);
  CHECK(place.read("file") == "text");
}

}  // namespace groundwork
