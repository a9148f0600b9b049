#pragma once

#include <CLI/App.hpp>
#include <string>

#include "sim/cli/language_argument.hpp"
#include "sim/report/run/console_style.hpp"

namespace groundwork {

/// The arguments that say how results look on standard output.
struct ConsoleArguments {
  LanguageArgument language;
  std::string bars = "auto";  ///< "always", "auto" or "never".

  void add_to(CLI::App& command);
  /// `auto` draws bars on a terminal that can: not a dumb one, in UTF-8, as wide as they need.
  ConsoleStyle style() const;
};

}  // namespace groundwork
