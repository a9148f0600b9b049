#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sim/base/text.hpp"
#include "sim/report/discovery/discovery_csv.hpp"
#include "sim/report/discovery/discovery_json.hpp"
#include "sim/report/discovery/discovery_text.hpp"
#include "sim/report/discovery/discovery_words.hpp"
#include "tests/sim/analysis/sensitivity/test_function.hpp"

namespace groundwork {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Estimate share(double value) { return symmetric_estimate(value, 0.004, Replication::independent); }

BoxMeasure measure(double coverage, double density) {
  return {{500, 400}, {500, 390}, share(coverage), share(density), share(0.25)};
}

/// One box that limits both inputs: x0 from below, and x1 to a range that the second half does not confirm.
Discovery known_discovery() {
  Discovery discovery;
  discovery.conditions = {{"y > 0.5", 0, Relation::above, 0.5, std::nullopt}};
  discovery.variables = {{0, "case.x0", "CNY/station", {"a price", "价格"}}, {1, "case.x1", "1", Words::same("")}};
  discovery.outcome = Outcome::found;
  discovery.undefined = 12;
  discovery.searched = {994, 300};
  discovery.held_out = {994, 310};
  discovery.share = share(0.31);
  FoundBox box;
  box.measure = measure(0.62, 0.85);
  box.chosen = 1;
  box.restrictions = {{{0, 153210.4, infinity}, {0.65, 0.0}, false, 1e-12, 1e-9, share(0.5)},
                      {{1, 0.2, 0.7}, {0.2, 0.3}, false, 1e-6, 0.2, share(0.84)}};
  box.trajectory = {{{{}, {994, 300}}, measure(1.0, 0.31)},
                    {{{{0, 153210.4}}, {500, 390}, 0, Side::low}, measure(0.6, 0.8)}};
  discovery.boxes = {box};
  discovery.together = box.measure;
  discovery.density_beyond = share(0.1);
  return discovery;
}

Study two_inputs() { return read_function(linear_function({1.0, 1.0})); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a planner reads how often it happens, where, and why") {
  const std::string text = discovery_text(two_inputs(), known_discovery());
  INFO(text);
  CHECK(has(text, "12 paths on which a figure has no value are left out.\n"));
  CHECK(has(text,
            "y (total) > 0.5 happens in 31.0 % +- 0.4 of futures.\n"
            "Of these, 62.0 % +- 0.4 lie in one corner (25.0 % of all futures), where it happens in 85.0 % +- 0.4 of "
            "cases.\nThere, all of this is so:\n"
            "  - case.x0 above 153,200 CNY/station (its top 35 %); without this 50.0 %\n      a price\n"
            "  - case.x1 between 0.2 and 0.7 (50 % of its distribution: the lowest 20 % and the top 30 % left out); "
            "without this 84.0 %\n"
            "      The second half does not confirm this one; it may be chance.\n"));
  CHECK(has(text, "Outside it, it happens in 10.0 % +- 0.4 of futures.\n"));
  CHECK(has(text, "chosen\n"));
  CHECK_FALSE(has(text, "little more"));
}

TEST_CASE("in Chinese it is called as the report page calls it") {
  const std::string text = discovery_text(two_inputs(), known_discovery(), Language::zh);
  INFO(text);
  CHECK(has(text, "区域在前一半路径上搜索，在后一半上评估。\n12 条路径上有指标没有数值，未计入。\n"));
  CHECK(has(text,
            "在 31.0% ± 0.4% 的情形中发生。\n"
            "区域 1 占 25.0% 的情形，包含全部发生情形的 62.0% ± 0.4%；区域内的发生比例为 85.0% ± 0.4%。\n"
            "区域内同时满足：\n"
            "  - case.x0 高于 153,200 CNY/station（其分布最高的 35%）；去掉该限制后发生比例为 50.0%\n      价格\n"
            "  - case.x1 0.2 至 0.7（占其分布的 50%，不含最低的 20% 和最高的 30%）；去掉该限制后发生比例为 84.0%\n"
            "      后一半路径未能证实这一限制，它可能出于偶然。\n"));
  CHECK(has(text, "区域外的发生比例为 10.0% ± 0.4%。\n"));
  CHECK(has(text, "选定步\n"));
}

TEST_CASE("limits are told as planners say them") {
  const Words none = Words::same("");
  const Variable price{0, "a", "CNY", none}, number{0, "b", "1", none};
  const auto words = [](const Variable& variable, Restriction limits, KeptShare kept, bool is_whole) {
    FoundRestriction restriction;
    restriction.limits = limits;
    restriction.share = kept;
    restriction.has_whole_values = is_whole;
    return limits_in_words(variable, restriction);
  };
  CHECK(words(price, {0, -infinity, 31810.7}, {0.0, 0.125}, false) == "below 31,810 CNY (its lowest 88 %)");
  CHECK(words(number, {0, 3.0}, {0.955, 0.0}, true) == "at least 3 (its top 4.5 %)");
  CHECK(words(number, {0, -infinity, 3.0}, {0.0, 0.5}, true) == "at most 3 (its lowest 50 %)");
  CHECK(words(number, {0, 2.0, 2.0}, {0.2, 0.3}, true) == "2 exactly (50 % of its distribution)");
  CHECK(words(number, {0, 1.0, 2.0}, {0.2, 0.3}, true) ==
        "from 1 to 2 (50 % of its distribution: the lowest 20 % and the top 30 % left out)");
  CHECK(words(number, {0, -0.05352}, {0.2, 0.0}, false) == "above -0.05352 (its top 80 %)");
  CHECK(words(price, {0, 2.5e13}, {0.2, 0.0}, false) == "above 2.5e+13 CNY (its top 80 %)");
}

TEST_CASE("limits are told in Chinese too") {
  const Variable number{0, "b", "1", Words::same("")};
  const auto words = [&](double low, double high, bool is_whole) {
    FoundRestriction restriction;
    restriction.limits = {0, low, high};
    restriction.share = {0.045, 0.3};
    restriction.has_whole_values = is_whole;
    return limits_in_words(number, restriction, Language::zh);
  };
  CHECK(words(3.0, infinity, false) == "高于 3（其分布最高的 66%）");
  CHECK(words(3.0, infinity, true) == "不低于 3（其分布最高的 66%）");
  CHECK(words(-infinity, 3.0, false) == "低于 3（其分布最低的 66%）");
  CHECK(words(-infinity, 3.0, true) == "不高于 3（其分布最低的 66%）");
  CHECK(words(2.0, 2.0, true) == "恰为 2（占其分布的 66%）");
  CHECK(words(1.0, 2.0, true) == "1 至 2（占其分布的 66%，不含最低的 4.5% 和最高的 30%）");
}

TEST_CASE("outcomes without a box are told") {
  const Study study = two_inputs();
  Discovery discovery = known_discovery();
  discovery.boxes.clear();
  const auto told = [&](Outcome outcome, const std::string& phrase) {
    discovery.outcome = outcome;
    INFO(phrase);
    CHECK(has(discovery_text(study, discovery), phrase));
  };
  told(Outcome::never, "y (total) > 0.5 does not happen on any of 1,988 paths. Its share of futures is below");
  told(Outcome::always, "happens on all of 1,988 paths: no input decides it.");
  told(Outcome::no_value, "No path has a value of y (total) > 0.5");
  told(Outcome::no_box, "No corner stands out: as far as these paths can tell, none of the 2 random columns says");
  told(Outcome::too_rare, "The first half has 300 and 694, the second 310 and 684. Run more --paths");
  CHECK(boxes_csv(discovery).find('\n') == boxes_csv(discovery).size() - 1);
  const auto json = nlohmann::json::parse(discovery_json(study, discovery, {"1.0", {}, 1.0}));
  CHECK(json["outcome"] == "too rare");
  CHECK(json["boxes"].empty());
  CHECK(json["together"].is_null());
}

TEST_CASE("a percentile is shown with the value that it came to") {
  const Study study = two_inputs();
  const std::vector<Condition> conditions{{"y > p90", 0, Relation::above, 1.25, 90.0},
                                          {"y <= 2", 0, Relation::at_most, 2.0, std::nullopt}};
  CHECK(conditions_in_words(study.program->outputs(), conditions) == "y (total) > 1.250 (its p90) and y (total) <= 2");
}

TEST_CASE("shares near none and all have decimals, and those without error an interval") {
  CHECK(percent_of_futures(0.3149) == "31.5 %");
  CHECK(percent_of_futures(0.0004) == "0.04 %");
  CHECK(percent_of_futures(0.9996) == "99.96 %");
  CHECK(percent_of_futures(std::nan("")) == "unknown");
  CHECK(futures_with_error({1.0, 0.0, 0.97, 1.0}) == "100.0 % (95 % interval 97.0 % to 100.0 %)");
  CHECK(futures_with_error({0.5, 0.0004, 0.4, 0.6}) == "50.0 % +- 0.04");
  CHECK(futures_with_error({0.5, 0.0004, 0.4, 0.6}, Language::zh) == "50.0% ± 0.04%");
  CHECK(futures_with_error({1.0, 0.0, 0.97, 1.0}, Language::zh) == "100.0%（95% 置信区间 97.0% 至 100.0%）");
  CHECK(percent_of_futures(std::nan(""), Language::zh) == "未知");
}

TEST_CASE("files have a line for each limited input and each step, with empty fields for no limit") {
  const Discovery discovery = known_discovery();
  const std::vector<std::string> boxes = split(boxes_csv(discovery), '\n'),
                                 steps = split(trajectory_csv(discovery), '\n');
  REQUIRE(boxes.size() == 4);
  CHECK(boxes[0].starts_with("box,input,unit,low,high,share_below,share_above,quasi_p,held_out_p,density_without,"));
  CHECK(boxes[1].starts_with("1,case.x0,CNY/station,153210.4,,0.65,0,1e-12,1e-09,0.5,0.004,"));
  CHECK(boxes[2].starts_with("1,case.x1,1,0.2,0.7,0.2,0.3,"));
  REQUIRE(steps.size() == 4);
  CHECK(steps[1].starts_with("1,0,0,,,0,1,"));
  CHECK(steps[2].starts_with("1,1,1,case.x0,low,1,0.6,"));
  for (std::size_t i = 0; i < 3; ++i) CHECK(split(boxes[i], ',').size() == split(boxes[0], ',').size());
  for (std::size_t i = 0; i < 3; ++i) CHECK(split(steps[i], ',').size() == split(steps[0], ',').size());
}

TEST_CASE("JSON has the conditions, the settings and null for no limit") {
  const auto json = nlohmann::json::parse(discovery_json(two_inputs(), known_discovery(), {"1.0", {}, 2.5}));
  CHECK(json["generator"] == "groundwork");
  CHECK(json["conditions"][0]["comparison"] == ">");
  CHECK(json["conditions"][0]["percentile"].is_null());
  CHECK(json["settings"]["peel"] == 0.05);
  CHECK(json["settings"]["density"].is_null());
  CHECK(json["boxes"][0]["restrictions"][0]["high"].is_null());
  CHECK(json["boxes"][0]["restrictions"][0]["low"] == 153210.4);
  CHECK(json["boxes"][0]["coverage"]["value"] == 0.62);
  CHECK(json["undefined_paths"] == 12);
}

}  // namespace groundwork
