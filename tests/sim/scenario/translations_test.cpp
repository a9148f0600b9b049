#include "sim/scenario/translations.hpp"

#include <catch2/catch.hpp>

#include "tests/sim/scenario/workspace.hpp"

using namespace groundwork;

namespace {

/// The lemonade stand with title and description in Chinese, and a scenario that extends it.
struct Translated {
  Workspace folder;

  Translated() {
    const std::string chinese = "title_zh = \"柠檬水\"\ndescription_zh = \"公园里的小摊。\"\n";
    folder.write("lemonade.toml", chinese + lemonade_toml);
  }

  Scenario read(const std::string& changes, const std::vector<std::string>& overrides = {}) const {
    folder.write("more.toml", "extends = \"lemonade.toml\"\n" + changes);
    Reading reading = folder.read("more.toml", overrides);
    REQUIRE(reading.study);
    return std::move(reading.study->scenario);
  }
};

}  // namespace

TEST_CASE("a scenario may have its title and description in Chinese too") {
  const Translated place;
  const Reading reading = place.folder.read();
  REQUIRE(reading.study);
  CHECK(reading.study->scenario.title == Words("Lemonade", "柠檬水"));
  CHECK(reading.study->scenario.description == Words("A stand in the park.", "公园里的小摊。"));
}

TEST_CASE("a scenario that sets neither has both from the one it extends") {
  const Scenario scenario = Translated().read("[stand]\ntables = 9\n");
  CHECK(scenario.title == Words("Lemonade", "柠檬水"));
  CHECK(scenario.description == Words("A stand in the park.", "公园里的小摊。"));
}

TEST_CASE("a new title without Chinese does not keep the Chinese of another title") {
  const Scenario scenario = Translated().read("title = \"More\"\n");
  CHECK(scenario.title == Words::same("More"));
  CHECK(scenario.description == Words("A stand in the park.", "公园里的小摊。"));
  CHECK(scenario.resolved.find("title_zh") == std::string::npos);
  CHECK(scenario.resolved.find("description_zh") != std::string::npos);
}

TEST_CASE("a new description without Chinese does not keep the Chinese of another description") {
  const Scenario scenario = Translated().read("description = \"Two stands.\"\n");
  CHECK(scenario.description == Words::same("Two stands."));
  CHECK(scenario.title == Words("Lemonade", "柠檬水"));
}

TEST_CASE("Chinese that is set with the new title, or for the old one, holds") {
  const Translated place;
  CHECK(place.read("title = \"More\"\ntitle_zh = \"更多\"\n").title == Words("More", "更多"));
  CHECK(place.read("title_zh = \"更多\"\n").title == Words("Lemonade", "更多"));
}

TEST_CASE("the command line is above all files, in whatever order it sets them") {
  const Translated place;
  CHECK(place.read("", {"title='Own'"}).title == Words::same("Own"));
  CHECK(place.read("", {"title='Own'", "title_zh='自己'"}).title == Words("Own", "自己"));
  CHECK(place.read("", {"title_zh='自己'", "title='Own'"}).title == Words("Own", "自己"));
}

TEST_CASE("titles and descriptions in Chinese do not change the digest") {
  const Workspace plain;
  CHECK(Translated().read("").digest == plain.read().study->scenario.digest);
}
