#pragma once

#include <string>
#include <vector>

#include "sim/contract/outputs.hpp"

namespace groundwork {

/// A metric's years, or its one value for the whole horizon: what is one variable of a file. Metric `users` is
/// "users"; a flow such as `co2` is "co2" year by year and "co2_total".
struct NetcdfFigure {
  int block = 0;
  std::string name;
  std::string meaning;
  std::vector<int> periods;  ///< The block's, for each year of the layout; -1: none. Of the whole horizon, just one.
  bool is_yearly = false;
};

/// Which variables and years a table of results has in a file.
struct NetcdfFigures {
  std::vector<int> years;  ///< Of all metrics, ascending.
  std::vector<NetcdfFigure> list;
};

NetcdfFigures netcdf_figures(const OutputTable& table);

/// The metric's unit for software.
std::string netcdf_units(const Metric& metric);

}  // namespace groundwork
