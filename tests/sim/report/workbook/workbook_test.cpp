#include <catch2/catch.hpp>
#include <string>

#include "sim/report/workbook/sheet_cell.hpp"
#include "sim/report/workbook/sheet_chart.hpp"
#include "sim/report/workbook/workbook_file.hpp"

using namespace groundwork;

TEST_CASE("a number is formatted as its metric is displayed") {
  CHECK(number_format({1e9, "CNY bn", 1}, 5000.0).code() == "#,##0.0");
  CHECK(number_format({1e3, "thousand", 0}, 100.0).code() == "#,##0");
  CHECK(number_format({1.0, "year", 0, false}, 2030.0).code() == "0");
}

TEST_CASE("numbers that would lose all but two digits get a decimal") {
  CHECK(number_format({1e3, "thousand", 0}, 99.9).code() == "#,##0.0");
  CHECK(number_format({1.0, "year", 0, false}, 4.0).code() == "0");
}

TEST_CASE("a cell holds no control characters and no more text than spreadsheets take") {
  CHECK(cell_text(std::string("a\x01"
                              "b\tc\nd")) == "ab\tc\nd");
  std::string longest(32766, 'a');
  longest += "电网";
  CHECK(cell_text(longest).size() <= 32767);
  CHECK(cell_text(longest).ends_with("a…"));
}

TEST_CASE("a chart takes no title for a reference to cells") {
  CHECK(chart_text("=Sheet1!A1") == " =Sheet1!A1");
  CHECK(chart_text("cost") == "cost");
}
