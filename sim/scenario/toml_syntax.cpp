#include "sim/scenario/toml_syntax.hpp"

#include <fmt/format.h>

namespace groundwork {

namespace {

struct Rewording {
  std::string_view found;  ///< Part of the parser's description.
  std::string_view problem;
  std::string_view hint;
};

constexpr Rewording rewordings[] = {
    {"cannot redefine", "this key is set a second time", "remove one of the two; a table may have one [header] only"},
    {"closing '}' (dangling", "a table in { } must not end with a comma", ""},
    {"inline table: expected key or closing", "a table in { } must be on one line", "or write it as a [section]"},
    {"could not determine value type", "this is not a value", "put text in quotes; write numbers as 1_000 or 2.5"},
    {"parsing date", "this is not a date", "write a quarter in quotes: \"2020-Q1\""},
    {"key-value pair: expected '='", "a key must be followed by '='", "put a key with blanks in quotes"},
    {"a comment or whitespace, saw ','", "nothing may follow the value", "write 1_000, not 1,000; write lists in [ ]"},
    {"a comment or whitespace", "nothing may follow here on the same line", ""},
    {"table header: expected ']'", "the table's header lacks its ']'", ""},
    {"root table: expected keys", "expected a key, a [table] or a comment",
     "keys other than A-Z a-z 0-9 _ - need quotes"},
    {"representable", "this number is too large", ""},
    {"could not be interpreted as a value", "this number is too large", "a number is 1.8e308 at most"},
    {"too long to identify type", "this number has too many digits", "a number is 1.8e308 at most"},
};

/// "key-value pair" of "Error while parsing key-value pair: …".
std::string_view subject(std::string_view description) {
  constexpr std::string_view prefix = "Error while parsing ";
  if (!description.starts_with(prefix)) return "file";
  return description.substr(prefix.size(), description.find(':') - prefix.size());
}

std::string with_article(std::string_view noun) {
  const bool vowel = !noun.empty() && std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", noun);
}

}  // namespace

SyntaxMessage syntax_message(std::string_view description) {
  for (const Rewording& rewording : rewordings)
    if (description.find(rewording.found) != std::string_view::npos)
      return {std::string(rewording.problem), std::string(rewording.hint)};
  if (description.find("end-of-file") != std::string_view::npos)
    return {fmt::format("the text ends within {}", with_article(subject(description))), ""};
  const std::size_t colon = description.find(": ");
  const std::string_view detail = colon == std::string_view::npos ? description : description.substr(colon + 2);
  return {fmt::format("this is not {} as it should be: {}", with_article(subject(description)), detail), ""};
}

int line_nested_too_deeply(std::string_view text) {
  constexpr int most_parts = 32;
  int line = 1;
  int dots = 0;
  char before = '\n';  // last character that is not blank
  bool after_blank = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t';
    const bool separates = c == '\n' || c == ',' || c == '=' || (c == '.' && before == '.');
    const bool new_word = after_blank && !blank && c != '.' && before != '.';
    if (separates || new_word) dots = 0;
    if (c == '.' && before != '.' && ++dots >= most_parts) return line;
    if (c == '\n') ++line;
    if (!blank) before = c;
    after_blank = blank;
  }
  return 0;
}

}  // namespace groundwork
