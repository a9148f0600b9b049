#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sim/base/text.hpp"
#include "sim/report/value/value_csv.hpp"
#include "sim/report/value/value_json.hpp"
#include "sim/report/value/value_text.hpp"
#include "sim/report/value/value_words.hpp"

namespace groundwork {

namespace {

Estimate about(double value, double error) { return {value, error, value - 2.0 * error, value + 2.0 * error}; }

FactorValue factor(const char* name, double value, double error, FactorKind kind = FactorKind::input) {
  return {{name, {0}, {name}, kind}, about(value, error), about(value / 1.2e9, error / 1.2e9), about(0.1, 0.01)};
}

/// Two plans and doing nothing; knowing everything is worth 1.2 bn.
ValueReport report() {
  ValueReport found;
  found.options = {{"base", {"The plan", "规划"}, "base.toml", "1"},
                   {"rush", {"A, rush", "提速"}, "rush.toml", "2"},
                   {"do nothing", {"", "不实施"}, "", ""}};
  found.metric = {"npv",
                  "CNY",
                  {"a title", "名称"},
                  {"a meaning", "含义"},
                  Measure::whole,
                  false,
                  {{1e9, "CNY bn", 1}, {1e8, "亿元", 0}},
                  false,
                  Better::higher};
  found.scope = {"CN", {"China", "全国"}, "country"};
  found.period = "total";
  found.run = {4000, 7, Sampler::mc};
  DecisionValue& value = found.value;
  value.options = {{about(5e9, 1e8), about(0.2, 0.01), about(3.2e9, 1e8)},
                   {about(7e9, 1e8), about(0.75, 0.01), about(1.2e9, 5e7)},
                   {about(0.0, 0.0), about(0.05, 0.01), about(8.2e9, 1e8)}};
  value.chosen = 1;
  value.runner_up = 0;
  value.lead = about(2e9, 1e8);
  value.perfect = about(1.2e9, 5e7);
  value.changes = about(0.03, 0.002);
  value.factors = {factor("growth", 6e8, 3e7), factor("shock[*]", 2.04e8, 3e7, FactorKind::draws),
                   factor("noise", 1e7, 2e7)};
  value.factors[2].value.low = 0.0;
  value.paths = 3990;
  value.undefined = 10;
  return found;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("value.csv has everything first, then the factors, with as many fields as its header") {
  const std::vector<std::string> lines = split(value_csv(report()), '\n');
  REQUIRE(lines.size() == 1 + 4 + 1);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    INFO(lines[i]);
    CHECK(split(lines[i], ',').size() == split(lines[0], ',').size());
  }
  CHECK(lines[1].starts_with(
      "npv,CNY,CN,total,higher,everything,all,,1200000000,50000000,1100000000,1300000000,,,,,0.03,"));
  CHECK(lines[2].starts_with("npv,CNY,CN,total,higher,growth,input,1,600000000,"));
  CHECK(lines[3].ends_with(",shock[*]"));
}

TEST_CASE("options.csv has a line for each option and says which is chosen") {
  const std::vector<std::string> lines = split(options_csv(report()), '\n');
  REQUIRE(lines.size() == 1 + 3 + 1);
  CHECK(lines[1].starts_with("npv,CNY,CN,total,higher,base,The plan,no,5000000000,"));
  CHECK(contains(lines[2], "rush,\"A, rush\",yes,7000000000,"));
}

TEST_CASE("summary.json has the same, and null for what doing nothing has not") {
  const auto json = nlohmann::json::parse(value_json(report(), "1.0"));
  CHECK(json["generator"] == "groundwork");
  CHECK(json["analysis"] == "value of information");
  CHECK(json["chosen"] == "rush");
  CHECK(json["paths_left_out"] == 10);
  CHECK(json["perfect_information"]["value"] == 1.2e9);
  CHECK(json["options"][2]["scenario"].is_null());
  CHECK(json["options"][1]["expected_loss"]["se"] == 5e7);
  CHECK(json["factors"][0]["factor"] == "growth");
  CHECK(json["factors"][0]["share"]["value"] == 0.5);
}

TEST_CASE("what it is worth to know is said in a planner's words") {
  const ValueReport found = report();
  CHECK(
      choice_sentences(found) ==
      "Choose rush: on average it gains 2.00 CNY bn +- 0.10 against base, the next.\n"
      "With hindsight it would still be the choice in 97.0 % of futures, +- 0.2.\n"
      "Knowing everything beforehand would be worth 1.20 CNY bn +- 0.05 on average (95 % confidence: 1.10 to 1.30). No "
      "study of any kind is worth more.\n");
  CHECK(worth_sentences(found) ==
        "About half of that is to be had by knowing growth: spend at most 0.60 CNY bn +- 0.03 on a study of it.\n"
        "17 % of that is to be had by knowing shock[*]: spend at most 0.20 CNY bn +- 0.03 on a study of it.\n");
}

TEST_CASE("in Chinese the sentences are whole, in Chinese units") {
  ValueReport found = report();
  CHECK(choice_sentences(found, Language::zh) ==
        "应选择“提速”：名称平均比次优的“规划”高 20.0 亿元 ± 1.0。\n"
        "事后看，97.0% ± 0.2% 的情形下仍会选择它。\n"
        "全部已知的价值平均为 12.0 亿元 ± 0.5（95% 置信区间 11.0 至 13.0）；任何研究的价值都不会超过“全部已知”。\n");
  CHECK(worth_sentences(found, Language::zh) ==
        "仅了解 growth 的价值为 6.0 亿元 ± 0.3，占“全部已知”的 50%；对其研究的投入不应超过此数。\n"
        "仅了解 shock[*] 的价值为 2.0 亿元 ± 0.3，占“全部已知”的 17%；对其研究的投入不应超过此数。\n");
  const std::string text = value_text(found, Language::zh);
  CHECK(contains(text, "名称，越高越好\n每个备选情景 4,000 条路径，种子 7，独立抽样\n"));
  CHECK(contains(text, "10 条无数值的路径未计入。"));
  CHECK(contains(text, "\n不实施 "));
  CHECK(contains(text, "单独了解其余一项输入，即使有价值也不超过 0.5 亿元（95% 置信度）。"));
  found.value.lead = about(2e8, 1e8);
  CHECK(contains(choice_sentences(found, Language::zh), "“提速”的均值最优，但就这些路径而言与“规划”无法区分"));
}

TEST_CASE("the text has a row for what is worth knowing, and what the rest is worth at most") {
  const std::string text = value_text(report());
  CHECK(contains(text, "10 paths without a value are left out."));
  CHECK(contains(text, "Knowing the other factor alone is worth 0.05 CNY bn at most, if anything"));
  CHECK(contains(text, "[*] are the model's own draws"));
  CHECK_FALSE(contains(text, "noise "));
  CHECK(text.find("rush ") < text.find("base "));  // the best first
}

TEST_CASE("a lead that paths cannot tell from none is said, and that nothing is worth a study") {
  ValueReport found = report();
  found.value.lead = about(2e8, 1e8);
  found.value.factors = {found.value.factors[2]};
  CHECK(contains(choice_sentences(found), "rush has the best mean, but these paths do not tell it from base"));
  CHECK(contains(worth_sentences(found), "No factor by itself is worth a study"));
}

TEST_CASE("a choice that nothing could change is said to be one, also if options are the same") {
  ValueReport found = report();
  found.value.changes = about(0.0, 0.0);
  found.value.perfect = about(0.0, 0.0);
  CHECK(
      contains(value_text(found),
               "No other option is better on any of 3,990 paths: nothing that one could learn would change the choice "
               "(95 % confidence: in all but 0.075 % of futures)."));
  CHECK_FALSE(contains(value_text(found), "worth knowing"));
  found.value.options[0] = {about(7e9, 1e8), about(1.0, 0.0), about(0.0, 0.0)};
  CHECK(contains(value_text(found), "rush and base are the same in npv (total) on every path."));
}

}  // namespace groundwork
