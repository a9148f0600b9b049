#include "sim/report/text_grid.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstddef>

namespace groundwork {

namespace {

/// A text without the sequences that set colours: ESC [ … m.
std::string without_colours(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b')
      i = std::min(text.find('m', i), text.size());
    else
      out += text[i];
  }
  return out;
}

}  // namespace

int display_width(const std::string& text) {
  const std::string bare = without_colours(text);
  int width = 0;
  for (std::size_t i = 0; i < bare.size();) {
    utf8proc_int32_t character = 0;
    const auto* const start = reinterpret_cast<const utf8proc_uint8_t*>(bare.data() + i);
    const utf8proc_ssize_t bytes = utf8proc_iterate(start, static_cast<utf8proc_ssize_t>(bare.size() - i), &character);
    width += bytes > 0 ? utf8proc_charwidth(character) : 1;  // a byte that is no UTF-8 is shown as one sign
    i += static_cast<std::size_t>(std::max<utf8proc_ssize_t>(bytes, 1));
  }
  return width;
}

std::string TextGrid::text() const {
  std::vector<int> widths(rows_.front().size(), 0);
  for (const auto& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  std::string out;
  const auto pad = [](int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); };
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    std::string line;
    for (std::size_t i = 0; i < rows_[r].size(); ++i) {
      const std::string& cell = rows_[r][i];
      const std::string space = pad(widths[i] - display_width(cell));
      line += i == 0 ? cell + space : "  " + space + cell;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
    if (r > 0) continue;
    int total = 0;
    for (const int width : widths) total += width + 2;
    out += std::string(static_cast<std::size_t>(std::max(total - 2, 0)), '-') + '\n';
  }
  return out;
}

}  // namespace groundwork
