#include "sim/scenario/csv_table.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "sim/scenario/csv_fields.hpp"
#include "tests/sim/scenario/workspace.hpp"

using namespace groundwork;

namespace {

const std::vector<Column> wanted{{"code", "text", {}, {"Code", "代码"}, false},
                                 {"people", "person", {0, 1000}, {"People", "人数"}, false},
                                 {"note", "text", {}, {"Note", "备注"}, true}};

struct Result {
  std::optional<CsvTable> read;
  std::vector<std::string> problems;  ///< "line:column: problem"
};

Result read_text(const std::string& text) {
  const Workspace folder;
  Diagnostics diagnostics;
  Result result{read_csv_table(folder.write("t.csv", text), wanted, {"s.toml", 3, 4}, diagnostics), {}};
  for (const Diagnostic& d : diagnostics.all())
    result.problems.push_back(folder.without_folder(d.position.text() + ": " + d.problem));
  return result;
}

}  // namespace

TEST_CASE("fields know where they start, whatever is quoted before them") {
  const CsvFields fields = split_csv("a,\"b,\r\nc\", é ,d\r\n\r\n\"\"\"\",,x\n");
  REQUIRE(fields.rows.size() == 2);
  const auto& first = fields.rows[0];
  REQUIRE(first.size() == 4);
  CHECK(first[1].text == "b,\r\nc");
  CHECK((first[1].line == 1 && first[1].column == 3));
  CHECK(first[2].text == "é");
  CHECK((first[2].line == 2 && first[2].column == 5));
  CHECK((first[3].line == 2 && first[3].column == 8));
  const auto& second = fields.rows[1];
  REQUIRE(second.size() == 3);
  CHECK(second[0].text == "\"");
  CHECK((second[0].line == 4 && second[0].column == 1));
  CHECK((second[1].line == 4 && second[1].column == 6));
  CHECK((second[2].line == 4 && second[2].column == 7));
}

TEST_CASE("a table has the wanted columns, in any order in the file, with others beside them") {
  const Result result = read_text("\xEF\xBB\xBFnote,extra,people,code\r\n,9,12.5,x\r\nhi,9,7,\"y, z\"\r\n");
  REQUIRE(result.read);
  const Table& table = result.read->table;
  CHECK(table.rows() == 2);
  CHECK(table.number(0, "people") == 12.5);
  CHECK(table.text(0, "note").empty());
  CHECK(table.text(1, "code") == "y, z");
  CHECK(table.cell(1, "code").position.line == 3);
  CHECK(table.cell(1, "code").position.column == 8);
}

TEST_CASE("a wrong file is explained where it is wrong") {
  struct Wrong {
    std::string text;
    std::vector<std::string> problems;
  };
  const std::string head = "code,people,note\n";
  const Wrong all[] = {
      {"", {"t.csv: the file is empty"}},
      {head, {"t.csv:1:1: there are no rows below the column names"}},
      {"code,peple,note\nx,1,\n", {"t.csv:1:1: column 'people' [person] is missing"}},
      {"code,people,note,code\nx,1,,y\n", {"t.csv:1:18: column 'code' is there twice"}},
      {head + "x,1\n", {"t.csv:2:1: the row has 2 cells, there are 3 columns"}},
      {head + "x,1,,\n", {"t.csv:2:1: the row has 4 cells, there are 3 columns"}},
      {head + "x,1_0,\n", {"t.csv:2:3: '1_0' in column 'people' [person] is not a number"}},
      {head + "x,nan,\n", {"t.csv:2:3: 'nan' in column 'people' [person] is not a number"}},
      {head + "x,\"1,000\",\n", {"t.csv:2:3: '1,000' in column 'people' [person] is not a number"}},
      {head + "x,-1,\n", {"t.csv:2:3: 'people' [person] must be between 0 and 1000, is -1"}},
      {head + "x,,\n", {"t.csv:2:3: the cell of column 'people' is empty"}},
      {head + ",1,\n", {"t.csv:2:1: the cell of column 'code' is empty"}},
      {head + "x,1,\"open\n", {"t.csv:2:5: a quote is not closed or stands within a field"}},
      {head + "x,1,\"a\"b\n", {"t.csv:2:5: a quote is not closed or stands within a field"}},
      {head + "x,1,a\"b\n", {"t.csv:2:5: a quote is not closed or stands within a field"}},
      {head + "x,1,\xff\n", {"t.csv:2:5: byte 0xff is not UTF-8"}},
      {head + "x,a,\n\"y\nz\",b,\n",
       {"t.csv:2:3: 'a' in column 'people' [person] is not a number",
        "t.csv:4:4: 'b' in column 'people' [person] is not a number"}},
  };
  for (const Wrong& wrong : all) {
    INFO(wrong.text);
    const Result result = read_text(wrong.text);
    CHECK_FALSE(result.read);
    CHECK(result.problems == wrong.problems);
  }
}

TEST_CASE("at most twenty problems of a file are shown") {
  std::string text = "code,people,note\n";
  for (int i = 0; i < 25; ++i) text += "x,y,\n";
  const Result result = read_text(text);
  REQUIRE(result.problems.size() == 21);
  CHECK(result.problems.back() == "t.csv: and 5 more problems in this file");
}

TEST_CASE("a table larger than 64 MB is refused unread, where it was named") {
  const Workspace folder;
  std::filesystem::resize_file(folder.write("t.csv", ""), 65'000'000);
  Diagnostics diagnostics;
  CHECK_FALSE(read_csv_table(folder.path("t.csv"), wanted, {"s.toml", 3, 4}, diagnostics));
  CHECK(folder.without_folder(diagnostics.text()) ==
        "s.toml:3:4: error: cannot read 't.csv': it has 65.0 MB, the limit is 64 MB\n");
}
