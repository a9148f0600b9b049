#include "sim/report/run/spread_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace groundwork {

namespace {

/// An interval in characters from the left end of the bar.
struct Span {
  double low, high;

  bool has(double place) const { return low <= place && place <= high; }
};

/// The character of a cell by which of its halves are drawn: none, right, left, both.
constexpr std::array<const char*, 4> outside_median{" ", "╺", "╸", "━"};
constexpr std::array<const char*, 4> at_median{"│", "┝", "┥", "┿"};

std::string drawn(int cell, int cells, const Span& span) {
  constexpr double left_half = 0.25, right_half = 0.75;  // their middles
  if (cell == 0 && span.low < 0.0) return "<";
  if (cell == cells - 1 && span.high > cells) return ">";
  const std::size_t halves = (span.has(cell + left_half) ? 2U : 0U) + (span.has(cell + right_half) ? 1U : 0U);
  return (cell == cells / 2 ? at_median : outside_median)[halves];
}

}  // namespace

std::string spread_bar(double p05, double p50, double p95, int cells) {
  const double size = std::fabs(p50);
  if (!std::isfinite(p05) || !std::isfinite(p50) || !std::isfinite(p95) || size == 0.0) return "";
  const double middle = 0.5 * cells, per_share = 0.5 * (cells - 1) / bar_reach;
  const Span span{middle + (p05 - p50) / size * per_share, middle + (p95 - p50) / size * per_share};
  std::string bar;
  for (int cell = 0; cell < cells; ++cell) bar += drawn(cell, cells, span);
  return bar;
}

std::string bar_scale(int cells) {
  const std::string low = fmt::format("-{:.0f} %", 100.0 * bar_reach),
                    high = fmt::format("+{:.0f} %", 100.0 * bar_reach);
  const std::string middle = "P50";
  const int gap = (cells - static_cast<int>(low.size() + middle.size() + high.size())) / 2;
  if (gap < 1) return fmt::format("{}{:>{}}", low, high, cells - static_cast<int>(low.size()));
  return fmt::format("{}{:{}}{}{:{}}{}", low, "", gap, middle, "", gap, high);
}

}  // namespace groundwork
