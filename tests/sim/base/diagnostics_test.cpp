#include "sim/base/diagnostics.hpp"

#include <catch2/catch.hpp>

using namespace groundwork;

TEST_CASE("a diagnostic shows place, problem, the source line and what to do") {
  Diagnostics diagnostics;
  diagnostics.remember_source("a.toml", "first\n  rann = 3  \n");
  diagnostics.error({"a.toml", 2, 3}, "unknown input 'rann'", "did you mean 'ran'?");
  CHECK(diagnostics.text() == "a.toml:2:3: error: unknown input 'rann'\n  rann = 3\n  hint: did you mean 'ran'?\n");
}

TEST_CASE("several errors are counted, warnings are not errors") {
  Diagnostics diagnostics;
  diagnostics.warning({"a.toml"}, "odd");
  CHECK_FALSE(diagnostics.has_errors());
  diagnostics.error({}, "bad");
  diagnostics.error({"b.csv", 4}, "worse");
  CHECK(diagnostics.error_count() == 2);
  CHECK(diagnostics.text() == "a.toml: warning: odd\ncommand line: error: bad\nb.csv:4: error: worse\n2 errors\n");
}
