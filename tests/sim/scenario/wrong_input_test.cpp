#include <catch2/catch.hpp>

#include "tests/sim/scenario/workspace.hpp"

using namespace groundwork;

namespace {

/// A change to the right scenario, and the one line that must come of it.
struct Wrong {
  const char* from;
  const char* to;
  const char* place;  ///< "line:column"
  const char* problem;
};

void check_each(const std::vector<Wrong>& all) {
  const Workspace folder;
  for (const Wrong& wrong : all) {
    const Reading reading = folder.read_changed(wrong.from, wrong.to);
    INFO(wrong.to << "\n" << reading.text);
    CHECK_FALSE(reading.study);
    CHECK(headlines(reading) ==
          std::vector<std::string>{std::string("changed.toml:") + wrong.place + ": error: " + wrong.problem});
  }
}

}  // namespace

TEST_CASE("a missing or mistyped input is reported in its section") {
  check_each({
      {"tables = 4\n", "", "13:1", "missing input 'stand.tables' [1]"},
      {"sugar_share = 0.1\n", "", "13:1", "missing input 'stand.sugar_share' [share]"},
      {"open = true\n", "", "13:1", "missing input 'stand.open'"},
      {"price_factor = 1.0\n", "", "25:1", "missing input 'flavour.lemon.price_factor' [1]"},
      {"weather = \"data/weather.csv\"\n", "", "13:1", "missing input 'stand.weather'"},
      {"sugar_share = 0.1", "sugar_share = \"a lot\"", "16:15",
       "'stand.sugar_share' [share] must be a number, is the text 'a lot'"},
      {"sugar_share = 0.1", "sugar_share = true", "16:15", "'stand.sugar_share' [share] must be a number, is true"},
      {"sugar_share = 0.1", "sugar_share = [1]", "16:15", "'stand.sugar_share' [share] must be a number, is a list"},
      {"sugar_share = 0.1", "sugar_share = { min = 1 }", "16:15",
       "'stand.sugar_share' [share] needs 'dist' or 'value'"},
      {"open = true", "open = 1", "19:8", "'stand.open' must be true or false, is the number 1"},
      {"opening = \"2020-Q2\"", "opening = \"2020-Q5\"", "20:11",
       "'stand.opening' must be a quarter such as \"2020-Q1\", is the text '2020-Q5'"},
      {"opening = \"2020-Q2\"", "opening = 2020-04-01", "20:11",
       "'stand.opening' must be a quarter such as \"2020-Q1\", is the date 2020-04-01"},
      {"slogans = [\"fresh\", \"cold\"]", "slogans = [\"fresh\", 2]", "21:21",
       "'stand.slogans' must be a list of texts, one of them is the number 2"},
      {"slogans = [\"fresh\", \"cold\"]", "slogans = \"fresh\"", "21:11",
       "'stand.slogans' must be a list of texts, is the text 'fresh'"},
      {"weather = \"data/weather.csv\"", "weather = 3", "23:11", "'stand.weather' must be a text, is the number 3"},
      {"weather = \"data/weather.csv\"", "weather = \"data\"", "23:11", "cannot read 'data': it is a folder"},
      {"tables = 4", "tables = 4.5", "18:10", "'stand.tables' [1] must be a whole number, is the number 4.5"},
      {"staff = { 2020 = 1, 2021 = 2.5 }", "staff = { 2020 = 1, later = 2.5 }", "22:21",
       "'later' in 'stand.staff' is not a year such as 2020"},
      {"staff = { 2020 = 1, 2021 = 2.5 }", "staff = 4", "22:9",
       "'stand.staff' must be a table by year, is the number 4"},
      {"name = \"lemon\"\n", "", "25:1", "an element of 'flavour' needs a name"},
      {"name = \"elder.flower\"", "name = \"lemon\"", "29:1", "'flavour' has two elements named 'lemon'"},
  });
}

TEST_CASE("a value outside its bounds is reported, and so is a distribution that can fall outside") {
  check_each({
      {"sugar_share = 0.1", "sugar_share = 1.2", "16:15",
       "'stand.sugar_share' [share] must be between 0 and 1, is 1.2"},
      {"value = 300", "value = -3", "17:18", "'stand.rent' [CNY/month] must be at least 0, is -3"},
      {"tables = 4", "tables = 51", "18:10", "'stand.tables' [1] must be between 1 and 50, is 51"},
      {"tables = 4", "tables = 10_000_000_000", "18:10", "'stand.tables' [1] must be between 1 and 50, is 10000000000"},
      {"min = 3,", "min = -3,", "15:35",
       "'stand.price' [CNY/cup] must be between 0 and 100, but it can fall below 0: as far as -3"},
      {"max = 5,", "max = 500,", "15:44",
       "'stand.price' [CNY/cup] must be between 0 and 100, but it can fall above 100: as far as 500"},
      {"2021 = 2.5", "2021 = 25", "22:28", "'stand.staff.2021' [person] must be between 0 and 20, is 25"},
  });
}

TEST_CASE("a wrong distribution is reported at the parameter") {
  check_each({
      {"dist = \"uniform\"", "dist = 3", "15:18", "'stand.price.dist' must be a text, is the number 3"},
      {"dist = \"uniform\", min = 3", "dist = \"uniform\", min = \"3\"", "15:29",
       "'stand.price.min' must be a number, is the text '3'"},
      {"unit = \"CNY/cup\"", "unit = \"CNY\"", "15:54", "'stand.price' [CNY/cup] has the unit 'CNY'"},
      {"unit = \"CNY/cup\"", "unit = 3", "15:54", "'stand.price.unit' must be a text, is the number 3"},
      {"source = \"counted\"", "source = 7", "14:92", "'stand.cups_per_day.source' must be a text, is the number 7"},
      {"value = 300, unit = \"CNY/month\"", "value = 300, unit = \"CNY/year\"", "17:30",
       "'stand.rent' [CNY/month] has the unit 'CNY/year'"},
      {"value = 300,", "value = 300, mode = 3,", "17:23", "unknown key 'mode' in 'stand.rent' [CNY/month]"},
      {"rent = { value = 300", "rent = { dist = \"uniform\", min = 1, max = 2", "17:8",
       "'stand.rent' [CNY/month] must be a number, is a distribution"},
      {"dist = \"uniform\", min = 3, max = 5", "dist = \"empirical\", file = \"data/weather.csv\"", "15:9",
       "'stand.price' lacks the column of the file"},
      {"dist = \"uniform\", min = 3, max = 5", "dist = \"discrete\", values = [1, \"2\"], weights = [1, 1]", "15:43",
       "'stand.price.values' must be a list of numbers, one of them is the text '2'"},
  });
}

TEST_CASE("a parameter that a distribution does not have is reported at its key") {
  const Workspace folder;
  const Reading reading = folder.read_changed("max = 5,", "max = 5, skew = 2,");
  REQUIRE(headlines(reading).size() == 1);
  CHECK(headlines(reading).front().starts_with("changed.toml:15:47: error: 'stand.price' [CNY/cup]: "));
  CHECK(reading.text.find("skew") != std::string::npos);
}

TEST_CASE("a distribution that is not there is reported at its table") {
  const Workspace folder;
  const Reading reading = folder.read_changed("dist = \"uniform\"", "dist = \"unifrm\"");
  REQUIRE(headlines(reading).size() == 1);
  CHECK(headlines(reading).front().starts_with("changed.toml:15:"));
  CHECK(reading.text.find("unifrm") != std::string::npos);
}

TEST_CASE("an unlimited distribution of a share is told how to stay one") {
  const Workspace folder;
  const Reading reading = folder.read_changed(
      "sugar_share = 0.1",
      "sugar_share = { dist = \"normal\", mean = 0.1, sd = 0.1, max = 0.9, source = \"assumption\" }");
  CHECK(headlines(reading) == std::vector<std::string>{"changed.toml:16:15: error: 'stand.sugar_share' [share] must be "
                                                       "between 0 and 1, but it can fall below 0"});
  CHECK(reading.text.find("hint: add min = 0\n") != std::string::npos);
}

TEST_CASE("wrong settings of the engine are reported") {
  check_each({
      {"title = \"Lemonade\"", "title = 3", "1:9", "'title' must be a text, is the number 3"},
      {"end = \"2021-Q4\"", "end = \"2019-Q4\"", "6:7", "'time.end' is before 'time.start'"},
      {"end = \"2021-Q4\"", "end = \"2080-Q1\"", "6:7", "the time from start to end is 241 quarters, the limit is 240"},
      {"start = \"2020-Q1\"", "start = \"1989-Q4\"", "5:9", "'time.start' must be between 1990 and 2100"},
      {"end = \"2021-Q4\"\n", "", "4:1", "missing input 'time.end'"},
      {"paths = 1_000", "paths = 0", "9:9", "'run.paths' [1] must be between 1 and 1000000000, is 0"},
      {"paths = 1_000", "paths = 2_000_000_000", "9:9",
       "'run.paths' [1] must be between 1 and 1000000000, is 2000000000"},
      {"seed = 7", "seed = -1", "10:8", "'run.seed' [1] must be at least 0, is -1"},
      {"sampler = \"mc\"", "sampler = \"mcmc\"", "11:11", "'run.sampler' must be one of mc, lhs, sobol, is 'mcmc'"},
      {"seed = 7", "seed = 7\naccept_nearest_correlation = 1", "11:30",
       "'run.accept_nearest_correlation' must be true or false, is the number 1"},
  });
}

TEST_CASE("an unknown input is shown with its line and the one that was meant") {
  const Workspace folder;
  const Reading reading = folder.read_changed("tables = 4", "tables = 4\n  sugarshare = 0.2");
  CHECK(reading.text ==
        "changed.toml:19:3: error: unknown input 'stand.sugarshare'\n  sugarshare = 0.2\n"
        "  hint: did you mean 'stand.sugar_share' [share]? `groundwork explain stand` lists the inputs there.\n");
}

TEST_CASE("an unknown section is reported once, at its outermost key") {
  check_each({
      {"[[correlation]]", "[stnd]\na = 1\nb = { c = 2 }\n\n[[correlation]]", "33:2", "unknown input 'stnd'"},
      {"name = \"lemon\"", "name = \"lemon\"\ncolour = \"yellow\"", "27:1", "unknown input 'flavour.lemon.colour'"},
      {"seed = 7", "seed = 7\nthreads = 3", "11:1", "unknown input 'run.threads'"},
  });
}

TEST_CASE("a distribution without a source is a warning") {
  const Workspace folder;
  const Reading reading = folder.read_changed(", source = \"counted\"", "");
  CHECK(reading.study);
  CHECK(headlines(reading) ==
        std::vector<std::string>{"changed.toml:14:16: warning: 'stand.cups_per_day' [cup/day] names no source"});
}

TEST_CASE("everything that is wrong is found in one pass") {
  const Workspace folder;
  std::string text = changed(lemonade_toml, "tables = 4", "tables = \"four\"");
  text = changed(text, "sugar_share = 0.1", "suger_share = 0.1");
  text = changed(text, "paths = 1_000", "paths = 0");
  text = changed(text, "spearman = -0.4", "spearman = -4");
  folder.write("data/weather.csv", "month,temperature_c,note\njan,cold,\n");
  folder.write("all.toml", text);
  const Reading reading = folder.read("all.toml");
  CHECK(reading.diagnostics.error_count() == 6);  // the misspelt key is unknown, and the right one missing
}
