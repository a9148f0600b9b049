#include "sim/scenario/overrides.hpp"

#include <catch2/catch.hpp>

#include "tests/sim/scenario/workspace.hpp"

using namespace groundwork;

TEST_CASE("overrides set numbers, texts, flags, quarters, lists and distributions") {
  const Workspace folder;
  const Reading reading =
      folder.read("lemonade.toml", {"stand.tables=1_0", "stand.open = false", "time.end=2022-Q3", "run.sampler=sobol",
                                    "stand.slogans=[\"a=b\"]", "run.paths=1e5", "title='New'", "stand.staff.2022=3",
                                    "stand.sugar_share={dist=\"uniform\", min=0, max=1}"});
  CHECK(reading.text.empty());
  REQUIRE(reading.study);
  CHECK(reading.model.tables == 10);
  CHECK_FALSE(reading.model.open);
  CHECK(reading.study->scenario.horizon.last == Quarter::of(2022, 3));
  CHECK(reading.study->scenario.run.sampler == Sampler::sobol);
  CHECK(reading.study->scenario.run.paths == 100'000);
  CHECK(reading.study->scenario.title.en == "New");
  CHECK(reading.model.slogans == std::vector<std::string>{"a=b"});
  CHECK(reading.model.staff_years == std::vector<int>{2020, 2021, 2022});
  CHECK(reading.input("stand.sugar_share").dist == "uniform");
}

TEST_CASE("overrides reach into distributions and lists") {
  const Workspace folder;
  const Reading reading =
      folder.read("lemonade.toml", {"stand.price.max=8", "flavour.'elder.flower'.price_factor=2",
                                    "flavour.0.price_factor=3", "correlation.0.spearman=0.2", "stand.slogans.1=warm"});
  CHECK(reading.text.empty());
  CHECK(reading.input("stand.price").distribution.highest() == 8.0);
  CHECK(reading.input("stand.price").source == "assumption");
  CHECK(reading.input("flavour.elder.flower.price_factor").distribution.mean() == 2.0);
  CHECK(reading.input("flavour.lemon.price_factor").distribution.mean() == 3.0);
  CHECK(reading.study->scenario.correlations.at(0).spearman.at(0, 1) == 0.2);
  CHECK(reading.model.slogans.at(1) == "warm");
}

TEST_CASE("a later override wins over an earlier one") {
  const Workspace folder;
  CHECK(folder.read("lemonade.toml", {"stand.tables=5", "stand.tables=6"}).model.tables == 6);
}

TEST_CASE("an input fixed by an override is left out of its correlation, with a warning") {
  const Workspace folder;
  const Reading reading = folder.read("lemonade.toml", {"stand.price=4"});
  REQUIRE(reading.study);
  CHECK(reading.study->scenario.correlations.empty());
  CHECK(headlines(reading) == std::vector<std::string>{"lemonade.toml:34:34: warning: 'stand.price' does not vary: it "
                                                       "is 4 (command line), and is left out of the correlation"});
}

TEST_CASE("a wrong override is shown with its own text") {
  struct Wrong {
    const char* override_text;
    const char* message;
  };
  const Wrong all[] = {
      {"stand.tables", "an override must be KEY=VALUE\n  --set stand.tables\n"},
      {"stand.tables=", "an override must be KEY=VALUE\n"},
      {"=3", "an override must be KEY=VALUE\n"},
      {"stand..tables=3", "an override must be KEY=VALUE\n"},
      {"stand.'tables=3", "an override must be KEY=VALUE\n"},
      {"extends=x.toml", "'extends' cannot be set on the command line\n"},
      {"stand.tables=[1", "the text ends within an array\n"},
      {"stand.tables=nan", "a number must be finite\n"},
      {"stand.tables=3\nx=4", "the value must be one line of text\n  --set stand.tables=3 x=4\n"},
      {"stand.tables=many", "'stand.tables' [1] must be a whole number, is the text 'many'\n"},
      {"stand.tables=2.5", "'stand.tables' [1] must be a whole number, is the number 2.5\n"},
      {"stand.price.maxx=9",
       "'stand.price' [CNY/cup]: 'uniform' has no parameter 'maxx'\n  --set stand.price.maxx=9\n"},
      {"stand.sugar_share.max=9",
       "'stand.sugar_share' is the number 0.1 (at lemonade.toml:16:15), it has no 'max' to change\n"},
      {"flavour.mint.price_factor=1", "'flavour' has no element 'mint'\n"},
      {"stand.slogans.5=1", "'stand.slogans' has no element '5'\n"},
      {"stand.sugr_share=0.2",
       "unknown input 'stand.sugr_share'\n  --set stand.sugr_share=0.2\n  hint: did you mean "
       "'stand.sugar_share' [share]? `groundwork explain stand` lists the inputs there.\n"},
  };
  const Workspace folder;
  for (const Wrong& wrong : all) {
    const Reading reading = folder.read("lemonade.toml", {wrong.override_text});
    INFO(wrong.override_text << "\n" << reading.text);
    CHECK_FALSE(reading.study);
    CHECK(reading.diagnostics.error_count() == 1);
    CHECK(reading.text.find(std::string("command line: error: ") + wrong.message) == 0);
  }
}

TEST_CASE("a data file of an override is sought from the current folder") {
  const Workspace folder;
  folder.write("hot.csv", "month,temperature_c,note\njul,33,\n");
  CHECK(folder.read("lemonade.toml", {"stand.weather='" + folder.path("hot.csv") + "'"}).model.weather.rows() == 1);
  CHECK_FALSE(folder.read("lemonade.toml", {"stand.weather=data/weather.csv"}).study);
}
