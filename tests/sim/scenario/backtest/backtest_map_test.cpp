#include "sim/scenario/backtest/backtest_map.hpp"

#include <catch2/catch.hpp>

#include "tests/sim/scenario/workspace.hpp"

namespace groundwork {

namespace {

const std::string facts = R"(id,topic,scope,value,unit,date,article
F1,shops,CN,120,shops,2020,"a, b"
F2,cost,CN,>3,CNY bn,2020-2021,c
F3,shops,CN,many,shops,2020,c
F4,shops,CN,7,shops,2019,c
F5,fun,CN,5,smiles,2020,c
)";

const std::string right = R"([[source]]
file = "facts.csv"
what = "topic"
when = "date"
from = "article"
evidence = "known"

[[compare]]
id = "F1"
figure = "shops:2020"
evidence = "calibrated"
[[compare]]
id = "F2"
figure = ["cost:2020", "cost:2021"]
convert = { from = "CNY bn", to = "CNY", factor = 1e9 }
forecast = true
[[compare]]
id = "F3"
figure = "shops:east:2020"
read_as = ">=10"
note = "many are ten"
[[compare]]
id = "F4"
figure = "shops:2019"
[[unmapped]]
ids = ["F5"]
reason = "the model has no fun"
reason_zh = "模型没有乐趣"
)";

OutputTable outputs() {
  OutputTable made;
  const int country = made.add_scope({"CN", Words::same(""), "country"}),
            east = made.add_scope({"east", Words::same(""), "region"});
  made.add_block({"shops", "shops", Words::same(""), Words::same(""), Measure::stock}, {country, east},
                 {"2020", "2021"});
  made.add_block({"cost", "CNY", Words::same(""), Words::same(""), Measure::flow}, {country},
                 {"2020", "2021", "total"});
  return made;
}

struct MapReading {
  std::optional<BacktestMap> map;
  std::vector<std::string> problems;  ///< "place: error: problem"
  std::string text;
};

MapReading read(const std::string& toml, const std::string& csv = facts, Quarter last = Quarter::of(2021, 4)) {
  const Workspace folder;
  folder.write("facts.csv", csv);
  const OutputTable table = outputs();
  Diagnostics diagnostics;
  MapReading reading;
  reading.map = read_backtest_map(folder.write("map.toml", toml), {table, {Quarter::of(2020, 1), last}}, diagnostics);
  for (const Diagnostic& d : diagnostics.all())
    reading.problems.push_back(folder.without_folder(
        d.position.text() + (d.severity == Severity::error ? ": error: " : ": warning: ") + d.problem));
  reading.text = folder.without_folder(diagnostics.text());
  return reading;
}

struct WrongMap {
  const char* from;
  const char* to;
  const char* problem;
};

}  // namespace

TEST_CASE("a map gives every row of its tables once, in their order, with what answers it") {
  const MapReading reading = read(right);
  INFO(reading.text);
  REQUIRE(reading.map);
  CHECK(reading.problems.empty());
  const std::vector<BacktestFigure>& figures = reading.map->figures;
  const OutputTable table = outputs();
  REQUIRE(figures.size() == 5);
  CHECK(figures[0].row.from == "a, b");
  CHECK(figures[0].row.evidence == Evidence::calibrated);
  CHECK(figures[0].answer.cells == std::vector<int>{table.find("shops", "CN", "2020")});
  CHECK(figures[1].row.evidence == Evidence::known);
  CHECK(figures[1].answer.cells ==
        std::vector<int>{table.find("cost", "CN", "2020"), table.find("cost", "CN", "2021")});
  CHECK(figures[1].published.value == 3e9);
  CHECK(figures[1].published.bound == Bound::above);
  CHECK(figures[1].is_forecast);
  CHECK(figures[2].published.bound == Bound::at_least);
  CHECK(figures[3].standing == Standing::not_simulated);
  CHECK(figures[3].reason == Words("the scenario does not simulate all of 2019", "情景未完整模拟2019年"));
  CHECK(figures[4].standing == Standing::unmapped);
  CHECK(figures[4].reason == Words("the model has no fun", "模型没有乐趣"));
}

TEST_CASE("a year that is simulated in part is not simulated") {
  const MapReading reading = read(right, facts, Quarter::of(2021, 2));
  REQUIRE(reading.map);
  CHECK(reading.map->figures[1].standing == Standing::not_simulated);
  CHECK(reading.map->figures[1].reason.en == "the scenario does not simulate all of 2021");
  CHECK(reading.map->figures[0].standing == Standing::compared);
}

TEST_CASE("a ratio has the unit of both parts") {
  const MapReading reading = read(changed(right, "figure = \"shops:2020\"",
                                          "figure = \"cost:2020\"\nover = \"shops:2020\"\n"
                                          "convert = { from = \"shops\", to = \"CNY/shops\", factor = 2 }"));
  INFO(reading.text);
  REQUIRE(reading.map);
  CHECK(reading.map->figures[0].answer.unit == "CNY/shops");
  CHECK(reading.map->figures[0].published.value == 240.0);
  CHECK(reading.map->figures[0].answer.over == std::vector<int>{outputs().find("shops", "CN", "2020")});
}

TEST_CASE("a figure that the map does not mention is a warning, and is listed") {
  const MapReading reading = read(changed(right, "ids = [\"F5\"]", "ids = []"));
  REQUIRE(reading.map);
  CHECK(reading.problems == std::vector<std::string>{"facts.csv:6:1: warning: 'F5' is not in the map map.toml"});
  CHECK(reading.map->figures[4].standing == Standing::not_in_map);
  CHECK(reading.map->figures[4].reason.en == "not in the map");
}

TEST_CASE("what is wrong in a map is said where it is wrong") {
  const WrongMap all[] = {
      {"id = \"F1\"", "id = \"F9\"", "map.toml:9:6: error: no source has a figure 'F9'"},
      {"id = \"F4\"", "id = \"F1\"", "map.toml:23:6: error: 'F1' is in the map already, at map.toml:9:6"},
      {"id = \"F1\"\n", "", "map.toml:8:1: error: [[compare]] needs 'id'"},
      {"figure = \"shops:2020\"\n", "", "map.toml:8:1: error: [[compare]] needs 'figure'"},
      {"\"shops:2020\"", "\"shop:2020\"", "map.toml:10:10: error: there is no metric 'shop'"},
      {"\"shops:2019\"", "\"shop:2019\"", "map.toml:24:10: error: there is no metric 'shop'"},
      {"\"shops:2020\"", "\"shops:west:2020\"",
       "map.toml:10:10: error: 'shops:west:2020': 'west' is no scope or period of shops that could stand here"},
      {"\"shops:2020\"", "[]", "map.toml:10:10: error: the list of figures is empty"},
      {"\"shops:2020\"", "2020",
       "map.toml:10:10: error: a figure must be a text such as \"stations:2020\", is the number 2020"},
      {"\"cost:2021\"]", "\"shops:2021\"]",
       "map.toml:14:24: error: 'shops:2021' is in shops, what it is added to is in CNY"},
      {"convert = { from = \"CNY bn\", to = \"CNY\", factor = 1e9 }\n", "",
       "map.toml:12:1: error: 'F2' is published in CNY bn, cost:2020 is in CNY"},
      {"from = \"CNY bn\"", "from = \"CNY mn\"", "map.toml:15:20: error: 'F2' is published in CNY bn, not in CNY mn"},
      {"to = \"CNY\"", "to = \"USD\"", "map.toml:15:35: error: cost:2020 is in CNY, not in USD"},
      {", factor = 1e9", "", "map.toml:15:11: error: 'convert' needs 'factor'"},
      {"factor = 1e9", "factor = 0", "map.toml:15:51: error: 'factor' must be between 1e-30 and 1e+30, is 0"},
      {"read_as = \">=10\"\n", "", "facts.csv:4:13: error: 'many' of 'F3' is no number and no bound"},
      {"\">=10\"", "\"ten\"", "map.toml:20:11: error: 'ten' of 'F3' is no number and no bound"},
      {"note = \"many are ten\"\n", "",
       "map.toml:20:11: error: 'read_as' needs a 'note' that says why the figure is read so"},
      {"evidence = \"calibrated\"", "evidence = \"strong\"",
       "map.toml:11:12: error: 'evidence' must be calibrated, known or hindsight, is the text 'strong'"},
      {"evidence = \"known\"\n", "", "map.toml:1:1: error: [[source]] needs 'evidence'"},
      {"forecast = true", "forecast = 1", "map.toml:16:12: error: 'forecast' must be true or false, is the number 1"},
      {"figure = \"shops:2020\"", "figur = \"shops:2020\"", "map.toml:10:1: error: unknown key 'figur' in [[compare]]"},
      {"reason = \"the model has no fun\"\n", "", "map.toml:25:1: error: [[unmapped]] needs 'reason'"},
      {"\"the model has no fun\"", "\" \"", "map.toml:27:10: error: 'reason' of [[unmapped]] is empty"},
      {"\"模型没有乐趣\"", "\" \"", "map.toml:28:13: error: 'reason_zh' of [[unmapped]] is empty"},
      {"[\"F5\"]", "[5]", "map.toml:26:8: error: 'ids' must be a list of texts, one of them is the number 5"},
      {"\"facts.csv\"", "\"fact.csv\"", "map.toml:2:8: error: cannot read 'fact.csv': there is no such file"},
      {"what = \"topic\"", "what = \"topics\"", "facts.csv:1:1: error: column 'topics' [text] is missing"},
  };
  for (const WrongMap& wrong : all) {
    const MapReading reading = read(changed(right, wrong.from, wrong.to));
    INFO(wrong.to << "\n" << reading.text);
    CHECK_FALSE(reading.map);
    REQUIRE_FALSE(reading.problems.empty());
    CHECK_THAT(reading.problems.front(), Catch::Equals(wrong.problem));
  }
}

TEST_CASE("all that is wrong is said in one pass, with what was perhaps meant") {
  const std::string wrong = changed(changed(right, "\"shops:2020\"", "\"shopz:2020\""), "forecast", "forcast");
  const MapReading reading = read(wrong, changed(facts, "F5,", "F4,"));
  INFO(reading.text);
  CHECK(reading.problems.size() == 4);  // and F5 is gone
  CHECK_THAT(reading.text, Catch::Contains("did you mean 'shops'?") && Catch::Contains("did you mean 'forecast'?"));
  CHECK_THAT(reading.text, Catch::Contains("there is a figure 'F4' already, at facts.csv:5:1"));
}

TEST_CASE("a map needs a source") {
  CHECK(read("[[unmapped]]\nids = []\nreason = \"x\"\n").problems ==
        std::vector<std::string>{"map.toml: error: the map has no [[source]]"});
}

}  // namespace groundwork
