#pragma once

#include <vector>

#include "sim/engine/results.hpp"
#include "sim/report/netcdf/netcdf_figures.hpp"
#include "sim/report/netcdf/netcdf_file.hpp"

namespace groundwork {

/// Ids of the dimensions of a file.
struct NetcdfDimensions {
  int scope = 0;
  int year = 0;
  int quantile = 0;
  int path = 0;  ///< If the file has paths.
};

/// The distribution of every figure by scope: quantiles as figure(scope, year, quantile), and mean, standard error and
/// the like as figure_mean(scope, year), …; without year for the whole horizon.
class NetcdfStatistics {
 public:
  /// Declares the variables.
  NetcdfStatistics(NetcdfFile& file, const OutputTable& table, const NetcdfFigures& figures,
                   const NetcdfDimensions& dimensions);
  void write(const Results& results);

 private:
  void declare(const OutputTable& table, const NetcdfFigure& figure, const NetcdfDimensions& dimensions);
  void write(const Results& results, const NetcdfFigure& figure, const std::vector<int>& variables);

  NetcdfFile& file_;
  const NetcdfFigures& figures_;
  std::vector<std::vector<int>> variables_;  ///< Of each figure: one a statistic.
};

}  // namespace groundwork
