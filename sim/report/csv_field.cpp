#include "sim/report/csv_field.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace groundwork {

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

void append_number(std::string& line, double value) {
  line += ',';
  if (!std::isnan(value)) fmt::format_to(std::back_inserter(line), FMT_COMPILE("{}"), value);
}

}  // namespace groundwork
