/// Uniform numbers of each sampler, as many columns as the baseline draws, eight tiles at a time as in a run, one core.
/// Items are numbers.
#include <cmath>
#include <vector>

#include "bench/baseline.hpp"
#include "bench/column_kernels.hpp"

namespace groundwork {

namespace {

constexpr int columns = 296;  // random numbers that a path of the baseline draws
constexpr int tiles = 8;
constexpr std::int64_t paths = 16384;
constexpr std::int64_t points = paths / replicates;

Design make_design(Sampler sampler) {
  std::vector<StreamKey> keys;
  for (int i = 0; i < columns; ++i) keys.push_back({stream_id("bench.sampler"), static_cast<std::uint32_t>(i)});
  return Design({sampler, 62, paths}, keys);
}

std::vector<double> column_of(const Design& design, int column, Isa isa) {
  std::vector<double> numbers(paths);
  const ColumnKernels kernels = column_kernels(isa);
  for (std::int64_t first = 0; first < paths; first += tiles * fill_width)
    kernels.fill(design, column, first, tiles, numbers.data() + first);
  return numbers;
}

/// The mean is within six standard errors of a half.
bool has_right_mean(const std::vector<double>& numbers) {
  double sum = 0.0;
  for (const double number : numbers) sum += number - 0.5;
  return std::fabs(sum / paths) <= 6.0 * std::sqrt(1.0 / 12.0 / paths);
}

/// Each replicate has one number in each interval of length 1/points.
bool is_stratified(const std::vector<double>& numbers) {
  std::vector<int> found(paths);
  for (std::size_t path = 0; path < numbers.size(); ++path) {
    const auto stratum = static_cast<std::size_t>(numbers[path] * points);
    ++found[path % replicates * points + stratum];
  }
  return found == std::vector<int>(paths, 1);
}

std::string problem(const Design& design, Isa isa) {
  for (int column = 0; column < columns; column += 5) {
    const std::vector<double> numbers = column_of(design, column, isa);
    if (numbers != column_of(design, column, Isa::scalar)) return "other numbers than the scalar kernel";
    if (!has_right_mean(numbers)) return "wrong mean";
    if (design.spec().sampler != Sampler::mc && !is_stratified(numbers)) return "strata missed";
  }
  return "";
}

void fill(benchmark::State& state, Isa isa, Sampler sampler) {
  const Design design = make_design(sampler);
  if (const std::string wrong = problem(design, isa); !wrong.empty()) return state.SkipWithError(wrong.c_str());
  const ColumnKernels kernels = column_kernels(isa);
  std::vector<double> block(std::size_t{columns} * tiles * fill_width);
  std::int64_t first = 0;
  for (auto _ : state) {
    for (int column = 0; column < columns; ++column)
      kernels.fill(design, column, first, tiles, block.data() + std::ptrdiff_t{column} * tiles * fill_width);
    benchmark::ClobberMemory();
    first = (first + tiles * fill_width) % paths;
  }
  state.SetItemsProcessed(state.iterations() * columns * tiles * fill_width);
}

void register_all() {
  for (const Sampler sampler : {Sampler::mc, Sampler::lhs, Sampler::sobol})
    for (const Isa isa : available_isas())
      benchmark::RegisterBenchmark(title("fill/" + std::string(name(sampler)), isa).c_str(), [isa,
                                                                                              sampler](auto& state) {
        fill(state, isa, sampler);
      })->Unit(benchmark::kMicrosecond);
}

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) { return groundwork::run_benchmarks(count, arguments, groundwork::register_all); }
