#pragma once

#include <CLI/App.hpp>
#include <string>
#include <string_view>

#include "sim/contract/words.hpp"

namespace groundwork {

/// The language that a locale such as "zh_CN.UTF-8" asks for: Chinese if it is Chinese in UTF-8, else English.
Language language_of_locale(std::string_view locale);

/// --lang: the language of what a command prints on standard output. Diagnostics stay English.
struct LanguageArgument {
  std::string name;  ///< "en" or "zh"; empty: that of LC_ALL, LC_MESSAGES or LANG, the first that is set.

  void add_to(CLI::App& command);
  Language language() const;
};

}  // namespace groundwork
