#include "sim/engine/results.hpp"

#include <array>
#include <span>

#include "sim/base/hash.hpp"

namespace groundwork {

std::string_view name(Ending ending) {
  switch (ending) {
    case Ending::complete:
      return "complete";
    case Ending::interrupted:
      return "interrupted";
    case Ending::out_of_time:
      return "out of time";
  }
  return "";
}

double probability_above_zero(const Summary& summary) {
  if (summary.defined == 0) return Summary::unknown;
  return summary.minimum > 0.0 ? 1.0 : 1.0 - summary.share_at_minimum;
}

std::string results_digest(const Results& results) {
  Digest digest;
  const auto add = [&](std::span<const double> values) { digest.add(std::as_bytes(values)); };
  for (const Summary& cell : results.cells) {
    add(std::array{static_cast<double>(cell.defined), cell.mean, cell.standard_error, cell.standard_deviation,
                   cell.tail_below, cell.tail_above, cell.minimum, cell.maximum});
    for (const Summary::Quantiles& quantiles : {cell.quantile, cell.low, cell.high}) add(quantiles);
  }
  return digest.text();
}

}  // namespace groundwork
