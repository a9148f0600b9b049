#include "sim/distribution/quantile_table.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/distribution/quantile_path.hpp"

namespace groundwork {

namespace {

constexpr double target = 1e-9;  ///< Of probability; a tenth of what is promised.

/// Largest error of Hermite interpolation between every other node, as a probability, seen at the nodes left out: in
/// the middle of a cell, where the error t²(1-t)² is largest. Infinite if a cell might not increase (Fritsch and
/// Carlson 1980, SIAM Journal on Numerical Analysis 17, 238-246: slopes up to three times the secant are safe).
double interpolation_error(const std::vector<QuantileNode>& nodes) {
  constexpr double inverse_sqrt_two_pi = 0.39894228040143267794;
  const double half = 2.0 * TableForm::reach / static_cast<double>(nodes.size() - 1);
  double worst = 0.0;
  for (std::size_t i = 0; i + 2 < nodes.size(); i += 2) {
    const QuantileNode& left = nodes[i];
    const QuantileNode& middle = nodes[i + 1];
    const QuantileNode& right = nodes[i + 2];
    const double rise = right.value - left.value;
    const double rounding = 8.0 * std::numeric_limits<double>::epsilon() * std::abs(middle.value);
    if (!(std::max(left.slope, right.slope) * 2.0 * half <= 3.0 * rise + rounding))
      return std::numeric_limits<double>::infinity();
    const double found = 0.5 * (left.value + right.value) + 0.25 * half * (left.slope - right.slope);
    if (std::abs(found - middle.value) <= rounding) continue;
    const double z = -TableForm::reach + static_cast<double>(i + 1) * half;
    const double density = inverse_sqrt_two_pi * std::exp(-0.5 * z * z) / middle.slope;
    worst = std::max(worst, std::abs(found - middle.value) * density);
  }
  return worst;
}

TableForm table_from(const std::vector<QuantileNode>& nodes) {
  const int cells = static_cast<int>(nodes.size() / 2);
  const double width = 2.0 * TableForm::reach / cells;
  TableForm table{.cells = cells, .nodes = {}};
  for (std::size_t i = 0; i < nodes.size(); i += 2) {
    table.nodes.push_back(nodes[i].value);
    table.nodes.push_back(nodes[i].slope * width);
  }
  return table;
}

}  // namespace

std::optional<TableForm> tabulate_quantiles(const SmoothShape& shape, const Truncation& truncation) {
  constexpr int most_cells = 4096;
  int cells = 96;
  while (cells <= most_cells) {
    const auto nodes = quantile_path(shape, truncation, 2 * cells);
    const double error = nodes ? interpolation_error(*nodes) : std::numeric_limits<double>::infinity();
    if (error <= target) return table_from(*nodes);
    // The error falls with the fourth power of the width.
    const double factor = std::clamp(1.05 * std::pow(error / target, 0.25), 1.1, 4.0);
    const int wanted = 8 * static_cast<int>(std::ceil(cells * factor / 8.0));
    cells = cells < most_cells ? std::min(wanted, most_cells) : most_cells + 1;
  }
  return std::nullopt;
}

}  // namespace groundwork
