#pragma once

#include <string>
#include <string_view>

namespace groundwork {

/// Quoted where CSV asks for it (RFC 4180).
std::string csv_field(std::string_view text);

/// Adds a comma and the number to full precision; nothing behind the comma for not-a-number.
void append_number(std::string& line, double value);

}  // namespace groundwork
