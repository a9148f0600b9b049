#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sim/base/text.hpp"
#include "sim/report/comparison/comparison_csv.hpp"
#include "sim/report/comparison/comparison_json.hpp"
#include "sim/report/comparison/comparison_table.hpp"
#include "sim/report/comparison/comparison_words.hpp"
#include "sim/report/option_label.hpp"

namespace groundwork {

namespace {

FigureComparison figure(const char* name, Better better, std::vector<double> a, std::vector<double> b) {
  const std::vector<PathValues> options{a, b};
  FigureComparison found = compare_figure(options, better, Replication::independent);
  found.metric = {name,
                  "CNY",
                  {"a title", "名称"},
                  {"a meaning", "含义"},
                  Measure::flow,
                  false,
                  {{1e9, "CNY bn", 1}, {1e8, "亿元", 0}},
                  false,
                  better};
  found.scope = {"CN", {"China", "全国"}, "country"};
  found.period = "total";
  return found;
}

Comparison comparison() {
  Comparison found;
  found.options = {{"base", {"The plan", "规划"}, "base.toml", "1"},
                   {"other", {"Another", "另一方案"}, "other.toml", "2"}};
  found.inputs = {{"price", "CNY", {"1", "2"}}, {"extra", "", {"", "yes"}}};
  found.run = {4, 7, Sampler::mc};
  found.figures = {figure("cost", Better::lower, {5e9, 6e9, 7e9, 8e9}, {4e9, 4e9, 4e9, 4e9}),
                   figure("spent", Better::neither, {1e9, 2e9, 3e9, 4e9}, {2e9, 3e9, 4e9, 5e9}),
                   figure("gain", Better::higher, {1e9, 2e9, 3e9, 4e9}, {1e9, 2e9, 3e9, 4e9}),
                   figure("profit", Better::higher, {1e9, 2e9, 3e9, 4e9}, {0e9, 1e9, 5e9, Summary::unknown})};
  return found;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("comparison.csv has a line for each figure and option, with as many fields as its header") {
  const std::vector<std::string> lines = split(comparison_csv(comparison()), '\n');
  REQUIRE(lines.size() == 1 + 4 * 2 + 1);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    INFO(lines[i]);
    CHECK(split(lines[i], ',').size() == split(lines[0], ',').size());
  }
  CHECK(lines[2].starts_with("cost,CNY,CN,total,lower,other,4000000000,0,-2500000000,"));
  CHECK(lines[4].ends_with(",4,0,,,,,,"));  // neither better nor worse: no dominance, no regret
}

TEST_CASE("comparison.json has null for what is not known") {
  const auto json = nlohmann::json::parse(comparison_json(comparison(), "1.0"));
  CHECK(json["generator"] == "groundwork");
  CHECK(json["baseline"] == "base");
  CHECK(json["differing_inputs"][1]["values"][0].is_null());
  CHECK(json["figures"][0]["options"][1]["difference"]["p_better"] == 1.0);
  CHECK(json["figures"][0]["options"][0]["regret"]["mean"] == 2.5e9);
  CHECK(json["figures"][1]["options"][1]["difference"]["p_better"].is_null());
  CHECK(json["figures"][1]["options"][1]["difference"]["constant"] == true);
  CHECK_FALSE(json["figures"][1]["options"][1].contains("regret"));
  CHECK(json["figures"][3]["options"][1]["difference"]["pairs_left_out"] == 1);
  CHECK(json["by"].is_null());
}

TEST_CASE("differences are said in a planner's words") {
  const Comparison found = comparison();
  CHECK(difference_sentence(found, found.figures[0], 1) ==
        "other saves 2.5 CNY bn of cost (total), +- 0.65; better in 100.0 % of futures.");
  CHECK(difference_sentence(found, found.figures[1], 1) ==
        "other has 1.0 CNY bn more of spent (total) in every future; no better or worse.");
  CHECK(difference_sentence(found, found.figures[2], 1) == "other: no difference in gain (total).");
  CHECK(difference_sentence(found, found.figures[3], 1) ==
        "other: no clear difference in profit (total) on average, 0.0 CNY bn +- 1.00; better in 33.3 % of futures.");
}

TEST_CASE("differences are whole sentences in Chinese, with options by their titles") {
  const Comparison found = comparison();
  const auto sentence = [&](std::size_t figure) {
    return difference_sentence(found, found.figures[figure], 1, Language::zh);
  };
  CHECK(sentence(0) == "另一方案：名称（合计）平均减少 25.0 亿元，标准误 6.5；100.0% 的情形更优。");
  CHECK(sentence(1) == "另一方案：名称（合计）在所有情形下均增加 10.0 亿元；该指标不分优劣。");
  CHECK(sentence(2) == "另一方案：名称（合计）无差异。");
  CHECK(sentence(3) == "另一方案：名称（合计）平均无明显差异（0.0 亿元，标准误 10.0）；33.3% 的情形更优。");
}

TEST_CASE("options with one title are called by their names, which are unlike") {
  Comparison found = comparison();
  CHECK(option_label(found.options, 1, Language::zh) == "另一方案");
  CHECK(option_label(found.options, 1, Language::en) == "other");
  found.options[1].title = found.options[0].title;
  CHECK(option_label(found.options, 0, Language::zh) == "base");
  CHECK(option_label(found.options, 1, Language::zh) == "other");
}

TEST_CASE("a figure of a place has the place behind it, and percent differ by 个百分点") {
  FigureComparison share = figure("share", Better::higher, {0.1, 0.2}, {0.24, 0.36});
  share.scope = {"CN-GD", {"Guangdong", "广东"}, "province"};
  share.metric.display = {{0.01, "%", 1}, {0.01, "%", 1}};
  CHECK(figure_name(share) == "share:CN-GD");
  CHECK(figure_name(share, Language::zh) == "广东名称");
  CHECK(difference_display(share.metric, Language::zh).label == "个百分点");
  Comparison found = comparison();
  found.figures = {share};
  const std::string text = comparison_table(found, Language::zh);
  CHECK(contains(text, "另一方案：广东名称（合计）平均增加 15.0 个百分点"));
  CHECK(contains(text, "\n广东名称（个百分点）  合计"));
}

TEST_CASE("the Chinese table has no English but names and inputs") {
  const std::string text = comparison_table(comparison(), Language::zh);
  for (const char* part : {"base：规划\nother：另一方案\n每个情景 4 条路径，种子 7，独立抽样\n", "price（CNY）",
                           "未设置", "另一方案 减 规划", "配对增益", "恒定", "无差异", "平均后悔值",
                           "另一方案一阶占优：名称\n", "因任一方无数值而未计入的路径对：名称 1 对（另一方案）"})
    CHECK(contains(text, part));
  for (const char* part :
       {"paths", "total", "median", "mean", "error", "better", "same", "less", "order", "none", "not"})
    CHECK_FALSE(contains(text, part));
}

TEST_CASE("the table begins with the inputs that differ and says what is constant or left out") {
  const std::string text = comparison_table(comparison());
  CHECK(text.find("price [CNY]") < text.find("cost [CNY bn]"));
  CHECK(contains(text, "no difference"));
  CHECK(contains(text, "constant"));
  CHECK(contains(text, "Pairs left out, undefined on either side: 1 of profit (other)"));
  CHECK(contains(text, "other, first order: cost"));
}

}  // namespace groundwork
