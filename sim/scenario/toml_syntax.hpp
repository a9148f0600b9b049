#pragma once

#include <string>
#include <string_view>

namespace groundwork {

/// What to tell a planner about a syntax error.
struct SyntaxMessage {
  std::string problem;
  std::string hint;
};

/// The parser's description in plain words.
SyntaxMessage syntax_message(std::string_view description);

/// First line with a dotted key of more than 32 parts, or 0. The parser recurses over the parts, so a file of dots
/// would exhaust the stack.
int line_nested_too_deeply(std::string_view text);

}  // namespace groundwork
