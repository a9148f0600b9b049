#include "sim/report/page/payload_values.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace groundwork {

Json short_number(double value) {
  constexpr double all_whole_numbers_below = 1e15;
  if (!std::isfinite(value)) return nullptr;
  const double rounded = std::strtod(fmt::format("{:.6e}", value).c_str(), nullptr);
  const bool is_whole = std::fabs(rounded) < all_whole_numbers_below && rounded == std::trunc(rounded);
  return is_whole ? Json(static_cast<std::int64_t>(rounded)) : Json(rounded);
}

Json short_numbers(const std::vector<double>& values) {
  Json list = Json::array();
  for (const double value : values) list.push_back(short_number(value));
  return list;
}

}  // namespace groundwork
