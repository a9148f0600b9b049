#include "sim/cli/language_argument.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <string_view>

#include "sim/cli/locale.hpp"

namespace groundwork {

namespace {

/// A locale that names no character set is taken for one in UTF-8, as containers have it.
Language language_of(std::string_view locale) {
  return locale.starts_with("zh") && (is_utf8(locale) || !has_codeset(locale)) ? Language::zh : Language::en;
}

}  // namespace

void LanguageArgument::add_to(CLI::App& command) {
  command
      .add_option("--lang", name,
                  "language of what is printed here: en, or zh for Chinese;\nthat of the locale if left out")
      ->check(CLI::IsMember({"en", "zh"}))
      ->type_name("LANGUAGE");
}

std::optional<Language> LanguageArgument::asked() const {
  if (name.empty()) return std::nullopt;
  return name == "zh" ? Language::zh : Language::en;
}

Language LanguageArgument::language() const { return asked().value_or(language_of(locale_of("LC_MESSAGES"))); }

}  // namespace groundwork
