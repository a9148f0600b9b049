#include "sim/statistics/cell_statistics.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <random>

#include "sim/statistics/exact_column.hpp"
#include "tests/sim/statistics/run_cells.hpp"

namespace groundwork {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Seven cells of very different kinds; 3,997 paths leave the last tile partly filled.
std::vector<std::vector<double>> varied_columns() {
  std::mt19937_64 generator(23);
  std::normal_distribution<double> normal;
  std::vector<std::vector<double>> columns(7);
  for (int i = 0; i < 3997; ++i) {
    const double z = normal(generator);
    columns[0].push_back(1e9 + 1e7 * z);
    columns[1].push_back(std::exp(2.0 * z));
    columns[2].push_back(z < 0.3 ? 1.0 : z);
    columns[3].push_back(i % 5 == 0 ? nan : i % 77 == 0 ? infinity : z);
    columns[4].push_back(i < 1000 ? 0.0 : z / (std::fabs(normal(generator)) + 1e-9));
    columns[5].push_back(nan);
    columns[6].push_back(i % 2 == 0 ? 0.0 : -0.0);
  }
  return columns;
}

bool same_bits(const Summary& a, const Summary& b) { return std::memcmp(&a, &b, sizeof a) == 0; }

/// Stops after some tiles.
void check_resumption(const std::vector<std::vector<double>>& columns, std::size_t stop) {
  const TilesOfColumns whole(columns);
  for (const Replication replication : {Replication::independent, Replication::randomised}) {
    const Course course{.isa = available_isas().back(), .replication = replication};
    CellStatistics begun = whole.prepared(course), resumed(course.isa, {whole.cells()}, replication);
    whole.add(begun, course, 0, stop);
    ByteWriter out;
    begun.save(out);
    ByteReader in(out.bytes());
    resumed.load(in);
    whole.add(resumed, course, stop, whole.tiles());
    const CellStatistics expected = whole.run(course);
    for (int cell = 0; cell < whole.cells(); ++cell) {
      INFO("cell " << cell << ", stopped after " << stop << " tiles");
      const auto paths = static_cast<std::int64_t>(columns.front().size());
      CHECK(same_bits(resumed.summary(cell, paths), expected.summary(cell, paths)));
    }
  }
}

}  // namespace

TEST_CASE("results have the same bits for every instruction set, wave size and division of the cells") {
  const TilesOfColumns tiles(varied_columns());
  for (const Replication replication : {Replication::independent, Replication::randomised}) {
    const std::vector<Summary> expected = tiles.run({.replication = replication}).summaries({0, 7}, 3997, {});
    for (const Isa isa : available_isas())
      for (const int wave_tiles : {1, 3, 64, 127, 128, 129, 500})
        for (const int range_cells : {1, 3, 7}) {
          INFO(name(isa) << ", waves of " << wave_tiles << " tiles, ranges of " << range_cells << " cells");
          const CellStatistics statistics = tiles.run({isa, replication, wave_tiles, range_cells});
          const std::vector<Summary> found = statistics.summaries({0, 7}, 3997, {});
          for (std::size_t cell = 0; cell < 7; ++cell) CHECK(same_bits(found[cell], expected[cell]));
        }
  }
}

TEST_CASE("moments agree with sums in long double") {
  const std::vector<std::vector<double>> columns = varied_columns();
  const CellStatistics statistics = TilesOfColumns(columns).run({});
  for (std::size_t cell = 0; cell < 5; ++cell) {
    INFO(cell);
    long double sum = 0.0L, squares = 0.0L, n = 0.0L;
    for (const double x : columns[cell])
      if (std::isfinite(x)) n += 1.0L, sum += x;
    for (const double x : columns[cell])
      if (std::isfinite(x)) squares += (x - sum / n) * (x - sum / n);
    const Summary summary = statistics.summary(static_cast<int>(cell), 3997);
    const double deviation = static_cast<double>(std::sqrt(squares / (n - 1.0L)));
    CHECK(summary.mean == Approx(static_cast<double>(sum / n)).epsilon(1e-14).margin(1e-13 * deviation));
    CHECK(summary.standard_deviation == Approx(deviation).epsilon(1e-11));
    CHECK(summary.standard_error == Approx(deviation / std::sqrt(static_cast<double>(n))).epsilon(1e-11));
  }
}

TEST_CASE("values that are not finite are counted and left out") {
  const std::vector<std::vector<double>> columns = varied_columns();
  const CellStatistics statistics = TilesOfColumns(columns).run({});
  const Summary some = statistics.summary(3, 3997), exact = summarise(columns[3], Replication::independent);
  CHECK(some.undefined == 800 + 41);  // multiples of 5 below 3,997, and those of 77 that are none of 5
  CHECK(some.defined == 3997 - some.undefined);
  CHECK(exact.defined == some.defined);
  CHECK(some.maximum == exact.maximum);
  const Summary none = statistics.summary(5, 3997);
  CHECK(none.defined == 0);
  CHECK(none.undefined == 3997);
  CHECK(std::isnan(none.mean));
  CHECK(std::isnan(none.quantile[4]));
}

TEST_CASE("no count is lost however many values fall into one bucket") {
  // 60 % or 76 % of 200,000 values are one number: about twice what 16 bits hold. The ranks of the quantiles tell
  // whether all count. The last column lacks the values about path 64,512, after which what is many is moved; had it to
  // wait for the next time, its counter would run over.
  std::vector<std::vector<double>> columns(3, std::vector<double>(200'000, 4.0));
  for (std::size_t i = 0; i < columns[0].size(); ++i) columns[0][i] = i % 5 == 0 ? 0.0 : i % 5 < 4 ? 1.0 : 2.0;
  for (std::size_t i = 0; i < columns[2].size(); ++i) columns[2][i] = i % 25 < 5 ? 0.0 : i % 25 < 24 ? 1.0 : 2.0;
  std::fill(columns[2].begin() + 64'000, columns[2].begin() + 65'100, nan);
  const TilesOfColumns tiles(columns);
  for (const Isa isa : available_isas())
    for (const int wave_tiles : {64, 128, 1001}) {
      INFO(name(isa) << ", waves of " << wave_tiles << " tiles");
      const CellStatistics statistics = tiles.run({.isa = isa, .wave_tiles = wave_tiles});
      const double width = statistics.quantile_error_bound(0, 1.0);  // of the bucket of 1
      const std::array<double, 9> sixty = {0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 2.0, 2.0, 2.0};
      const std::array<double, 9> more = {0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0};
      for (const int cell : {0, 2}) {
        const Summary summary = statistics.summary(cell, 200'000);
        CHECK(summary.defined == (cell == 0 ? 200'000 : 198'900));
        const std::array<double, 9>& expected = cell == 0 ? sixty : more;
        for (std::size_t q = 0; q < expected.size(); ++q) CHECK(std::fabs(summary.quantile[q] - expected[q]) <= width);
      }
      const Summary constant = statistics.summary(1, 200'000);
      CHECK(constant.share_at_minimum == 1.0);
      CHECK(constant.quantile[4] == 4.0);
    }
}

TEST_CASE("what is saved goes on as if it had never stopped") {
  check_resumption(varied_columns(), 128);
  std::vector<std::vector<double>> many(2);
  for (int i = 0; i < 140'000; ++i) {
    const double wave = std::sin(static_cast<double>(i));
    many[0].push_back(i % 3 == 0 ? 0.0 : wave);
    many[1].push_back(std::exp(10.0 * wave));
  }
  for (const std::size_t stop : {4'000, 9'000}) check_resumption(many, stop);
}

TEST_CASE("one path has a mean and quantiles but no error") {
  const Summary summary = TilesOfColumns({std::vector<double>{4.5}}).run({}).summary(0, 1);
  CHECK(summary.mean == 4.5);
  CHECK(summary.quantile[0] == 4.5);
  CHECK(summary.tail_above == 4.5);
  CHECK(std::isnan(summary.standard_deviation));
  CHECK(std::isnan(summary.standard_error));
}

TEST_CASE("a count beyond the reach of the sketch stays within the extremes") {
  std::vector<double> values(4000);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = i % 2 == 0 ? std::sin(static_cast<double>(i)) : 0.0;
  for (std::size_t i = 1000; i < values.size(); i += 10) values[i] = 1e300 * static_cast<double>(i);
  const Summary summary = TilesOfColumns({values}).run({}).summary(0, 4000);
  CHECK(summary.quantile[8] <= summary.maximum);
  CHECK(summary.quantile[4] == Approx(0.0).margin(0.02));
}

}  // namespace groundwork
