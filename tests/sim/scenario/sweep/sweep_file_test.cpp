#include "sim/scenario/sweep/sweep_file.hpp"

#include <catch2/catch.hpp>

#include "tests/sim/scenario/workspace.hpp"

namespace groundwork {

TEST_CASE("a sweep is read with its factors, its changes for all and its figures") {
  const Workspace workspace;
  workspace.write("sweeps/one.toml", R"(title = "One"
scenario = "../lemonade.toml"
metrics = ["sales"]
pareto = ["sales", { metric = "cups", better = "lower" }]
[set]
"stand.tables" = 5
stand.sugar_share = 0.2
stand.rent = { value = 200, unit = "CNY/month" }
[design]
kind = "latin_hypercube"
points = 20
seed = 3
[[factor]]
name = "price"
input = "stand.price"
from = 3
to = 5
[[factor]]
inputs = ["flavour.lemon.price_factor", "flavour.'elder.flower'.price_factor"]
values = [[1, 2.5], [{ dist = "uniform", min = 1, max = 2 }, 1]]
)");
  Diagnostics diagnostics;
  const auto sweep = read_sweep(workspace.path("sweeps/one.toml"), {"run.paths=10"}, diagnostics);
  INFO(diagnostics.text());
  REQUIRE(sweep);
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(sweep->scenario == workspace.path("lemonade.toml"));
  CHECK(sweep->pareto[1].better == Better::lower);
  REQUIRE(sweep->set.size() == 4);
  CHECK(sweep->set[1].assignment == "stand.sugar_share=0.2");
  CHECK(sweep->set[2].assignment == "stand.rent={ value = 200, unit = \"CNY/month\" }");
  CHECK(sweep->set[3].position.file.empty());  // the command line's come last
  CHECK((sweep->kind == SweepKind::latin_hypercube && sweep->points == 20 && sweep->seed == 3));
  CHECK(sweep->factors[0].name == "price");
  CHECK(sweep->factors[0].levels.empty());
  CHECK(sweep->factors[1].levels[1].values ==
        std::vector<std::string>{"{ dist = \"uniform\", min = 1, max = 2 }", "1"});
  CHECK(sweep->factors[1].name == "flavour.lemon.price_factor & flavour.'elder.flower'.price_factor");
}

TEST_CASE("steps of a range are its levels in a grid") {
  const Workspace workspace;
  workspace.write("sweep.toml",
                  "title = \"x\"\nscenario = \"lemonade.toml\"\n[[factor]]\ninput = \"stand.price\"\n"
                  "from = 1\nto = 1000\nsteps = 4\nscale = \"log\"\n");
  Diagnostics diagnostics;
  const auto sweep = read_sweep(workspace.path("sweep.toml"), {}, diagnostics);
  REQUIRE(sweep);
  std::vector<std::string> values;
  for (const SweepLevel& level : sweep->factors[0].levels) values.push_back(level.values[0]);
  CHECK(values == std::vector<std::string>{"1", "10", "100", "1000"});
}

}  // namespace groundwork
