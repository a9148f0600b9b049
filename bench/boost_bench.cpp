/// Draws of Boost.Random, the peer of bench_draw: as many columns, 64 paths at a time, one core. Items are paths.
///
/// Boost 1.74 has no Philox; its usual generator is the 64-bit Mersenne Twister. Its Sobol points are not scrambled.
/// Columns are plain uniforms or normals; the columns of bench_draw have the distributions of the inputs.
#include <benchmark/benchmark.h>

#include <array>
#include <boost/math/special_functions/erf.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/sobol.hpp>
#include <boost/random/uniform_01.hpp>
#include <cmath>
#include <numbers>

namespace groundwork {

namespace {

constexpr int columns = 296;  // random numbers that a path of the baseline draws
constexpr int paths = 64;     // at a time, as bench_draw
constexpr int checked_blocks = 256;

using Block = std::array<double, columns * paths>;

/// The normal quantile. Boost.Math without promotion to long double, which would take several times as long.
double normal_quantile(double probability) {
  using boost::math::policies::policy, boost::math::policies::promote_double;
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * probability, policy<promote_double<false>>());
}

struct Uniform {
  static constexpr double mean = 0.5, variance = 1.0 / 12.0;
};

struct Normal {
  static constexpr double mean = 0.0, variance = 1.0;
};

struct TwisterUniforms : Uniform {
  boost::random::mt19937_64 generator{62};
  double operator()() { return boost::random::uniform_01<double>()(generator); }
};

struct TwisterNormals : Normal {
  boost::random::mt19937_64 generator{62};
  boost::random::normal_distribution<double> normal;
  double operator()() { return normal(generator); }
};

/// Points of the sequence, a coordinate a column. The first point, at 0, is left out.
struct SobolUniforms : Uniform {
  boost::random::sobol generator{columns};
  SobolUniforms() { generator.discard(columns); }
  double operator()() { return boost::random::uniform_01<double>()(generator); }
};

struct SobolNormals : Normal {
  SobolUniforms uniform;
  double operator()() { return normal_quantile(uniform()); }
};

template <class Source>
void fill(Source& source, Block& block) {
  for (double& value : block) value = source();
}

/// Whether each column has the mean and the variance that it should, within six standard errors of independent draws.
/// The standard error of a variance is taken from normals, which is more than that of uniforms.
template <class Source>
bool right_moments() {
  Source source;
  Block block;
  std::array<double, columns> sum{}, squares{};
  for (int i = 0; i < checked_blocks; ++i) {
    fill(source, block);
    for (int j = 0; j < columns * paths; ++j) {
      const double distance = block[j] - Source::mean;
      sum[j % columns] += distance;
      squares[j % columns] += distance * distance;
    }
  }
  constexpr double n = checked_blocks * paths;
  for (int column = 0; column < columns; ++column) {
    if (!(std::fabs(sum[column] / n) <= 6.0 * std::sqrt(Source::variance / n))) return false;
    if (!(std::fabs(squares[column] / n / Source::variance - 1.0) <= 6.0 * std::sqrt(2.0 / n))) return false;
  }
  return true;
}

template <class Source>
void draw(benchmark::State& state) {
  if (!right_moments<Source>()) return state.SkipWithError("wrong mean or variance");
  Source source;
  Block block;
  for (auto _ : state) {
    fill(source, block);
    benchmark::DoNotOptimize(block);
  }
  state.SetItemsProcessed(state.iterations() * paths);
}

BENCHMARK(draw<TwisterUniforms>)->Name("boost/mt19937_64/uniform")->Unit(benchmark::kMicrosecond);
BENCHMARK(draw<TwisterNormals>)->Name("boost/mt19937_64/normal")->Unit(benchmark::kMicrosecond);
BENCHMARK(draw<SobolUniforms>)->Name("boost/sobol/uniform")->Unit(benchmark::kMicrosecond);
BENCHMARK(draw<SobolNormals>)->Name("boost/sobol/normal")->Unit(benchmark::kMicrosecond);

}  // namespace

}  // namespace groundwork

BENCHMARK_MAIN();
