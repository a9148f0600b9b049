#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sim/engine/results.hpp"
#include "sim/report/netcdf/netcdf_figures.hpp"
#include "sim/report/netcdf/netcdf_file.hpp"
#include "sim/report/netcdf/netcdf_paths.hpp"
#include "sim/report/netcdf/netcdf_statistics.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/statistics/wave.hpp"

namespace groundwork {

/// With which the attribute `source` of our files begins.
inline constexpr std::string_view netcdf_source = "Groundwork";

/// Whether a file gets the values of every path.
enum class NetcdfContent { statistics, statistics_and_paths };

/// The results of a run as a NetCDF-4 file (docs/netcdf.md): made before the run, so that it is known to be possible,
/// and complete after `finish`. Throws std::runtime_error as NetcdfFile does.
class NetcdfWriter {
 public:
  NetcdfWriter(const std::filesystem::path& path, const OutputTable& table, NetcdfContent content);

  /// Of a file with paths: every wave of the run, in order.
  void add(const Wave& wave);
  void finish(const Scenario& scenario, const Results& results, const std::string& version);

 private:
  std::unique_ptr<NetcdfFile> file_;
  NetcdfFigures figures_;
  NetcdfDimensions dimensions_;
  std::optional<NetcdfStatistics> statistics_;
  std::optional<NetcdfPaths> paths_;
};

}  // namespace groundwork
