#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>

#include "sim/contract/words.hpp"

namespace groundwork {

/// --lang: the language of what a command prints on standard output. Diagnostics stay English.
struct LanguageArgument {
  std::string name;  ///< "en" or "zh"; empty: that of the locale, Chinese if it is Chinese in UTF-8, else English.

  void add_to(CLI::App& command);
  Language language() const;
  /// What --lang says; none if it was left out.
  std::optional<Language> asked() const;
};

}  // namespace groundwork
