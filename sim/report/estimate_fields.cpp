#include "sim/report/estimate_fields.hpp"

#include <fmt/format.h>

#include "sim/report/csv_field.hpp"

namespace groundwork {

std::string estimate_header(const std::string& name) { return fmt::format(",{0},{0}_se,{0}_low,{0}_high", name); }

void append_estimate(std::string& line, const Estimate& estimate) {
  for (const double value : {estimate.value, estimate.standard_error, estimate.low, estimate.high})
    append_number(line, value);
}

}  // namespace groundwork
