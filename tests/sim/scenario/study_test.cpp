#include "sim/scenario/study.hpp"

#include <catch2/catch.hpp>
#include <chrono>

#include "tests/sim/scenario/workspace.hpp"

using namespace groundwork;

TEST_CASE("a right scenario is read whole, without a word") {
  const Workspace folder;
  const Reading reading = folder.read();
  CHECK(reading.text.empty());
  REQUIRE(reading.study);
  const Scenario& scenario = reading.study->scenario;
  CHECK(scenario.title == Words::same("Lemonade"));
  CHECK(scenario.description == Words::same("A stand in the park."));
  CHECK(scenario.horizon.first == Quarter::of(2020, 1));
  CHECK(scenario.horizon.last == Quarter::of(2021, 4));
  CHECK(scenario.run.paths == 1000);
  CHECK(scenario.run.seed == 7);
  CHECK(scenario.run.sampler == Sampler::mc);
  CHECK(reading.study->program != nullptr);
}

TEST_CASE("quantities get their columns in the order of declaration, and draws follow") {
  const Workspace folder;
  const Reading reading = folder.read();
  REQUIRE(reading.study);
  CHECK(reading.model.cups_per_day.column == 0);
  CHECK(reading.model.rent.column == 3);
  CHECK(reading.model.price_factors.at(1).column == 5);
  CHECK(reading.model.staff.at(1).column == 7);
  CHECK(reading.study->scenario.inputs.size() == 8);
  CHECK(reading.study->draws.first_column() == 8);
  CHECK(reading.study->draws.draws().size() == 2);
}

TEST_CASE("a model gets every kind of input") {
  const Workspace folder;
  const Reading reading = folder.read();
  const Lemonade& model = reading.model;
  CHECK(model.tables == 4);
  CHECK(model.open);
  CHECK(model.opening == Quarter::of(2020, 2));
  CHECK(model.slogans == std::vector<std::string>{"fresh", "cold"});
  CHECK(model.flavours == std::vector<std::string>{"lemon", "elder.flower"});
  CHECK(model.staff_years == std::vector<int>{2020, 2021});
  REQUIRE(model.weather.rows() == 3);
  CHECK(model.weather.text(1, "month") == "feb, cold");
  CHECK(model.weather.number(1, "temperature_c") == -1.0);
  CHECK(model.weather.text(1, "note") == "two\nlines");
}

TEST_CASE("an input knows its distribution, source, place and text") {
  const Workspace folder;
  const Reading reading = folder.read();
  const Input& price = reading.input("stand.price");
  CHECK(price.dist == "uniform");
  CHECK(price.source == "assumption");
  CHECK(folder.without_folder(price.position.text()) == "lemonade.toml:15:9");
  CHECK(price.text == "{ dist = \"uniform\", min = 3, max = 5, unit = \"CNY/cup\", source = \"assumption\" }");
  CHECK(price.distribution.lowest() == 3.0);
  CHECK(price.distribution.highest() == 5.0);
  const Input& rent = reading.input("stand.rent");
  CHECK(rent.distribution.is_fixed());
  CHECK(rent.distribution.mean() == 300.0);
  CHECK(rent.source == "contract");
}

TEST_CASE("what only the model can see is reported where the input was set") {
  const Workspace folder;
  const Reading reading = folder.read_changed("opening = \"2020-Q2\"", "opening = \"2031-Q1\"");
  CHECK_FALSE(reading.study);
  CHECK(headlines(reading) ==
        std::vector<std::string>{"changed.toml:20:11: error: the stand opens after the simulation"});
}

TEST_CASE("two names with the same random stream are refused") {
  const Workspace folder;
  Reading reading;
  reading.model.draw_name = "d1260046057";  // XXH32("d1260046057[sun]") = XXH32("stand.price"), found by search
  CHECK_FALSE(read_study({folder.path("lemonade.toml"), {}, false}, reading.model, reading.diagnostics));
  REQUIRE(reading.diagnostics.error_count() == 1);
  CHECK(reading.diagnostics.all().front().problem ==
        "'stand.price' and 'd1260046057[sun]' would draw the same random numbers");
}

TEST_CASE("an empirical distribution takes its sample from a CSV file") {
  const Workspace folder;
  folder.write("data/counts.csv", "day,cups\n1,60\n2,90\n3,75\n");
  const std::string from = "{ dist = \"pert\", min = 50, mode = 80, max = 200,";
  const Reading reading =
      folder.read_changed(from, "{ dist = \"empirical\", file = \"data/counts.csv\", column = \"cups\",");
  CHECK(reading.text.empty());
  CHECK(reading.input("stand.cups_per_day").distribution.lowest() == 60.0);
  CHECK(reading.input("stand.cups_per_day").distribution.highest() == 90.0);
}

TEST_CASE("reading takes a few milliseconds") {
  const Workspace folder;
  const auto begin = std::chrono::steady_clock::now();
  constexpr int readings = 20;
  for (int i = 0; i < readings; ++i) folder.read();
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
  CHECK(taken.count() / readings < 50.0);  // generous: sanitizers and shared machines
}
