#include "sim/report/workbook/sheet_cell.hpp"

#include <algorithm>
#include <cmath>

#include "sim/report/display.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

std::string NumberFormat::code() const {
  const std::string whole = groups_digits ? "#,##0" : "0";
  if (decimals == 0) return whole;
  const auto more = static_cast<std::size_t>(decimals - 1);
  return whole + ".0" + std::string(more, drops_zeros ? '#' : '0');
}

NumberFormat number_format(const Display& display, double largest) {
  constexpr double coarse_below = 100.0;
  const bool is_coarse = display.decimals == 0 && display.groups_digits && largest < coarse_below;
  return {is_coarse ? 1 : display.decimals, display.groups_digits};
}

int SheetCell::width() const {
  if (const auto* text = std::get_if<std::string>(&value)) return display_width(*text);
  const double number = std::get<double>(value);
  if (!std::isfinite(number)) return 0;
  return display_width(display_value(number, {1.0, "", format.decimals, format.groups_digits}));
}

}  // namespace groundwork
