#include <catch2/catch.hpp>

#include "sim/scenario/correlation_groups.hpp"
#include "tests/sim/scenario/workspace.hpp"

using namespace groundwork;

namespace {

const std::string entry = "between = [\"stand.cups_per_day\", \"stand.price\"]\nspearman = -0.4\n";

Reading read_with(const std::string& correlation) {
  const Workspace folder;
  return folder.read_changed(entry, correlation);
}

const std::string third = "flavour.elder.flower.price_factor";
const std::string triple = "between = [\"stand.cups_per_day\", \"stand.price\", \"" + third + "\"]\n";

std::string pair_of(const std::string& a, const std::string& b, const std::string& rest) {
  return "[[correlation]]\nbetween = [\"" + a + "\", \"" + b + "\"]\n" + rest + "\n";
}

}  // namespace

TEST_CASE("correlated inputs form a group with the factor of their normals' correlation") {
  const Reading reading = read_with(entry);
  REQUIRE(reading.study);
  REQUIRE(reading.study->scenario.correlations.size() == 1);
  const CorrelationGroup& group = reading.study->scenario.correlations.front();
  CHECK(group.columns == std::vector<int>{0, 1});
  CHECK(group.spearman.at(0, 1) == -0.4);
  CHECK(group.cholesky.at(1, 0) == Approx(2.0 * std::sin(-0.4 * 3.14159265358979 / 6.0)));
  CHECK_FALSE(group.is_nearest);
}

TEST_CASE("entries that share an input join into one group, a pair that nobody set being uncorrelated") {
  const Reading reading = read_with(entry + pair_of("stand.price", third, "spearman = 0.3"));
  REQUIRE(reading.study);
  REQUIRE(reading.study->scenario.correlations.size() == 1);
  const CorrelationGroup& group = reading.study->scenario.correlations.front();
  CHECK(group.columns == std::vector<int>{0, 1, 5});
  CHECK(group.spearman.at(1, 2) == 0.3);
  CHECK(group.spearman.at(0, 2) == 0.0);
}

TEST_CASE("a correlation may be a matrix") {
  const Reading reading =
      read_with(triple + "matrix = [[1, 0.5, 0.2], [0.5, 1, 0], [0.2, 0, 1]]\nsource = \"assumption\"\n");
  CHECK(reading.text.empty());
  REQUIRE(reading.study);
  CHECK(reading.study->scenario.correlations.front().spearman.at(2, 0) == 0.2);
}

TEST_CASE("a wrong correlation is reported where it is wrong") {
  struct Wrong {
    std::string text;
    std::string problem;
  };
  const std::string between = "between = [\"stand.cups_per_day\", \"stand.price\"]\n";
  const Wrong all[] = {
      {"between = [\"stand.cups_per_day\", \"stand.prise\"]\nspearman = 0.1\n",
       "34:34: error: 'stand.prise' is not an input that may vary"},
      {"between = [\"stand.cups_per_day\", \"stand.tables\"]\nspearman = 0.1\n",
       "34:34: error: 'stand.tables' is not an input that may vary"},
      {"between = [\"stand.cups_per_day\", \"stand.sugar_share\"]\nspearman = 0.1\n",
       "34:34: error: 'stand.sugar_share' does not vary: it is 0.1"},
      {"between = [\"stand.price\", \"stand.price\"]\nspearman = 0.1\n",
       "34:27: error: 'stand.price' is in 'between' twice"},
      {"between = [\"stand.price\"]\nspearman = 0.1\n", "34:11: error: 'between' needs two inputs or more"},
      {"between = \"stand.price\"\nspearman = 0.1\n",
       "34:11: error: 'correlation.between' must be a list of texts, is the text 'stand.price'"},
      {"spearman = 0.1\n", "33:1: error: a correlation lacks 'between'"},
      {between, "33:1: error: a correlation needs either 'spearman' or 'matrix'"},
      {between + "spearman = 0.1\nmatrix = [[1]]\n", "33:1: error: a correlation needs either 'spearman' or 'matrix'"},
      {between + "spearman = 1\n", "35:12: error: 'spearman' must be above -1 and below 1"},
      {between + "spearman = 2\n", "35:12: error: 'spearman' [1] must be between -1 and 1, is 2"},
      {between + "pearson = 0.1\nspearman = 0.2\n", "35:1: error: unknown key 'pearson' in a correlation"},
      {between + "matrix = [[1, 0.5], [0.4, 1]]\n",
       "35:10: error: 'matrix' must have 2 rows of 2 numbers, symmetric, with 1 on the diagonal and numbers between -1 "
       "and 1 elsewhere"},
      {between + "matrix = [[1, 0.5]]\n",
       "35:10: error: 'matrix' must have 2 rows of 2 numbers, symmetric, with 1 on the diagonal and numbers between -1 "
       "and 1 elsewhere"},
      {entry + pair_of("stand.price", "stand.cups_per_day", "spearman = 0.3"),
       "36:1: error: the correlation of 'stand.cups_per_day' and 'stand.price' is set to 0.3 here and to -0.4 at "
       "changed.toml:33:1"},
  };
  for (const Wrong& wrong : all) {
    const Reading reading = read_with(wrong.text);
    INFO(wrong.text << reading.text);
    CHECK_FALSE(reading.study);
    CHECK(headlines(reading) == std::vector<std::string>{"changed.toml:" + wrong.problem});
  }
}

TEST_CASE("the same pair may be set twice alike") {
  CHECK(read_with(entry + pair_of("stand.price", "stand.cups_per_day", "spearman = -0.4")).study);
}

TEST_CASE("correlations that cannot hold together are an error that shows the nearest that can") {
  const Workspace folder;
  folder.write("c.toml",
               changed(lemonade_toml, entry, triple + "matrix = [[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]]\n"));
  const Reading refused = folder.read("c.toml");
  CHECK_FALSE(refused.study);
  CHECK(headlines(refused) ==
        std::vector<std::string>{"c.toml:33:1: error: the correlations of 3 inputs cannot hold together (the matrix "
                                 "is not positive definite)"});
  CHECK(refused.text.find(
            "in the order stand.cups_per_day, stand.price, flavour.elder.flower.price_factor:\n    [1.000000, ") !=
        std::string::npos);
  CHECK(refused.text.find("--accept-nearest-correlation") != std::string::npos);
  const std::size_t begin = refused.text.find("[1.000000, "), end = refused.text.find("\n  to use it");
  folder.write("shown.toml",
               changed(lemonade_toml, entry, triple + "matrix = [" + refused.text.substr(begin, end - begin) + "]\n"));
  CHECK(folder.read("shown.toml").study);  // what is shown is valid itself

  const Reading accepted = folder.read("c.toml", {}, true);
  REQUIRE(accepted.study);
  CHECK(accepted.study->scenario.correlations.front().is_nearest);
  CHECK(accepted.study->scenario.correlations.front().spearman.at(1, 2) > -0.9);
  CHECK(accepted.study->scenario.resolved.find("accept_nearest_correlation = true") != std::string::npos);
  CHECK(folder.read("c.toml", {"run.accept_nearest_correlation=true"}).study);
}

TEST_CASE("the rank correlation of a discrete input is only near the one set, which is said") {
  const Workspace folder;
  const Reading reading = folder.read_changed("dist = \"uniform\", min = 3, max = 5",
                                              "dist = \"discrete\", values = [3, 4], weights = [1, 1]");
  REQUIRE(reading.study);
  CHECK(headlines(reading) ==
        std::vector<std::string>{"changed.toml:34:34: warning: 'stand.price' is discrete: its rank correlation is "
                                 "only near the one set"});
}
