#include "sim/report/result_folder.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>

namespace groundwork {

namespace {

namespace fs = std::filesystem;

const std::string ours = R"({"generator": "groundwork"})";

/// A folder for the folders of a test; removed in the end.
class Place {
 public:
  Place() {
    std::string name = (fs::temp_directory_path() / "groundwork-results-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Place() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  fs::path operator/(const std::string& name) const { return path_ / name; }
  std::set<std::string> names() const {
    std::set<std::string> found;
    for (const auto& entry : fs::directory_iterator(path_)) found.insert(entry.path().filename().string());
    return found;
  }

 private:
  fs::path path_;
};

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void put(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

}  // namespace

TEST_CASE("results go into a new folder, whose parents are made") {
  const Place place;
  write_folder(place / "deep/er/results/", {{"summary.json", ours}, {"results.csv", "a\n"}});
  CHECK(text_of(place / "deep/er/results/results.csv") == "a\n");
  CHECK(text_of(place / "deep/er/results/summary.json") == ours);
  CHECK(place.names() == std::set<std::string>{"deep"});
}

TEST_CASE("earlier results are replaced whole, and nothing is left beside them") {
  const Place place;
  write_folder(place / "results", {{"summary.json", ours}, {"paths.csv", "old"}});
  write_folder(place / "results", {{"summary.json", ours}, {"results.csv", "new"}});
  CHECK(text_of(place / "results/results.csv") == "new");
  CHECK_FALSE(fs::exists(place / "results/paths.csv"));
  CHECK(place.names() == std::set<std::string>{"results"});
}

TEST_CASE("an empty folder is taken") {
  const Place place;
  fs::create_directory(place / "results");
  CHECK(folder_problem(place / "results").empty());
  write_folder(place / "results", {{"summary.json", ours}});
  CHECK(text_of(place / "results/summary.json") == ours);
}

TEST_CASE("a folder that holds something else is refused and left as it is") {
  const Place place;
  put(place / "thesis/chapter.txt", "precious");
  CHECK_THROWS_AS(write_folder(place / "thesis", {{"summary.json", ours}}), std::runtime_error);
  put(place / "other/summary.json", R"({"generator": "another tool"})");
  CHECK_THROWS_AS(write_folder(place / "other", {{"summary.json", ours}}), std::runtime_error);
  put(place / "broken/summary.json", "{");
  CHECK_THROWS_AS(write_folder(place / "broken", {{"summary.json", ours}}), std::runtime_error);
  put(place / "file", "text");
  CHECK_THROWS_AS(write_folder(place / "file", {{"summary.json", ours}}), std::runtime_error);
  CHECK(text_of(place / "thesis/chapter.txt") == "precious");
  CHECK(text_of(place / "file") == "text");
  CHECK(place.names() == std::set<std::string>{"thesis", "other", "broken", "file"});
}

TEST_CASE("an odd summary.json of somebody else is a problem, not a crash") {
  const Place place;
  for (const char* text : {"", "[]", "3", "null", R"({"generator": 5})", R"({"generator": null})", "\xFF\xFE"}) {
    INFO(text);
    put(place / "odd/summary.json", text);
    CHECK_FALSE(folder_problem(place / "odd").empty());
  }
}

TEST_CASE("when a file cannot be written, earlier results stay and nothing is left beside them") {
  const Place place;
  write_folder(place / "results", {{"summary.json", ours}, {"results.csv", "old"}});
  // the folder "missing" is not there, so the second file cannot be made
  CHECK_THROWS_AS(write_folder(place / "results", {{"a.csv", "new"}, {"missing/b.csv", "new"}}), std::runtime_error);
  CHECK(text_of(place / "results/results.csv") == "old");
  CHECK_FALSE(fs::exists(place / "results/a.csv"));
  CHECK(place.names() == std::set<std::string>{"results"});
}

TEST_CASE("a file in the way of the parent folder is an error that leaves it alone") {
  const Place place;
  put(place / "file", "text");
  CHECK_THROWS_AS(write_folder(place / "file/results", {{"summary.json", ours}}), std::runtime_error);
  CHECK(text_of(place / "file") == "text");
}

}  // namespace groundwork
