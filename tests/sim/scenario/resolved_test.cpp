#include "sim/scenario/resolved.hpp"

#include <catch2/catch.hpp>

#include "tests/sim/scenario/workspace.hpp"

using namespace groundwork;

namespace {

std::string digest_of(const Reading& reading) {
  INFO(reading.text);
  REQUIRE(reading.study);
  return reading.study->scenario.digest;
}

}  // namespace

TEST_CASE("the resolved scenario stands alone and reads back to the same scenario") {
  const Workspace folder;
  folder.write("data/counts.csv", "day,cups\n1,60\n2,90\n3,75\n");
  folder.write("more.toml",
               "extends = \"lemonade.toml\"\nstand.sugar_share = 0.30000000000000004\nstand.cups_per_day = { dist = "
               "\"empirical\", file = \"data/counts.csv\", column = \"cups\", source = \"c\" }\n");
  const Reading first = folder.read("more.toml", {"stand.price.max=8", "run.paths=77"});
  REQUIRE(first.study);
  const std::string resolved = first.study->scenario.resolved;
  CHECK(
      folder.without_folder(resolved).starts_with("# Resolved from more.toml, which extends lemonade.toml\n# with "
                                                  "--set stand.price.max=8\n# with --set run.paths=77\n"));
  CHECK(resolved.find("extends =") == std::string::npos);

  folder.write("results/resolved.toml", resolved);
  const Reading second = folder.read("results/resolved.toml");
  CHECK(second.text.empty());
  CHECK(digest_of(second) == digest_of(first));
  CHECK(second.study->scenario.run.paths == 77);
  CHECK(second.study->scenario.title.en == "Lemonade");
  CHECK(second.input("stand.sugar_share").distribution.mean() == 0.30000000000000004);
  for (std::size_t i = 0; i < first.study->scenario.inputs.size(); ++i)
    CHECK(second.study->scenario.inputs[i].distribution.text() == first.study->scenario.inputs[i].distribution.text());
}

TEST_CASE("a resolved scenario with a fixed input reads back, though the input was correlated") {
  const Workspace folder;
  const Reading first = folder.read("lemonade.toml", {"stand.price=4"});
  REQUIRE(first.study);
  CHECK(first.study->scenario.resolved.find("correlation = []\n") != std::string::npos);
  folder.write("results/resolved.toml", first.study->scenario.resolved);
  const Reading second = folder.read("results/resolved.toml");
  CHECK(second.text.empty());
  CHECK(digest_of(second) == digest_of(first));
}

TEST_CASE("the digest does not depend on formatting, order, comments, paths, title or settings of the run") {
  const Workspace folder;
  const std::string expected = digest_of(folder.read());
  const auto same = [&](const std::string& from, const std::string& to) {
    INFO(to);
    CHECK(digest_of(folder.read_changed(from, to)) == expected);
  };
  same("sugar_share = 0.1", "# less\n sugar_share  =  1.0e-1");
  same("tables = 4\nopen = true", "open = true\ntables = 4");
  same("title = \"Lemonade\"", "title = \"Other\"");
  same("description = \"A stand in the park.\"\n", "");
  same("paths = 1_000", "paths = 5");
  same("seed = 7", "seed = 8");
  same("sampler = \"mc\"", "sampler = \"lhs\"");
  same("min = 3", "min = 3.0");
  same("spearman = -0.4", "matrix = [[1, -0.4], [-0.4, 1]]");
  same("data/weather.csv", folder.path("data/weather.csv"));
  CHECK(digest_of(folder.read("lemonade.toml", {"stand.tables=4"})) == expected);
}

TEST_CASE("the digest changes with every input and with the data") {
  const Workspace folder;
  const std::string expected = digest_of(folder.read());
  const auto differs = [&](const std::string& from, const std::string& to) {
    INFO(to);
    CHECK(digest_of(folder.read_changed(from, to)) != expected);
  };
  differs("sugar_share = 0.1", "sugar_share = 0.10000000000000002");
  differs("tables = 4", "tables = 5");
  differs("open = true", "open = false");
  differs("opening = \"2020-Q2\"", "opening = \"2020-Q3\"");
  differs("\"fresh\", \"cold\"", "\"cold\", \"fresh\"");
  differs("mode = 80", "mode = 81");
  differs("spearman = -0.4", "spearman = -0.5");
  differs("end = \"2021-Q4\"", "end = \"2021-Q3\"");
  differs("2021 = 2.5", "2022 = 2.5");
  folder.write("data/weather.csv", changed(weather_csv, "2.5", "2.6"));
  CHECK(digest_of(folder.read()) != expected);
}
