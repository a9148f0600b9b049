/// Quantile functions by kind of distribution: a column of eight tiles, as in a run, one core. Items are values.
#include <cmath>
#include <vector>

#include "bench/baseline.hpp"
#include "bench/column_kernels.hpp"

namespace groundwork {

namespace {

constexpr int tiles = 8;
constexpr int values = tiles * QuantileKernel::paths_per_tile;

const std::vector<std::pair<std::string, DistributionSpec>>& kinds() {
  static const std::vector<std::pair<std::string, DistributionSpec>> all = {
      {"uniform", {"uniform", {{"min", 1}, {"max", 3}}, {}, {}}},
      {"triangular", {"triangular", {{"min", 1}, {"mode", 2}, {"max", 4}}, {}, {}}},
      {"normal", {"normal", {{"mean", 10}, {"sd", 2}}, {}, {}}},
      {"truncated_normal", {"truncated_normal", {{"mean", 10}, {"sd", 2}, {"min", 7}, {"max", 15}}, {}, {}}},
      {"lognormal", {"lognormal", {{"mean", 10}, {"sd", 3}}, {}, {}}},
      {"weibull", {"weibull", {{"shape", 2}, {"scale", 5}}, {}, {}}},
      {"discrete", {"discrete", {}, {1, 2, 5, 9}, {1, 3, 2, 1}}},
      {"empirical", {"empirical", {}, {1, 1.5, 2, 2.5, 4, 7, 8, 11}, {}}},
      {"pert", {"pert", {{"min", 1}, {"mode", 2}, {"max", 4}}, {}, {}}},
      {"beta", {"beta", {{"alpha", 8}, {"beta", 2}}, {}, {}}},
      {"gamma", {"gamma", {{"shape", 3}, {"scale", 2}}, {}, {}}}};
  return all;
}

/// Uniform numbers spread over (0, 1), in no order.
std::vector<double> uniforms(int count) {
  std::vector<double> made;
  for (int i = 0; i < count; ++i) made.push_back((i * 37 % count + 0.5) / count);
  return made;
}

std::vector<double> quantiles(const QuantileKernel& kernel, std::vector<double> column, Isa isa) {
  column_kernels(isa).quantile(kernel, static_cast<int>(column.size()) / QuantileKernel::paths_per_tile, column.data());
  return column;
}

/// Values lie within 1e-8 of their probability: the exact quantiles just below and just above enclose them.
std::string problem(const Distribution& distribution, Isa isa) {
  constexpr double most_error = 1e-8, rounding = 1e-12;
  const QuantileKernel kernel(distribution);
  const std::vector<double> u = uniforms(8000), found = quantiles(kernel, u, isa);
  for (std::size_t i = 0; i < u.size(); ++i) {
    const double low = distribution.quantile(u[i] - most_error), high = distribution.quantile(u[i] + most_error);
    const double slack = rounding * std::fabs(high);
    if (!(low - slack <= found[i] && found[i] <= high + slack)) return "wrong quantile";
  }
  if (quantiles(kernel, u, Isa::scalar) != found) return "other numbers than the scalar kernel";
  return "";
}

void evaluate(benchmark::State& state, Isa isa, const DistributionSpec& spec) {
  std::vector<ParameterProblem> problems;
  const std::optional<Distribution> distribution = make_distribution(spec, problems);
  if (!distribution) return state.SkipWithError(problems.front().problem.c_str());
  if (const std::string wrong = problem(*distribution, isa); !wrong.empty()) return state.SkipWithError(wrong.c_str());
  const QuantileKernel kernel(*distribution);
  const ColumnKernels kernels = column_kernels(isa);
  const std::vector<double> u = uniforms(values);
  std::vector<double> column(values);
  for (auto _ : state) {
    column = u;  // 512 bytes from cache to cache, part of what is timed
    kernels.quantile(kernel, tiles, column.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * values);
}

void register_all() {
  for (const auto& kind : kinds())
    for (const Isa isa : available_isas())
      benchmark::RegisterBenchmark(title(kind.first, isa).c_str(),
                                   [isa, &spec = kind.second](auto& state) { evaluate(state, isa, spec); });
}

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) { return groundwork::run_benchmarks(count, arguments, groundwork::register_all); }
