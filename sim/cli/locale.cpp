#include "sim/cli/locale.hpp"

#include <cstdlib>
#include <string>

namespace groundwork {

std::string_view locale_of(const char* category) {
  for (const char* variable : {"LC_ALL", category, "LANG"}) {
    const char* const value = std::getenv(variable);
    if (value != nullptr && *value != '\0') return value;
  }
  return "";
}

bool has_codeset(std::string_view locale) { return locale.find('.') != std::string_view::npos; }

bool is_utf8(std::string_view locale) {
  if (!has_codeset(locale)) return false;
  std::string letters;  // utf8, UTF-8 and the like are one
  for (const char c : locale.substr(locale.find('.') + 1))
    if (c != '-') letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return letters.starts_with("utf8");
}

}  // namespace groundwork
