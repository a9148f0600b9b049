#include "sim/scenario/input_tables.hpp"

#include <catch2/catch.hpp>

#include "tests/sim/scenario/lemonade.hpp"

using namespace groundwork;

TEST_CASE("the tables of inputs list every declaration of engine and model") {
  Lemonade model;
  const std::string text = input_tables(documented_inputs(model), Language::en);
  const auto has = [&](const std::string& part) {
    INFO(part << "\n" << text);
    CHECK(text.find(part) != std::string::npos);
  };
  has("### At the top\n\n| Key | Unit | Bounds | Kind | Meaning |\n|---|---|---|---|---|\n| `title` |  |  | text | ");
  has("| `extends` |  |  | file, optional | ");
  has("### `run`\n");
  has("| `run.paths` | 1 | between 1 and 1000000000 | whole number | Simulated paths |\n");
  has("| `run.sampler` |  |  | one of mc, lhs, sobol | ");
  has("### `stand`\n");
  has("| `stand.price` | CNY/cup | between 0 and 100 | number or distribution | Price of a cup |\n");
  has("| `stand.rent` | CNY/month | at least 0 | number | Rent of the place |\n");
  has("| `stand.staff.<year>` | person | between 0 and 20 | number or distribution | People |\n");
  has("| `flavour.<name>.price_factor` | 1 | between 0 and 5 | number or distribution | Its price |\n");
  has("Columns of `stand.weather`:\n\n| Column | Unit | Bounds | Meaning |\n|---|---|---|---|\n| `month` | text |  | "
      "Month |\n"
      "| `temperature_c` | °C | between -50 and 50 | Mean \\| of the month |\n| `note` | text, may be empty |  | "
      "Anything |\n");
}

TEST_CASE("the table of distributions lists their parameters") {
  const std::string text = distribution_table();
  CHECK(text.starts_with("| `dist` | Parameters | Meaning |\n|---|---|---|\n"));
  CHECK(text.find("| `pert` | `min`") != std::string::npos);
}
