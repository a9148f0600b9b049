#pragma once

#include <filesystem>
#include <optional>

#include "sim/report/netcdf/netcdf_writer.hpp"

namespace groundwork {

/// The NetCDF file of a run, if one was asked for. A file that cannot be written does not end the run: it is said at
/// once, on standard error, and the run goes on without it.
class NetcdfOutput {
 public:
  NetcdfOutput() = default;
  /// Throws std::runtime_error if the file cannot even be begun.
  NetcdfOutput(const std::filesystem::path& path, const OutputTable& table, NetcdfContent content) {
    writer_.emplace(path, table, content);
  }

  void add(const Wave& wave);
  /// Completes the file; whether it is there, if it was asked for.
  bool finish(const Scenario& scenario, const Results& results);

 private:
  template <class Work>
  void attempt(Work&& work);

  std::optional<NetcdfWriter> writer_;
  bool has_failed_ = false;
};

}  // namespace groundwork
