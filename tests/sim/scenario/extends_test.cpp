#include <catch2/catch.hpp>

#include "tests/sim/scenario/workspace.hpp"

using namespace groundwork;

namespace {

using Lines = std::vector<std::string>;

Reading read_extending(const Workspace& folder, const std::string& changes) {
  folder.write("what-if/more.toml", "extends = \"../lemonade.toml\"\n" + changes);
  return folder.read("what-if/more.toml");
}

}  // namespace

TEST_CASE("a scenario that extends another changes only what it sets") {
  const Workspace folder;
  const Reading reading = read_extending(folder, "title = \"More\"\n[stand]\ntables = 9\n");
  CHECK(reading.text.empty());
  REQUIRE(reading.study);
  CHECK(reading.study->scenario.title.en == "More");
  CHECK(reading.model.tables == 9);
  CHECK(reading.input("stand.sugar_share").distribution.mean() == 0.1);
}

TEST_CASE("a table with dist replaces the whole distribution") {
  const Workspace folder;
  const Reading reading = read_extending(folder, "stand.price = { dist = \"pert\", min = 1, mode = 2, max = 9 }\n");
  CHECK(reading.input("stand.price").dist == "pert");
  CHECK(reading.input("stand.price").source.empty());
  CHECK(headlines(reading) == Lines{"what-if/more.toml:2:15: warning: 'stand.price' [CNY/cup] names no source"});
}

TEST_CASE("a table without dist changes single parameters of a distribution") {
  const Workspace folder;
  const Reading reading = read_extending(folder, "stand.price = { max = 7 }\n[stand.cups_per_day]\nmin = 10\n");
  CHECK(reading.text.empty());
  CHECK(reading.input("stand.price").distribution.highest() == 7.0);
  CHECK(reading.input("stand.price").distribution.lowest() == 3.0);
  CHECK(reading.input("stand.price").source == "assumption");
  CHECK(reading.input("stand.cups_per_day").distribution.lowest() == 10.0);
}

TEST_CASE("a number replaces a distribution and a distribution a number") {
  const Workspace folder;
  const Reading reading = read_extending(
      folder,
      "stand.price = { value = 4, source = \"menu\" }\nstand.sugar_share = { dist = \"uniform\", min = 0, max = 1, "
      "source = \"assumption\" }\ncorrelation = []\n");
  CHECK(reading.text.empty());
  CHECK(reading.input("stand.price").distribution.is_fixed());
  CHECK(reading.input("stand.price").source == "menu");
  CHECK_FALSE(reading.input("stand.sugar_share").distribution.is_fixed());
}

TEST_CASE("a table over a list of named tables changes elements by name or index") {
  const Workspace folder;
  const Reading reading =
      read_extending(folder, "[flavour.\"elder.flower\"]\nprice_factor = 2\n[flavour.0]\nprice_factor = 3\n");
  CHECK(reading.text.empty());
  CHECK(reading.input("flavour.elder.flower.price_factor").distribution.mean() == 2.0);
  CHECK(reading.input("flavour.lemon.price_factor").distribution.mean() == 3.0);
}

TEST_CASE("a list replaces the list of the base") {
  const Workspace folder;
  const Reading reading =
      read_extending(folder, "[[flavour]]\nname = \"mint\"\nprice_factor = 1\n[stand]\nslogans = [\"hot\"]\n");
  CHECK(reading.text.empty());
  CHECK(reading.model.flavours == Lines{"mint"});
  CHECK(reading.model.slogans == Lines{"hot"});
}

TEST_CASE("a name that the list does not have is an error that tells the names") {
  const Workspace folder;
  const Reading reading = read_extending(folder, "[flavour.lemonn]\nprice_factor = 2\n");
  CHECK(reading.text ==
        "what-if/more.toml:2:10: error: 'flavour' has no element 'lemonn'\n  [flavour.lemonn]\n"
        "  hint: did you mean 'lemon'? 'flavour' has: lemon, elder.flower\n");
}

TEST_CASE("a section cannot be replaced by a value") {
  const Workspace folder;
  const Reading reading = read_extending(folder, "stand = 3\n");
  CHECK(headlines(reading) ==
        Lines{"what-if/more.toml:2:9: error: 'stand' is a section of inputs, it cannot be the number 3"});
}

TEST_CASE("an empty table, which cannot take anything away, is a warning") {
  const Workspace folder;
  const Reading reading = read_extending(folder, "stand = {}\n");
  CHECK(reading.study);
  CHECK(headlines(reading) == Lines{"what-if/more.toml:2:9: warning: 'stand' is empty here and changes nothing"});
}

TEST_CASE("a parameter of what is no distribution cannot be changed") {
  const Workspace folder;
  const Reading reading = read_extending(folder, "stand.sugar_share.max = 3\n");
  CHECK(headlines(reading) == Lines{"what-if/more.toml:2:7: error: 'stand.sugar_share' is the number 0.1 (at "
                                    "lemonade.toml:16:15), it has no 'max' to change"});
}

TEST_CASE("a data file is sought beside the file that names it") {
  const Workspace folder;
  folder.write("what-if/hot.csv", "month,temperature_c,note\njul,33,\n");
  CHECK(read_extending(folder, "stand.weather = \"hot.csv\"\n").model.weather.number(0, "temperature_c") == 33.0);
  const Reading missing = read_extending(folder, "stand.weather = \"hott.csv\"\n");
  CHECK(missing.text ==
        "what-if/more.toml:2:17: error: cannot read 'what-if/hott.csv': there is no such file\n"
        "  stand.weather = \"hott.csv\"\n  hint: did you mean 'what-if/hot.csv'?\n");
}

TEST_CASE("what an extending file fixes is left out of the correlation of the base, with a warning") {
  const Workspace folder;
  const Reading reading = read_extending(folder, "stand.price = 4\n");
  REQUIRE(reading.study);
  CHECK(reading.study->scenario.correlations.empty());
  CHECK(headlines(reading) == Lines{"lemonade.toml:34:34: warning: 'stand.price' does not vary: it is 4 "
                                    "(what-if/more.toml:2:15), and is left out of the correlation"});
}

TEST_CASE("files may extend files that extend files, the last word being the first file's") {
  const Workspace folder;
  folder.write("b.toml", "extends = \"lemonade.toml\"\nstand.tables = 5\nstand.sugar_share = 0.5\n");
  folder.write("c.toml", "extends = \"b.toml\"\nstand.tables = 6\n");
  const Reading reading = folder.read("c.toml");
  CHECK(reading.text.empty());
  CHECK(reading.model.tables == 6);
  CHECK(reading.input("stand.sugar_share").distribution.mean() == 0.5);
}

TEST_CASE("files that extend one another in a circle are named") {
  const Workspace folder;
  folder.write("a.toml", "extends = \"b.toml\"\n");
  folder.write("b.toml", "extends = \"c.toml\"\n");
  folder.write("c.toml", "x = 1\nextends = \"./a.toml\"\n");
  CHECK(headlines(folder.read("a.toml")) ==
        Lines{"c.toml:2:11: error: these files extend one another: a.toml -> b.toml -> c.toml -> a.toml"});
}

TEST_CASE("no more than 16 files extend one another") {
  const Workspace folder;
  for (int i = 0; i < 20; ++i)
    folder.write(std::to_string(i) + ".toml", "extends = \"" + std::to_string(i + 1) + ".toml\"\n");
  CHECK(headlines(folder.read("0.toml")) == Lines{"15.toml:1:11: error: more than 16 files extend one another"});
}

TEST_CASE("a base that is not there is reported where it is named") {
  const Workspace folder;
  folder.write("a.toml", "\nextends = \"lemonad.toml\"\n");
  CHECK(folder.read("a.toml").text ==
        "a.toml:2:11: error: cannot read 'lemonad.toml': there is no such file\n  extends = \"lemonad.toml\"\n"
        "  hint: did you mean 'lemonade.toml'?\n");
  folder.write("b.toml", "extends = 3\n");
  CHECK(headlines(folder.read("b.toml")) ==
        Lines{"b.toml:1:11: error: 'extends' must be a file name, is the number 3"});
}
