#include "sim/engine/tally.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/base/page_memory.hpp"
#include "sim/statistics/quantile_curve.hpp"

namespace groundwork {

namespace {

constexpr int cells_per_task = 64;

std::vector<int> block_sizes(const OutputTable& table) {
  std::vector<int> sizes;
  for (const MetricBlock& block : table.blocks()) sizes.push_back(block.cells());
  return sizes;
}

}  // namespace

Replication replication_of(Sampler sampler) {
  return sampler == Sampler::mc ? Replication::independent : Replication::randomised;
}

/// Between two whole numbers a quantile tells nothing, and the sketch does not know that they are whole.
Summary stated_summary(const Metric& metric, Summary summary) {
  if (!metric.is_whole) return summary;
  for (Summary::Quantiles* quantiles : {&summary.quantile, &summary.low, &summary.high})
    for (double& value : *quantiles) value = std::round(value);
  return summary;
}

Tally::Tally(const OutputTable& table, Isa isa, const RunSettings& run, Keep keep)
    : table_(table),
      headlines_(table.headline_cells()),
      run_(run),
      keep_(keep),
      statistics_(isa, block_sizes(table), replication_of(run.sampler)) {
  kept_.emplace(headlines_, keep == Keep::always ? run.paths : std::min(run.paths, exact_paths));
}

template <class Work>
void Tally::for_each_cell_range(Work&& work) const {
  const tbb::blocked_range<int> cells(0, table_.cells(), cells_per_task);
  tbb::parallel_for(cells, [&](const tbb::blocked_range<int>& range) { work(CellRange{range.begin(), range.end()}); });
}

void Tally::add(const Wave& wave) {
  if (paths_ == 0) {
    for_each_cell_range([&](CellRange cells) { statistics_.measure_pilot(cells, wave); });
    statistics_.settle_pilot();
  }
  for_each_cell_range([&](CellRange cells) { statistics_.add(cells, wave); });
  paths_ += wave.paths;
  if (keep_ == Keep::while_exact && paths_ > exact_paths) kept_.reset();
  if (kept_) keep_headlines(wave);
}

void Tally::keep_headlines(const Wave& wave) {
  tbb::parallel_for(std::size_t{0}, wave.tiles.size(), [&](std::size_t tile) { kept_->keep(wave, tile); });
}

bool Tally::is_exact() const { return kept_.has_value() && paths_ <= exact_paths; }

bool Tally::is_whole(int cell) const { return table_.block(table_.at(cell).block).metric.is_whole; }

Summary Tally::rounded(int cell, Summary summary) const {
  return stated_summary(table_.block(table_.at(cell).block).metric, summary);
}

Summary Tally::summary(int cell) const {
  const auto found = std::ranges::find(headlines_, cell);
  if (found == headlines_.end() || !is_exact()) return rounded(cell, statistics_.summary(cell, paths_));
  const std::vector<double> values = kept_->column(static_cast<std::size_t>(found - headlines_.begin()), paths_);
  return rounded(cell, summarise(values, replication_of(run_.sampler)));
}

Tally::Headline Tally::headline(std::size_t i, Column& column, const OrderStatisticIntervals& intervals) const {
  const int cell = headlines_[i];
  Headline headline;
  if (is_exact()) {
    kept_->copy_column(i, paths_, column.values);
    column.sorted.assign(column.values);
    headline = {summarise(column.values, column.sorted, replication_of(run_.sampler), intervals),
                quantile_curve(column.sorted)};
  } else {
    headline = {statistics_.summary(cell, paths_), statistics_.curve(cell)};
  }
  if (is_whole(cell))
    std::ranges::transform(headline.curve, headline.curve.begin(), [](double value) { return std::round(value); });
  headline.summary = rounded(cell, headline.summary);
  return headline;
}

void Tally::summarise_headlines(Results& results, const OrderStatisticIntervals& intervals) const {
  results.curves.resize(headlines_.size());
  const auto threads = static_cast<std::size_t>(tbb::this_task_arena::max_concurrency());
  const tbb::blocked_range<std::size_t> all(0, headlines_.size(), headlines_.size() / threads + 1);
  const auto summarise_range = [&](const tbb::blocked_range<std::size_t>& range) {
    Column column;
    for (std::size_t i = range.begin(); i < range.end(); ++i) {
      Headline found = headline(i, column, intervals);
      results.cells[static_cast<std::size_t>(headlines_[i])] = found.summary;
      results.curves[i] = {headlines_[i], std::move(found.curve)};
    }
  };
  tbb::parallel_for(all, summarise_range, tbb::simple_partitioner());
}

Results Tally::results() && {
  Results results;
  results.table = table_;
  results.run = run_;
  results.paths = paths_;
  reserve_large(results.cells, static_cast<std::size_t>(table_.cells()));
  results.cells.resize(static_cast<std::size_t>(table_.cells()));
  if (paths_ == 0) return results;
  const OrderStatisticIntervals intervals;
  for_each_cell_range([&](CellRange cells) {
    const std::vector<Summary> found = statistics_.summaries(cells, paths_, intervals);
    for (int cell = cells.first; cell < cells.last; ++cell)
      results.cells[static_cast<std::size_t>(cell)] =
          rounded(cell, found[static_cast<std::size_t>(cell - cells.first)]);
  });
  summarise_headlines(results, intervals);
  if (keep_ == Keep::always && kept_)
    for (std::size_t i = 0; i < headlines_.size(); ++i)
      results.kept.push_back({headlines_[i], kept_->column(i, paths_)});
  return results;
}

std::string Tally::save() const {
  ByteWriter out;
  const std::size_t columns = kept_ ? headlines_.size() : 0;
  out.value(static_cast<std::uint64_t>(columns));
  out.value(paths_);
  for (std::size_t i = 0; i < columns; ++i) out.array(std::span<const double>(kept_->column(i, paths_)));
  statistics_.save(out);
  return out.bytes();
}

bool Tally::has_kept(std::string_view saved) { return ByteReader(saved).value<std::uint64_t>() > 0; }

void Tally::load(std::string_view saved) {
  ByteReader in(saved);
  const auto columns = static_cast<std::size_t>(in.value<std::uint64_t>());
  paths_ = in.value<std::int64_t>();
  if (columns == 0 || paths_ > kept_->room()) kept_.reset();
  std::vector<double> values(static_cast<std::size_t>(columns > 0 ? paths_ : 0));
  for (std::size_t i = 0; i < columns; ++i) {
    in.array(std::span(values));
    if (kept_) kept_->set_column(i, values);
  }
  statistics_.load(in);
}

}  // namespace groundwork
