#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace groundwork {

/// The parts of `text` between separators; one empty part for an empty text.
std::vector<std::string> split(std::string_view text, char separator);

/// `parts` with `separator` between them.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// Without white space at both ends.
std::string_view trimmed(std::string_view text);

/// At most `longest` bytes, cut at a UTF-8 boundary with "…" where something was left out.
std::string shortened(std::string_view text, std::size_t longest);

/// Offset of the first byte that is not valid UTF-8, or npos.
std::size_t first_invalid_utf8(std::string_view text);

/// The candidate most like `word` (Damerau-Levenshtein distance, last dotted part counted double), or "" if none is
/// close.
std::string closest(std::string_view word, const std::vector<std::string>& candidates);

/// Shortest decimal text that reads back to the same double; "nan" for not-a-number.
std::string number_text(double value);

/// The number that the whole of `text` spells, if it does and is finite.
bool parse_number(std::string_view text, double& value);

}  // namespace groundwork
