#include "sim/scenario/toml_reader.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "sim/scenario/toml_text.hpp"
#include "tests/sim/scenario/workspace.hpp"

using namespace groundwork;

namespace {

std::string problem_of(const Workspace& folder, const std::string& name) {
  Diagnostics diagnostics;
  CHECK_FALSE(read_toml(folder.path(name), diagnostics));
  CHECK(diagnostics.error_count() == 1);
  const Diagnostic& first = diagnostics.all().front();
  return folder.without_folder(first.position.text() + ": " + first.problem);
}

}  // namespace

TEST_CASE("values keep their type, their order and their place") {
  const Workspace folder;
  const std::string path = folder.write("t.toml", "zeta = 1\n\"é\" = 1.0 # real\n[b.c]\n  list = [true, \"x\"]\n");
  Diagnostics diagnostics;
  const auto root = read_toml(path, diagnostics);
  REQUIRE(root);
  REQUIRE(root->table()->size() == 3);
  CHECK(root->table()->at(0).key == "zeta");
  CHECK(std::holds_alternative<std::int64_t>(root->find("zeta")->value));
  CHECK(std::holds_alternative<double>(root->find("é")->value));
  CHECK(root->find("é")->position == SourcePosition{path, 2, 7});
  const Node* list = root->find("b")->find("c")->find("list");
  CHECK(root->find("b")->find("c")->find_member("list")->position == SourcePosition{path, 4, 3});
  CHECK(list->array()->at(1).position == SourcePosition{path, 4, 17});
}

TEST_CASE("what is no file with text is refused with the reason") {
  const Workspace folder;
  std::filesystem::create_directory(folder.path("folder"));
  folder.write("empty.toml", "# only a comment\n");
  folder.write("latin.toml", "a = 1\nb = \"caf\xe9\"\n");
  folder.write("large.toml", "");
  std::filesystem::resize_file(folder.path("large.toml"), 9'500'000);
  std::string deep = "a";
  for (int i = 0; i < 1'000'000; ++i) deep += ".a";
  folder.write("deep.toml", "x = 1\n" + deep + " = 1\n");
  CHECK(problem_of(folder, "none.toml") == "none.toml: cannot read 'none.toml': there is no such file");
  CHECK(problem_of(folder, "folder") == "folder: cannot read 'folder': it is a folder");
  CHECK(problem_of(folder, "empty.toml") == "empty.toml: the file is empty: it sets nothing");
  CHECK(problem_of(folder, "latin.toml") == "latin.toml:2:9: byte 0xe9 is not UTF-8");
  CHECK(problem_of(folder, "large.toml") == "large.toml: cannot read 'large.toml': it has 9.5 MB, the limit is 8 MB");
  CHECK(problem_of(folder, "deep.toml") == "deep.toml:2:1: a key has more than 32 parts");
}

TEST_CASE("a file that may not be read is refused") {
  if (geteuid() == 0) return;  // root may read everything
  const Workspace folder;
  folder.write("secret.toml", "a = 1\n");
  std::filesystem::permissions(folder.path("secret.toml"), std::filesystem::perms::none);
  CHECK(problem_of(folder, "secret.toml") == "secret.toml: cannot read 'secret.toml': permission denied");
}

TEST_CASE("a syntax error is explained where it is") {
  struct Wrong {
    const char* text;
    const char* problem;
  };
  const Wrong all[] = {
      {"a = 1\na = 2", "2:5: this key is set a second time"},
      {"[x]\n[x]\n", "2:1: this key is set a second time"},
      {"a = ", "1:5: the text ends within a key-value pair"},
      {"a = 'b", "1:7: the text ends within a string"},
      {"a b = 3", "1:3: a key must be followed by '='"},
      {"= 3", "1:1: expected a key, a [table] or a comment"},
      {"a = 2020-Q1", "1:10: this is not a date"},
      {"a = yes", "1:5: this is not a value"},
      {"a = {b = 1,}", "1:12: a table in { } must not end with a comma"},
      {"a = {\nb = 1}", "1:6: a table in { } must be on one line"},
      {"a = 1,000", "1:6: nothing may follow the value"},
      {"a = 1 b = 2", "1:7: nothing may follow here on the same line"},
      {"[a\nb = 1", "1:3: the table's header lacks its ']'"},
      {"a = 99999999999999999999", "1:25: this number is too large"},
      {"a = 5%", "1:6: this is not a decimal integer as it should be: expected digit, saw '%'"},
      {"a = nan", "1:5: a number must be finite"},
      {"a = [1, -inf]", "1:9: a number must be finite"},
  };
  const Workspace folder;
  for (const Wrong& wrong : all) {
    INFO(wrong.text);
    folder.write("t.toml", wrong.text);
    CHECK(problem_of(folder, "t.toml") == std::string("t.toml:") + wrong.problem);
  }
}

TEST_CASE("what is written as TOML reads back") {
  const Workspace folder;
  const std::string text =
      "\"a b\" = \"q\\\"\\\\ \\u0007\"\nwhole = 3\nreal = 3.0\nfine = 0.1\nhuge = 1e+300\n"
      "day = 2020-02-29\n\n[s]\nlist = [1, [2.5, true]]\n\n[s.t]\nu = { dist = \"x\", v = [1] }\nnone = {}\n";
  Diagnostics diagnostics;
  const auto root = read_toml(folder.write("t.toml", text), diagnostics);
  REQUIRE(root);
  const auto again = read_toml(folder.write("u.toml", toml_document(*root)), diagnostics);
  REQUIRE(again);
  CHECK(inline_toml(*again) == inline_toml(*root));
  CHECK(std::holds_alternative<double>(again->find("real")->value));
}
