#pragma once

#include <cstdint>
#include <vector>

#include "sim/report/netcdf/netcdf_figures.hpp"
#include "sim/report/netcdf/netcdf_file.hpp"
#include "sim/report/netcdf/netcdf_statistics.hpp"
#include "sim/statistics/wave.hpp"

namespace groundwork {

/// Every path's values of the figures of the first scope, the country: figure_by_path(path, year), or (path) for the
/// whole horizon. They are gathered from waves and written a fixed number of paths at a time, so that neither memory
/// depends on how many there are, nor the file on how they were cut into waves.
class NetcdfPaths {
 public:
  /// Declares the variables, and the paths as their coordinate.
  NetcdfPaths(NetcdfFile& file, const OutputTable& table, const NetcdfFigures& figures,
              const NetcdfDimensions& dimensions);

  /// A wave that begins where the last one ended.
  void add(const Wave& wave);
  /// Writes what is left.
  void finish();

 private:
  /// One variable and the paths that are not yet written, path by path.
  struct Column {
    int variable = 0;
    std::vector<int> cells;  ///< By year, -1: none; of the whole horizon, just one.
    bool is_yearly = false;
    std::vector<double> values;
  };
  void gather(const Wave& wave, int first, int count);
  void write_gathered();

  NetcdfFile& file_;
  int path_variable_ = 0;
  std::vector<Column> columns_;
  std::int64_t written_ = 0;  ///< Paths.
  int gathered_ = 0;          ///< Paths since then.
};

}  // namespace groundwork
