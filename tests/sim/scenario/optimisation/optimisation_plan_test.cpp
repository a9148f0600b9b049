#include "sim/scenario/optimisation/optimisation_plan.hpp"

#include <catch2/catch.hpp>

#include "tests/temporary_folder.hpp"

namespace groundwork {

namespace {

const std::string head = "title = 'P'\nscenario = '../base.toml'\n";
const std::string objective = "[objective]\nminimise = 'mean(tco)'\n";
const std::string lever = "[[lever]]\ninput = 'a.b'\nfrom = 1\nto = 2\n";

/// What reading a plan of this text reports, without the folder's name; "" if it is right.
std::string problems(const std::string& text) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  const std::string path = folder.write("p/plan.toml", text);
  const bool is_read = read_optimisation_plan(path, diagnostics).has_value();
  CHECK(is_read == !diagnostics.has_errors());
  std::string out = diagnostics.text();
  for (std::size_t at; (at = out.find(folder.path().string() + "/p/")) != std::string::npos;)
    out.erase(at, folder.path().string().size() + 3);
  return out;
}

bool reports(const std::string& text, const std::string& phrase) {
  const std::string found = problems(text);
  INFO(found);
  return found.find(phrase) != std::string::npos;
}

}  // namespace

TEST_CASE("a plan says what may be changed, and what is to be reached") {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  const std::string path = folder.write(
      "p/plan.toml",
      head + "[set]\n'run.paths' = 2_000\n'a.c' = { dist = 'uniform', min = 0, max = 1 }\n" +
          "[objective]\nmaximise = 'p05(npv)'\n[[constraint]]\nrequire = 'mean(x) <= baseline'\n" + lever +
          "step = 0.25\ncomplement = 'a.d'\n[[lever]]\nname = 'policy'\ninputs = ['s.x', 's.y']\n" +
          "values = [true, 'word']\nlabels = ['on', 'W']\n[[lever]]\nscale = 'q'\nfrom = 0.5\nto = 2\n" +
          "[search]\nevaluations = 7\nalgorithm = 'local'\nseed = 3\nmargin = 2.5\n[check]\npaths = 99\nseed = 5\n");
  const auto plan = read_optimisation_plan(path, diagnostics);
  INFO(diagnostics.text());
  REQUIRE(plan);
  CHECK(plan->scenario == (folder / "base.toml").string());
  CHECK(plan->overrides == std::vector<std::string>{"run.paths=2000", "a.c={ dist = \"uniform\", min = 0, max = 1 }"});
  CHECK(plan->goal == Goal::maximise);
  CHECK(plan->objective.text == "p05(npv)");
  CHECK(plan->objective.position.line == 7);
  CHECK(plan->constraints.front().text == "mean(x) <= baseline");
  REQUIRE(plan->levers.size() == 3);
  CHECK(plan->levers[0].name == "a.b");
  CHECK(plan->levers[0].step == 0.25);
  CHECK(plan->levers[0].complements.front().key == "a.d");
  CHECK(plan->levers[1].name == "policy");
  CHECK(plan->levers[1].kind == LeverKind::choice);
  CHECK(plan->levers[1].inputs.size() == 2);
  CHECK(plan->levers[1].values == std::vector<std::string>{"true", "\"word\""});
  CHECK(plan->levers[1].labels == std::vector<std::string>{"on", "W"});
  CHECK(plan->levers[2].kind == LeverKind::scale);
  CHECK(plan->search.evaluations == 7);
  CHECK(plan->search.phases == SearchPhases::local);
  CHECK(plan->search.margin == 2.5);
  CHECK(plan->check.paths == 99);
  CHECK(plan->check.seed == 5);
}

TEST_CASE("what a plan may leave out has a default") { CHECK(problems(head + objective + lever).empty()); }

TEST_CASE("everything that is wrong with a plan is found in one pass, at its place") {
  const std::string found = problems("title = 'P'\nscenaro = 'x'\n[objective]\nminimize = 'mean(tco)'\n" + lever +
                                     "stepp = 1\n[search]\nalgorithm = 'clever'\n");
  INFO(found);
  CHECK(found.find("plan.toml:2:1: error: unknown key 'scenaro'") != std::string::npos);
  CHECK(found.find("did you mean 'scenario'?") != std::string::npos);
  CHECK(found.find("plan.toml:4:1: error: unknown key 'minimize' in [objective]") != std::string::npos);
  CHECK(found.find("plan.toml:9:1: error: unknown key 'stepp' in [[lever]]") != std::string::npos);
  CHECK(found.find("plan.toml:11:13: error: there is no algorithm 'clever'") != std::string::npos);
}

TEST_CASE("a lever without an end, with wrong ends or steps is refused") {
  const std::string start = head + objective;
  CHECK(reports(start, "the plan has no [[lever]]"));
  CHECK(reports(start + "[[lever]]\nfrom = 1\nto = 2\n", "does not say what it moves"));
  CHECK(reports(start + "[[lever]]\ninput = 'a'\nscale = 'b'\nfrom = 1\nto = 2\n", "has both 'input' and 'scale'"));
  CHECK(reports(start + "[[lever]]\ninput = 'a'\nfrom = 1\n", "[[lever]] needs 'to'"));
  CHECK(reports(start + "[[lever]]\ninput = 'a'\nfrom = 2\nto = 2\n",
                "plan.toml:7:8: error: 'from' (2) is not below 'to' (2)"));
  CHECK(reports(start + "[[lever]]\nscale = 'a'\nfrom = 0\nto = 2\n", "must be above zero"));
  CHECK(reports(start + lever + "step = 0.3\n", "from 1 to 2 is no whole number of steps of 0.3"));
  CHECK(reports(start + lever + "step = -1\n", "'step' must be above zero"));
  CHECK(reports(start + lever + "values = [1, 2]\n", "'from' does not go with 'values'"));
  CHECK(reports(start + "[[lever]]\ninput = 'a'\nvalues = [1]\n", "must be a list of two or more"));
  CHECK(reports(start + "[[lever]]\ninput = 'a'\nvalues = [1, 2]\nlabels = ['one']\n", "1 labels for 2 values"));
  CHECK(reports(start + lever + "labels = ['one']\n", "'labels' go with 'values' only"));
}

TEST_CASE("two levers cannot move one input, nor a part of it") {
  const std::string start = head + objective + lever;
  CHECK(reports(start + lever, "'a.b' is moved already, at"));
  CHECK(reports(start + "[[lever]]\ninput = 'a'\nvalues = [{ b = 1 }, { b = 2 }]\n", "are parts of one another"));
  CHECK(reports(start + "complement = 'a.b'\n", "'a.b' is moved already"));
  CHECK(problems(start + "[[lever]]\ninput = 'a.bc'\nfrom = 1\nto = 2\n").empty());
}

TEST_CASE("a plan needs one objective") {
  CHECK(reports(head + lever, "the plan has no [objective]"));
  CHECK(reports(head + "[objective]\nminimise = 'a'\nmaximise = 'b'\n" + lever, "either 'minimise' or 'maximise'"));
  CHECK(reports(head + objective + lever + "[check]\npaths = 3\n", "'paths' must be between 16 and"));
}

}  // namespace groundwork
