#include "sim/cli/language_argument.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdlib>
#include <vector>

namespace groundwork {

namespace {

/// The locale that messages are to be in, as POSIX has it.
std::string_view message_locale() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(variable);
    if (value != nullptr && *value != '\0') return value;
  }
  return "";
}

}  // namespace

Language language_of_locale(std::string_view locale) {
  const std::size_t dot = locale.find('.');
  const std::string_view codeset = dot == std::string_view::npos ? "UTF-8" : locale.substr(dot + 1);
  const bool is_utf8 = codeset.starts_with("UTF-8") || codeset.starts_with("utf8") || codeset.starts_with("utf-8") ||
                       codeset.starts_with("UTF8");
  return locale.starts_with("zh") && is_utf8 ? Language::zh : Language::en;
}

void LanguageArgument::add_to(CLI::App& command) {
  command
      .add_option("--lang", name,
                  "language of what is printed here: en, or zh for Chinese;\nthat of the locale if left out")
      ->check(CLI::IsMember({"en", "zh"}))
      ->type_name("LANGUAGE");
}

Language LanguageArgument::language() const {
  if (name.empty()) return language_of_locale(message_locale());
  return name == "zh" ? Language::zh : Language::en;
}

}  // namespace groundwork
