#include "sim/report/csv_field.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <cmath>

namespace groundwork {

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

void append_number(std::string& line, double value) {
  char text[32];  // the longest double takes 24
  text[0] = ',';
  const char* const end = std::isnan(value) ? text + 1 : fmt::format_to(text + 1, FMT_COMPILE("{}"), value);
  line.append(text, static_cast<std::size_t>(end - text));
}

}  // namespace groundwork
