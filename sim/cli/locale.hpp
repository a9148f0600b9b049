#pragma once

#include <string_view>

namespace groundwork {

/// The locale of a category such as "LC_MESSAGES", as POSIX has it: LC_ALL, the category, LANG, the first that is set;
/// "" if none is.
std::string_view locale_of(const char* category);

/// Whether a locale such as "zh_CN.UTF-8" names a character set.
bool has_codeset(std::string_view locale);
/// Whether that is UTF-8.
bool is_utf8(std::string_view locale);

}  // namespace groundwork
