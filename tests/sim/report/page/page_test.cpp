#include "sim/report/page/page.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "sim/engine/runner.hpp"
#include "sim/report/json.hpp"
#include "sim/report/page/page_file.hpp"
#include "sim/report/page/page_template.hpp"
#include "sim/report/page/payload_values.hpp"
#include "sim/report/result_folder.hpp"
#include "sim/report/run/results_csv.hpp"
#include "sim/report/run/study_json.hpp"
#include "sim/report/run/summary_json.hpp"
#include "tests/sim/engine/toy.hpp"
#include "tests/temporary_folder.hpp"

namespace groundwork {

namespace {

/// A run of the toy, read back from its folder.
SavedRun saved_toy() {
  const Study study = read_toy();
  RunOptions options;
  options.threads = 1;
  const Results results = run_paths(study, study.scenario.run, options);
  const TemporaryFolder place;
  write_folder(place / "run", {{"results.csv", results_csv(results)},
                               {"distributions.csv", distributions_csv(results)},
                               {"study.json", study_json(study, nullptr)},
                               {"summary.json", summary_json(study.scenario, results, "1.2.3")}});
  return read_saved_run(place / "run");
}

/// The data of a page, as a browser reads them.
Json payload_of(const std::string& html) {
  constexpr std::string_view begin = R"(<script id="payload" type="application/json">)";
  const std::size_t from = html.find(begin) + begin.size();
  return Json::parse(html.substr(from, html.find("</script>", from) - from));
}

std::string problem_of(const std::filesystem::path& path) {
  Diagnostics diagnostics;
  check_page_file(path, diagnostics);
  return diagnostics.has_errors() ? InputError(diagnostics).what() : "";
}

}  // namespace

TEST_CASE("data cannot end the element that they stand in") {
  const std::string text = "</script><script>alert(1)</script><!-- \u2028\u2029 & \"";
  const std::string json = json_in_html(Json(text).dump());
  CHECK(json.find('<') == std::string::npos);
  CHECK(json.find("\u2028") == std::string::npos);
  CHECK(json.find("\u2029") == std::string::npos);
  CHECK(Json::parse(json) == text);
}

TEST_CASE("numbers of a page have seven digits and no more characters than they need") {
  CHECK(short_number(1234567.89).dump() == "1234568");
  CHECK(short_number(-0.000123456789).dump() == "-0.0001234568");
  CHECK(short_number(0.5).dump() == "0.5");
  CHECK(short_number(3.0).dump() == "3");
  CHECK(short_number(1.23456789e20).get<double>() == 1.234568e20);
  CHECK(short_number(Summary::unknown).is_null());
}

TEST_CASE("a page holds the statistics of every cell, by metric") {
  const SavedRun run = saved_toy();
  const Json payload = payload_of(report_page({.run = run}, Language::zh));
  CHECK(payload["language"] == "zh");
  const OutputTable& table = run.results.table;
  REQUIRE(payload["run"]["metrics"].size() == table.blocks().size());
  for (std::size_t b = 0; b < table.blocks().size(); ++b) {
    const MetricBlock& block = table.blocks()[b];
    const Json& values = payload["run"]["metrics"][b]["values"];
    for (int i = 0; i < block.cells(); ++i) {
      const Summary& cell = run.results.cells[static_cast<std::size_t>(block.first_cell + i)];
      const auto at = static_cast<std::size_t>(i);
      CHECK(values["mean"][at] == short_number(cell.mean));
      CHECK(values["standard_error"][at] == short_number(cell.standard_error));
      for (std::size_t q = 0; q < cell.quantile.size(); ++q)
        CHECK(values["quantiles"][q][at] == short_number(cell.quantile[q]));
    }
  }
}

TEST_CASE("equal results give equal pages, which open as the reader likes") {
  const SavedFolders saved{.run = saved_toy()};
  const std::string once = report_page(saved, std::nullopt);
  const bool is_the_same_again = once == report_page(saved, std::nullopt);  // Catch would print both
  CHECK(is_the_same_again);
  CHECK(payload_of(once)["language"].is_null());
}

TEST_CASE("a page of analyses alone has what they say, short, and the names of their folders") {
  SavedFolders saved;
  saved.analyses.push_back(
      {"backtest", "results/backtest/", R"({"kind": "backtest", "figures": [{"p50": 1.23456789}]})"});
  const std::string factors = R"([{"factor": "a", "kind": "input", "columns": 1, "prcc": {"value": 0.5, "se": 0.1}}])";
  saved.analyses.push_back(
      {"sensitivity", "drivers",
       R"({"kind": "sensitivity", "figures": [{"factors": )" + factors + R"(}, {"factors": )" + factors + "}]}"});
  const Json payload = payload_of(report_page(saved, std::nullopt));
  CHECK(payload["run"].is_null());
  const Json& analyses = payload["analyses"];
  CHECK(analyses[0]["folder"] == "backtest");
  CHECK(analyses[0]["figures"][0]["p50"] == 1.234568);
  CHECK(analyses[1]["folder"] == "drivers");
  CHECK(analyses[1]["figures"][0]["factors"][0] == Json{{"factor", "a"}, {"kind", "input"}, {"prcc", 0.5}});
  CHECK(analyses[1]["figures"][1]["factors"][0] == Json{{"factor", "a"}, {"prcc", 0.5}});
}

TEST_CASE("the template has one place for data and forbids the network") {
  const std::string_view page = page_template();
  const std::size_t mark = page.find(page_payload_mark);
  REQUIRE(mark != std::string_view::npos);
  CHECK(page.find(page_payload_mark, mark + 1) == std::string_view::npos);
  CHECK(page.find("default-src 'none'") < mark);
}

TEST_CASE("a page takes the place of a page, and of nothing else") {
  const TemporaryFolder place;
  CHECK(problem_of(place / "report.html").empty());
  write_page(place / "report.html", std::string(page_template()));
  CHECK(problem_of(place / "report.html").empty());
  place.write("notes.html", "<html>mine</html>");
  CHECK_THAT(problem_of(place / "notes.html"), Catch::Contains("is not a report of groundwork"));
  CHECK_THAT(problem_of(place / "absent/report.html"), Catch::Contains("there is no folder"));
  CHECK_THAT(problem_of(place.path()), Catch::Contains("it is a folder"));
}

}  // namespace groundwork
