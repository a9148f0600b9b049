#include "sim/report/netcdf/netcdf_paths.hpp"

#include <algorithm>
#include <numeric>

#include "sim/statistics/summary.hpp"

namespace groundwork {

namespace {

/// Paths that are written together. A constant of the format, as pieces of a variable are cut so. 350 numbers of each
/// make 6 MB, and a piece of 11 years 180 kB.
constexpr int paths_at_once = 2048;

/// The lightest: hardly more can be had from random digits, and it takes most of the time of writing.
constexpr int deflate = 1;

constexpr int first_scope = 0;

std::vector<int> cells_of(const MetricBlock& block, const NetcdfFigure& figure) {
  std::vector<int> cells;
  for (const int period : figure.periods) cells.push_back(period < 0 ? -1 : block.cell(0, period));
  return cells;
}

double value_at(const Wave& wave, int path, int cell) {
  return wave.tiles[static_cast<std::size_t>(path / tile_lanes)][cell * tile_lanes + path % tile_lanes];
}

NetcdfVariable variable_of(const NetcdfFigure& figure, const Metric& metric, const NetcdfDimensions& dimensions) {
  NetcdfVariable variable;
  variable.name = figure.name + "_by_path";
  variable.dimensions = {dimensions.path};
  variable.chunks = {{paths_at_once}, deflate};
  if (figure.is_yearly) {
    variable.dimensions.push_back(dimensions.year);
    variable.chunks.shape.push_back(figure.periods.size());
  }
  variable.attributes = {{"long_name", figure.meaning + ": on every path"}, {"units", netcdf_units(metric)}};
  return variable;
}

}  // namespace

NetcdfPaths::NetcdfPaths(NetcdfFile& file, const OutputTable& table, const NetcdfFigures& figures,
                         const NetcdfDimensions& dimensions)
    : file_(file) {
  path_variable_ = file.add_variable(
      {"path",
       NetcdfType::int64,
       {dimensions.path},
       {{"long_name", "number of the path, as --replay takes it"}, {"standard_name", "realization"}, {"units", "1"}},
       {{paths_at_once}, deflate}});
  for (const NetcdfFigure& figure : figures.list) {
    const MetricBlock& block = table.block(figure.block);
    if (block.scopes.empty() || block.scopes.front() != first_scope) continue;
    columns_.push_back({file.add_variable(variable_of(figure, block.metric, dimensions)),
                        cells_of(block, figure),
                        figure.is_yearly,
                        {}});
    columns_.back().values.resize(figure.periods.size() * paths_at_once);
  }
}

void NetcdfPaths::add(const Wave& wave) {
  for (int done = 0; done < wave.paths;) {
    const int count = std::min(wave.paths - done, paths_at_once - gathered_);
    gather(wave, done, count);
    done += count;
    if (gathered_ == paths_at_once) write_gathered();
  }
}

void NetcdfPaths::gather(const Wave& wave, int first, int count) {
  for (Column& column : columns_) {
    double* to = column.values.data() + static_cast<std::size_t>(gathered_) * column.cells.size();
    for (int path = first; path < first + count; ++path)
      for (const int cell : column.cells) *to++ = cell < 0 ? Summary::unknown : value_at(wave, path, cell);
  }
  gathered_ += count;
}

void NetcdfPaths::write_gathered() {
  const auto first = static_cast<std::size_t>(written_), count = static_cast<std::size_t>(gathered_);
  std::vector<std::int64_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), written_);
  file_.write(path_variable_, {{first}, {count}}, numbers.data());
  for (const Column& column : columns_) {
    NetcdfSlab slab{{first}, {count}};
    if (column.is_yearly) slab = {{first, 0}, {count, column.cells.size()}};
    file_.write(column.variable, slab, column.values.data());
  }
  written_ += gathered_;
  gathered_ = 0;
}

void NetcdfPaths::finish() {
  if (gathered_ > 0) write_gathered();
}

}  // namespace groundwork
