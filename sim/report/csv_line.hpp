#pragma once

#include <string>
#include <string_view>

namespace groundwork {

/// Quoted where CSV asks for it (RFC 4180).
std::string csv_field(std::string_view text);

/// Appends a comma and the number to full precision; not-a-number is an empty field.
void append_number(std::string& line, double value);

}  // namespace groundwork
