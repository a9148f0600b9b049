#include "sim/report/text_grid.hpp"

#include <algorithm>
#include <cstddef>

namespace groundwork {

int display_width(const std::string& text) {
  int width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_continuation = (byte & 0xC0U) == 0x80U;
    const bool is_wide = byte >= 0xE3U && byte < 0xF0U;  // U+3000 and up: CJK
    if (!is_continuation) width += is_wide ? 2 : 1;
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
