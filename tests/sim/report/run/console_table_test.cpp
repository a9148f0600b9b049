#include "sim/report/run/console_table.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/engine/runner.hpp"
#include "sim/report/text_grid.hpp"
#include "tests/sim/engine/toy.hpp"

namespace groundwork {

namespace {

/// The sum of two numbers between 1e11 and 1.1e11 is in CNY, so it has a Chinese unit.
struct ToyRun {
  Study study = read_toy(
      "", {"toy.x={ dist = \"uniform\", min = 1e11, max = 1.1e11, unit = \"1\", source = \"test\" }", "toy.y=200e9"});
  Results results = run_paths(study, study.scenario.run, {});

  std::string text(const ConsoleStyle& style) const { return console_table(study.scenario, results, style); }
};

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The lines of the first table, its heading first.
std::vector<std::string> spread_lines(const std::string& text) {
  const std::vector<std::string> lines = split(text, '\n');
  std::vector<std::string> table;
  for (std::size_t i = 3; i < lines.size() && !lines[i].empty(); ++i) table.push_back(lines[i]);
  return table;
}

}  // namespace

TEST_CASE("the console table is in Chinese, with Chinese units") {
  const std::string text = ToyRun().text({.language = Language::zh});
  for (const char* part : {"500 条路径，种子 7，独立抽样", "时段", "均值", "标准误", "指标sum（亿元）", "合计",
                           "中位数", "各区域中位数", "东部", "指标excess大于零的概率：合计 100%", "无"})
    CHECK(contains(text, part));
  for (const char* part : {"median", "period", "CNY", "total", "none", "paths"}) CHECK_FALSE(contains(text, part));
}

TEST_CASE("the lines of a Chinese table are equally wide on a terminal") {
  const std::vector<std::string> lines = spread_lines(ToyRun().text({.language = Language::zh}));
  REQUIRE(lines.size() > 5);
  for (const std::string& line : lines) CHECK(display_width(line) == display_width(lines.front()));
}

TEST_CASE("bars stand beside the table if the terminal has room for them") {
  const ToyRun run;
  const std::string bare = run.text({});
  const int width = display_width(spread_lines(bare).front());
  const auto heading = [&](int columns) {
    return spread_lines(run.text({.bars = Bars::plain, .columns = columns})).front();
  };
  CHECK(heading(width + 2 + 21).ends_with("  -50 %    P50    +50 %"));
  CHECK(heading(width + 2 + 20).ends_with("  -50 % +50 %"));
  CHECK(heading(width + 2 + 11).ends_with("  -50 % +50 %"));
  CHECK(run.text({.bars = Bars::plain, .columns = width + 2 + 10}) == bare);
  CHECK(run.text({.bars = Bars::none, .columns = 1000}) == bare);
}

TEST_CASE("a bar is coloured if the terminal has colours, and the text is else the same") {
  const ToyRun run;
  const std::string plain = run.text({.bars = Bars::plain, .columns = 200});
  std::string coloured = run.text({.bars = Bars::coloured, .columns = 200});
  CHECK_FALSE(contains(plain, "\x1b"));
  CHECK(contains(coloured, "\x1b[36m"));
  for (const char* sequence : {"\x1b[36m", "\x1b[33m", "\x1b[0m"})
    for (std::size_t at = 0; (at = coloured.find(sequence)) != std::string::npos;)
      coloured.erase(at, std::string_view(sequence).size());
  const auto trimmed_lines = [](const std::string& text) {
    std::vector<std::string> lines;
    for (const std::string& line : split(text, '\n')) lines.push_back(line.substr(0, line.find_last_not_of(' ') + 1));
    return lines;
  };
  CHECK(trimmed_lines(coloured) == trimmed_lines(plain));
}

}  // namespace groundwork
