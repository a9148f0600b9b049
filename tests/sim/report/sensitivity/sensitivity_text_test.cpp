#include "sim/report/sensitivity/sensitivity_text.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sim/base/text.hpp"
#include "sim/report/sensitivity/driver_places.hpp"
#include "sim/report/sensitivity/sensitivity_csv.hpp"
#include "sim/report/sensitivity/sensitivity_json.hpp"
#include "sim/report/sensitivity/sensitivity_words.hpp"
#include "sim/report/sensitivity/tornado_text.hpp"
#include "tests/sim/analysis/sensitivity/test_function.hpp"

namespace groundwork {

namespace {

Estimate share(double value) { return symmetric_estimate(value, 0.01, Replication::independent); }

Driver driver(const std::string& name, double value) {
  return {{name, {0}, {name}, FactorKind::input}, share(value), {}};
}

/// Half from x1, a tenth from x0, nothing from x2.
FigureDrivers known_drivers() {
  FigureDrivers figure;
  figure.paths = 90;
  figure.undefined = 10;
  figure.singles = {driver("case.x0", 0.10), driver("case.x1", 0.51), driver("case.x2", -0.004)};
  figure.independent = {figure.singles[1], figure.singles[0], figure.singles[2]};
  figure.explained = share(0.61);
  return figure;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a share is told in words near a simple fraction, else in percent") {
  CHECK(share_in_words(0.49) == "about half");
  CHECK(share_in_words(0.34) == "about a third");
  CHECK(share_in_words(0.26) == "about a quarter");
  CHECK(share_in_words(0.995) == "nearly all");
  CHECK(share_in_words(0.42) == "42 %");
  CHECK(share_in_words(0.34, Language::zh) == "约三分之一");
  CHECK(share_in_words(0.42, Language::zh) == "42%");
}

TEST_CASE("a planner reads first what the uncertainty comes from, then what is left, then the table") {
  const Study study = read_function(linear_function({1.0, 1.0, 1.0}));
  const std::string text = drivers_text(study, {known_drivers()});
  CHECK(has(text,
            "About half of the uncertainty of y (total) comes from case.x1 (51.0 % +- 1.0).\n"
            "10 % comes from case.x0 (10.0 % +- 1.0).\n"
            "One at a time, they explain 61.0 % +- 1.0; the other 39.0 % comes from what they do together"));
  CHECK(has(text, "10 paths without a value are left out.\n"));
  CHECK(text.find("\ncase.x1 ") < text.find("\ncase.x0 "));
  CHECK(has(text, "-0.4"));
}

TEST_CASE("the Chinese text has whole sentences in the same order") {
  const Study study = read_function(linear_function({1.0, 1.0, 1.0}));
  const std::string text = drivers_text(study, {known_drivers()}, Language::zh);
  const std::string figure = study.program->outputs().blocks().front().metric.title.zh;
  CHECK(has(text, figure + "的不确定性中，来自 case.x1 的占 51.0% ± 1.0，约一半。\n"
                           "来自 case.x0 的占 10.0% ± 1.0。\n"
                           "各因素单独作用合计解释 61.0% ± 1.0，其余 39.0% 来自它们的共同作用（交互效应）。\n"
                           "10 条无数值的路径未计入。\n"));
  for (const char* part : {"paths", "total", "share", "error", "rank", "partial", "coefficient", "together"})
    CHECK_FALSE(has(text, part));
}

TEST_CASE("correlated inputs and groups are called so in Chinese") {
  const Factor correlated{"case.x0 and 1 correlated", {0, 1}, {"case.x0", "case.x1"}};
  const Factor group{"case.*", {0, 1}, {"case.x0", "case.x1"}};
  CHECK(factor_label(correlated, Language::en) == "case.x0 and 1 correlated");
  CHECK(factor_label(correlated, Language::zh) == "case.x0 等 2 项相关输入");
  CHECK(factor_label(group, Language::zh) == "case.*");
  CHECK(members_line(group, Language::zh) == "  case.x0、case.x1\n");
}

TEST_CASE("places are a table of the factors that matter most in all of them") {
  const Study study = read_function(linear_function({1.0, 1.0, 1.0}));
  CHECK(driver_places(study, {}).empty());
  const std::string text = driver_places(study, {known_drivers()});
  CHECK(has(text, "y (total), by country; errors of shares up to 1.0:\n"));
  CHECK(text.find("case.x1") < text.find("case.x0"));  // largest first
  CHECK(has(text, " 51.0     10.0     -0.4        61.0\n"));
  FigureDrivers constant = known_drivers();
  constant.is_constant = true;
  constant.independent.clear();
  CHECK(has(driver_places(study, {known_drivers(), constant}), "the same on every path"));
}

TEST_CASE("that nothing stands out, that all is explained and that a figure is constant are said") {
  const Study study = read_function(linear_function({1.0}));
  FigureDrivers figure;
  figure.independent = figure.singles = {driver("case.x0", 0.03)};
  figure.explained = share(0.99);
  const std::string text = drivers_text(study, {figure});
  CHECK(has(text, "No factor explains more than 5 % of the uncertainty of y (total)."));
  CHECK(has(text, "all of it, as far as these paths can tell"));
  figure.is_constant = true;
  CHECK(has(drivers_text(study, {figure}), "y (total) has no value on any path."));
  figure.paths = 10;
  CHECK(has(drivers_text(study, {figure}), "y (total) is the same on every path: nothing drives it."));
}

TEST_CASE("the CSV file has a line for each figure and factor, with errors") {
  const Study study = read_function(linear_function({1.0, 1.0, 1.0}));
  const std::vector<std::string> lines = split(drivers_csv(study, {known_drivers()}), '\n');
  REQUIRE(lines.size() == 5);
  CHECK(lines[0].starts_with("metric,scope,period,factor,kind,columns,share,share_se,share_low,share_high,spearman,"));
  CHECK(lines[2].starts_with("y,CN,total,case.x1,input,1,0.51,0.01,0.49040"));
  CHECK(lines[2].ends_with(",,,,,,,,,,,,,case.x1"));
  for (std::size_t i = 0; i < 4; ++i) CHECK(split(lines[i], ',').size() == 23);
}

TEST_CASE("JSON names groups and their members, and null is what is not known") {
  const Study study = read_function(linear_function({1.0, 1.0}));
  SobolIndices indices;
  indices.paths = 100;
  indices.first = {share(-0.01), {}};
  indices.total = {share(0.2), {}};
  const SobolAnalysis analysis{
      {{"case.*", {0}, {"case.x0"}}, {"case.x1", {1}, {"case.x1"}, FactorKind::input}}, {0}, {indices}};
  const auto json = nlohmann::json::parse(sobol_json(study, analysis, {"1.0", 4, 2.5}));
  CHECK(json["generator"] == "groundwork");
  CHECK(json["runs"] == 4);
  const auto& factors = json["figures"][0]["factors"];
  CHECK(factors[0]["kind"] == "group");
  CHECK(factors[0]["members"][0] == "case.x0");
  CHECK(factors[0]["first"]["value"] == -0.01);
  CHECK(factors[1]["total"]["se"].is_null());
}

TEST_CASE("a tornado says which input moves the figure most, from where to where") {
  const Study study = read_function(linear_function({1.0}));
  TornadoBar bar;
  bar.low_value = 0.1;
  bar.high_value = 0.9;
  bar.at_low.mean = 2.0;
  bar.at_high.mean = 5.0;
  bar.swing = share(3.0);
  const std::string text = tornado_text(study, {{0, {}, {bar}}});
  CHECK(has(text,
            "case.x0 moves the mean of y (total) most: from 2.000 to 5.000 as it goes from its p10 (0.1) to its "
            "p90 (0.9).\n"));
  const std::string figure = study.program->outputs().blocks().front().metric.title.zh;
  CHECK(has(tornado_text(study, {{0, {}, {bar}}}, Language::zh),
            "对" + figure +
                "均值影响最大的是 case.x0：取 p10（0.1）时均值为 2.000，取 p90（0.9）时均值为 "
                "5.000。\n"));
  bar.swing = share(0.0);
  CHECK(has(tornado_text(study, {{0, {}, {bar}}}), "No input moves the mean of y (total)."));
}

}  // namespace groundwork
