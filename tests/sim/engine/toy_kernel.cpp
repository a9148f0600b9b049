#include "sim/contract/tile.hpp"
#include "sim/pack/native.hpp"
#include "tests/sim/engine/toy.hpp"

namespace groundwork {

namespace {

void run_toy(const Program& program, const double* inputs, double* outputs, double* scratch) {
  const auto& toy = static_cast<const ToyProgram&>(program);
  const ToyCells& cells = toy.cells;
  for_each_lane_group<Native>(inputs, outputs, {scratch, program.scratch_doubles()},
                              [&](const TileInputs<Native>& in, TileOutputs<Native> out, Scratch<Native> memory) {
                                const auto kept = memory.take(1);
                                const Native x = in[toy.x], y = in[toy.y];
                                kept[0] = x + y;
                                for (const int half : {0, 1}) {
                                  const Native part = Native(half == 0 ? 1.0 : 0.5);
                                  out.set(cells.sum + half, part * x);
                                  out.set(cells.sum + 2 + half, part * y);
                                  out.set(cells.sum + 4 + half, part * kept[0]);
                                }
                                out.set(cells.product, x * y);
                                out.set(cells.product + 1, Native(2.0) * x * y);
                                out.set(cells.level, Native(1000.0) * x);
                                out.set(cells.level + 1, Native(2000.0) * y);
                                out.set(cells.excess, max(kept[0] - Native(1.0), Native(0.0)));
                                out.set(cells.root, sqrt(x - y));
                                out.set(cells.noise, in(toy.noise, 0) + in(toy.noise, 1));
                                out.set(cells.x, x);
                                out.set(cells.y, y);
                              });
}

}  // namespace

template <>
Program::Kernel toy_kernel<native_isa>() {
  return &run_toy;
}

}  // namespace groundwork
