#include "sim/cli/console_arguments.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdlib>
#include <limits>
#include <string_view>

#include "sim/cli/locale.hpp"

namespace groundwork {

namespace {

std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

bool draws_lines() { return is_terminal() && variable("TERM") != "dumb" && is_utf8(locale_of("LC_CTYPE")); }

/// https://no-color.org: any text in NO_COLOR asks for no colour.
bool has_colours() { return is_terminal() && variable("TERM") != "dumb" && variable("NO_COLOR").empty(); }

int columns() {
  constexpr int usual = 80;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const int told = std::atoi(std::string(variable("COLUMNS")).c_str());
  return told > 0 ? told : usual;
}

}  // namespace

void ConsoleArguments::add_to(CLI::App& command) {
  language.add_to(command);
  command
      .add_option("--bars", bars,
                  "draw the spread of each figure beside it: always, auto (on a wide terminal\nin UTF-8) or never; "
                  "without colours if NO_COLOR is set")
      ->check(CLI::IsMember({"always", "auto", "never"}))
      ->type_name("WHEN")
      ->capture_default_str();
}

ConsoleStyle ConsoleArguments::style() const {
  ConsoleStyle style{language.language(), Bars::none, columns()};
  if (bars == "always") style.columns = std::numeric_limits<int>::max();
  if (bars == "always" || (bars == "auto" && draws_lines())) style.bars = has_colours() ? Bars::coloured : Bars::plain;
  return style;
}

}  // namespace groundwork
