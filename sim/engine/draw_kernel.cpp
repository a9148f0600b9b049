#include <array>

#include "sim/engine/input_plan.hpp"
#include "sim/pack/native.hpp"
#include "sim/pack/normal.hpp"

namespace groundwork {

/// Gaussian copula: uniform -> normal score -> correlated normal score -> uniform. Rows are mixed from the last to the
/// first, so that a row still finds those above it as they were drawn.
template <class Real>
void InputPlan::mix(const Mixed& mixed, double* tile) const {
  constexpr double closest_to_one = 1.0 - 0x1p-53;
  const int size = mixed.cholesky.size;
  for (int lane = 0; lane < tile_paths; lane += lanes_of<Real>) {
    const auto column = [&](int i) { return tile + mixed.columns[static_cast<std::size_t>(i)] * tile_paths + lane; };
    for (int i = 0; i < size; ++i) store(column(i), normal_quantile(load<Real>(column(i))));
    for (int i = size - 1; i >= 0; --i) {
      Real score = Real(0.0);
      for (int j = 0; j <= i; ++j) score = fma(Real(mixed.cholesky.at(i, j)), load<Real>(column(j)), score);
      store(column(i), clamp(normal_cdf(score), Real(0x1p-53), Real(closest_to_one)));
    }
  }
}

template <>
void InputPlan::draw<native_isa>(std::int64_t first_path, int tiles, double* inputs) const {
  const auto stride = static_cast<std::ptrdiff_t>(tile_doubles());
  const int columns = design_.columns();
  for (int i = 0; i < columns; ++i) {
    const auto at = static_cast<std::size_t>(i);
    double* const to = inputs + drawn_[at] * tile_paths;
    if (is_redrawn_[at] != 0)
      other_->fill<Native>(columns + i, first_path, tiles, to, stride);
    else
      design_.fill<Native>(i, first_path, tiles, to, stride);
  }
  for (int tile = 0; tile < tiles; ++tile) {
    double* const here = inputs + tile * stride;
    for (const Mixed& mixed : mixed_) mix<Native>(mixed, here);
    for (const int column : normals_)
      for (int lane = 0; lane < tile_paths; lane += lanes_of<Native>) {
        double* const at = here + column * tile_paths + lane;
        store(at, normal_quantile(load<Native>(at)));
      }
  }
  for (const Varying& varying : varying_)
    varying.quantile.apply<Native>(inputs + varying.column * tile_paths, stride, tiles);
  for (const FixedColumn& fixed : fixed_)
    for (int tile = 0; tile < tiles; ++tile)
      for (int lane = 0; lane < tile_paths; lane += lanes_of<Native>)
        store(inputs + tile * stride + fixed.column * tile_paths + lane, Native(fixed.value));
}

}  // namespace groundwork
