#include "sim/engine/results.hpp"

#include <cstring>

#include "sim/base/hash.hpp"

namespace groundwork {

namespace {

void append(std::string& bytes, double value) {
  char raw[sizeof value];
  std::memcpy(raw, &value, sizeof value);
  bytes.append(raw, sizeof raw);
}

}  // namespace

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
  std::string bytes;
  for (const Summary& cell : results.cells) {
    for (const double value : {static_cast<double>(cell.defined), cell.mean, cell.standard_error,
                               cell.standard_deviation, cell.tail_below, cell.tail_above, cell.minimum, cell.maximum})
      append(bytes, value);
    for (const Summary::Quantiles& quantiles : {cell.quantile, cell.low, cell.high})
      for (const double value : quantiles) append(bytes, value);
  }
  return digest(bytes);
}

}  // namespace groundwork
