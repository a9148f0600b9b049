#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sim/base/text.hpp"
#include "sim/engine/runner.hpp"
#include "sim/report/backtest/backtest_files.hpp"
#include "sim/report/backtest/backtest_table.hpp"
#include "sim/report/backtest/backtest_text.hpp"
#include "tests/sim/engine/toy.hpp"

namespace groundwork {

namespace {

/// The toy's scenario held against three figures: one compared, one that contradicts it, one that no metric answers.
struct ToyBacktest {
  Study study = read_toy();
  BacktestMap map{"map.toml", std::vector<BacktestFigure>(3)};
  Results results;
  Backtest backtest;

  ToyBacktest() {
    compare(map.figures[0], "T1", "0.3");
    compare(map.figures[1], "T2", ">0.99");
    map.figures[0].row.evidence = Evidence::hindsight;
    map.figures[2].row.id = "T3";
    map.figures[2].standing = Standing::unmapped;
    map.figures[2].reason = {"no metric, \"none\"", "没有指标"};
    RunOptions options;
    options.keep_cells = cells_of(map);
    results = run_paths(study, study.scenario.run, options);
    backtest = run_backtest(map, results);
  }

  BacktestRecord record() const { return {study.scenario, map, backtest, results}; }

 private:
  void compare(BacktestFigure& figure, const std::string& id, const std::string& published) const {
    figure.row.id = id;
    figure.row.value = published;
    figure.row.unit = "1";
    figure.standing = Standing::compared;
    figure.published = parse_published(published).value();
    figure.answer.figures = {"x:CN:total"};
    figure.answer.cells = {program_of(study).cells.x};
    figure.answer.unit = "1";
  }
};

}  // namespace

TEST_CASE("the table of a backtest says how many figures lie outside, by evidence, and what was left out") {
  using Catch::Contains;
  const std::string table = backtest_table(ToyBacktest().record());
  CHECK_THAT(table, Contains("1 of 2 figures lie outside the 90 % range"));
  CHECK_THAT(table, Contains("(hindsight): 0 of 1 outside"));
  CHECK_THAT(table, Contains("above P95, holds on "));
  CHECK_THAT(table, Contains("x:CN:total [1]: 0.3 (T1), >0.99 (T2)"));
  CHECK_THAT(table, Contains("Not compared, 1 figures:\n  T3: no metric, \"none\"\n"));
}

TEST_CASE("the table of a backtest is in Chinese, with the map's reasons") {
  using Catch::Contains;
  const std::string table = backtest_table(ToyBacktest().record(), Language::zh);
  CHECK_THAT(table, Contains("；对照表 map.toml\n"));
  CHECK_THAT(table, Contains("2 项公开数据中有 1 项落在 90% 范围（P5 至 P95）之外"));
  CHECK_THAT(table, Contains("情景时点之后观察到的数据：1 项中 0 项在范围外"));
  CHECK_THAT(table, Contains("高于 P95，") && Contains("% 的路径满足"));
  CHECK_THAT(table, Contains("0.300（T1）、> 0.990（T2）"));
  CHECK_THAT(table, Contains("未对照的 1 项数据及原因：\n  T3：没有指标\n"));
  for (const char* part : {"figure", "outside", "inside", "holds", "published", "verdict", "Percentile", "paths"})
    CHECK_THAT(table, !Contains(part));
}

TEST_CASE("backtest.csv has a line for each figure, with as many fields as its header") {
  const ToyBacktest toy;
  const std::vector<std::string> lines = split(backtest_csv(toy.record()), '\n');
  REQUIRE(lines.size() == 5);
  const std::size_t fields = split(lines[0], ',').size();
  const std::vector<std::string> first = split(lines[1], ',');
  CHECK(fields == 24);
  REQUIRE(first.size() == fields);
  CHECK((first[0] == "T1" && first[7] == "hindsight" && first[9] == "compared" && first[10] == "x:CN:total"));
  CHECK(first[17] == number_text(toy.backtest.placements[0]->percentile));
  CHECK(first[20] == "inside");
  CHECK(lines[3].ends_with(",\"no metric, \"\"none\"\"\","));
}

TEST_CASE("summary.json of a backtest has scores, contradictions and every figure") {
  const ToyBacktest toy;
  const auto json = nlohmann::json::parse(backtest_json(toy.record(), "1.2.3"));
  CHECK(json["generator"] == "groundwork");
  CHECK(json["score"]["outside"] == 1);
  CHECK(json["score"]["hindsight"]["compared"] == 1);
  CHECK(json["contradictions"][0]["ids"] == nlohmann::json({"T1", "T2"}));
  CHECK(json["figures"].size() == 3);
  CHECK(json["figures"][0]["bound_holds"].is_null());
  CHECK(json["figures"][1]["bound_holds"] < 0.05);
  CHECK(json["figures"][2]["standing"] == "unmapped");
}

TEST_CASE("a sum over years and a ratio have short labels and full texts") {
  const auto answer = [](std::vector<std::string> figures, std::vector<std::string> over = {}) {
    SimulatedAnswer made;
    made.figures = std::move(figures);
    made.over_figures = std::move(over);
    return made;
  };
  const SimulatedAnswer years = answer({"a:CN:2020", "a:CN:2021", "a:CN:2022"});
  CHECK(answer_label(years) == "a:CN:2020-2022");
  CHECK(answer_text(years) == "a:CN:2020 + a:CN:2021 + a:CN:2022");
  CHECK(answer_label(answer({"a:CN:2020", "a:CN:2022"})) == "a:CN:2020 + 1 more");
  CHECK(answer_label(answer({"a:x:2020", "a:y:2020"})) == "a:x:2020 + 1 more");
  CHECK(answer_label(answer({"a:2020"}, {"b:2020"})) == "a/b:2020");
  CHECK(answer_label(answer({"a:2020"}, {"b:2021"})) == "a:2020 / b:2021");
}

TEST_CASE("what a figure was held against is said in words, and as a bound") {
  const ToyBacktest toy;
  const OutputTable& table = toy.results.table;
  SimulatedAnswer answer = toy.map.figures[0].answer;
  const MetricBlock& block = table.block(table.at(answer.cells.front()).block);
  CHECK(answer_words(answer, table) == block.metric.title);
  answer.over = answer.cells;
  CHECK(answer_words(answer, table).en == block.metric.title.en + " / " + block.metric.title.en);
  answer.over.clear();
  answer.cells = {answer.cells.front(), answer.cells.front()};
  CHECK(answer_words(answer, table).en == block.metric.title.en + " + 1 more");
  CHECK(answer_words(answer, table).zh == block.metric.title.zh + " 等 2 项");
  CHECK(name(Bound::at_least) == "at least");
  CHECK(name(Bound::none).empty());
}

}  // namespace groundwork
