#pragma once

#include <string>

#include "sim/engine/results.hpp"

namespace groundwork {

/// Fills results.cells from the text of results.csv, whose table is known. Lines that are damaged, missing or twice are
/// an InputError that names `path`.
void read_results_csv(const std::string& text, const std::string& path, Results& results);

/// Fills results.curves from the text of distributions.csv.
void read_distributions_csv(const std::string& text, const std::string& path, Results& results);

}  // namespace groundwork
