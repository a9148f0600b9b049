#pragma once

#include <string>
#include <string_view>

namespace groundwork {

/// A field of a CSV file, quoted where the format asks for it (RFC 4180).
std::string csv_field(std::string_view text);

/// Adds a comma and the number to full precision; nothing behind the comma for not-a-number.
void append_number(std::string& line, double value);

}  // namespace groundwork
