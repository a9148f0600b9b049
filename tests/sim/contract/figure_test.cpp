#include "sim/contract/figure.hpp"

#include <catch2/catch.hpp>

namespace groundwork {

namespace {

/// A flow of the country and the east, and a whole of the network CT+CU only.
OutputTable table() {
  OutputTable made;
  const int country = made.add_scope({"CN", Words::same(""), "country"}),
            east = made.add_scope({"east", Words::same(""), "region"});
  const int network = made.add_scope({"CT+CU", Words::same(""), "network"});
  made.add_block({"capex", "CNY", Words::same(""), Words::same(""), Measure::flow}, {country, east},
                 {"2020", "2021", "total"});
  made.add_block({"tco", "CNY", Words::same(""), Words::same(""), Measure::whole}, {network}, {"total"});
  return made;
}

std::string refusal(const std::string& text) {
  Diagnostics diagnostics;
  CHECK_FALSE(find_figure(table(), text, diagnostics));
  return diagnostics.text();
}

}  // namespace

TEST_CASE("a figure is a metric, with scope and period in any order where they are not the first and the last") {
  const OutputTable outputs = table();
  Diagnostics diagnostics;
  const auto cell = [&](const std::string& text) { return find_figure(outputs, text, diagnostics).value_or(-1); };
  CHECK(cell("capex") == outputs.find("capex", "CN", "total"));
  CHECK(cell("capex:2021") == outputs.find("capex", "CN", "2021"));
  CHECK(cell("capex:east") == outputs.find("capex", "east", "total"));
  CHECK(cell("capex:east:2020") == outputs.find("capex", "east", "2020"));
  CHECK(cell("capex:2020:east") == outputs.find("capex", "east", "2020"));
  CHECK(cell("tco:CT+CU") == outputs.find("tco", "CT+CU", "total"));
  CHECK(cell("tco") == outputs.find("tco", "CT+CU", "total"));
  CHECK(diagnostics.all().empty());
}

TEST_CASE("a figure that is not there is refused with those that are") {
  using Catch::Contains;
  CHECK_THAT(refusal("capx"), Contains("there is no metric 'capx'") && Contains("did you mean 'capex'?"));
  CHECK_THAT(refusal("capex:est"), Contains("'est' is no scope or period") && Contains("did you mean 'east'?"));
  CHECK_THAT(refusal("capex:2040s"), Contains("periods: 2020, 2021, total; scopes: CN, east"));
  CHECK_THAT(refusal("capex:2020:2021"), Contains("'2021' is no scope or period of capex that could stand here"));
  CHECK_THAT(refusal("tco:CN"), Contains("'CN' is no scope or period of tco"));
  CHECK_THAT(refusal(""), Contains("there is no metric ''"));
}

}  // namespace groundwork
