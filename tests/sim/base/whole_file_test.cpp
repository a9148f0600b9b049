#include "sim/base/whole_file.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "tests/temporary_folder.hpp"

namespace groundwork {

TEST_CASE("a file is written whole and nothing is left beside it") {
  const TemporaryFolder place;
  const std::string bytes(3'000'000, 'x');
  REQUIRE(write_whole_file(place / "file", "before").empty());
  REQUIRE(write_whole_file(place / "file", bytes).empty());
  CHECK(place.read("file") == bytes);
  CHECK(std::distance(std::filesystem::directory_iterator(place.path()), {}) == 1);
}

TEST_CASE("a full disk is said, and the file stays as it was") {
  // Every write to this device fails as on a full disk; its place cannot be taken.
  CHECK_THAT(write_whole_file("/dev/null/file", "text"), Catch::Contains("Not a directory"));
  const TemporaryFolder place;
  std::filesystem::create_symlink("/dev/full", place / "file.new");
  REQUIRE(write_whole_file(place / "other", "before").empty());
  CHECK(write_whole_file(place / "file", "text") == "No space left on device");
  CHECK_FALSE(std::filesystem::exists(place / "file"));
}

}  // namespace groundwork
