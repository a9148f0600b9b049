/// The national model's kernel: one tile of the baseline, one core, inputs drawn before. Items are paths.
#include <cstring>
#include <vector>

#include "bench/baseline.hpp"
#include "sim/engine/aligned_doubles.hpp"
#include "sim/engine/input_plan.hpp"

namespace groundwork {

namespace {

/// A tile with its inputs drawn.
class Tile {
 public:
  explicit Tile(const Study& study)
      : program_(*study.program),
        plan_(study.scenario, study.draws, study.scenario.run),
        cells_(static_cast<std::size_t>(program_.outputs().cells()) * tile_paths),
        inputs_(plan_.tile_doubles()),
        outputs_(cells_),
        scratch_(program_.scratch_doubles()) {
    plan_.fill_central(inputs_.data());
    plan_.draw(Isa::scalar, 0, 1, inputs_.data());
  }
  void evaluate(Program::Kernel kernel) const { kernel(program_, inputs_.data(), outputs_.data(), scratch_.data()); }
  std::vector<double> outputs() const { return {outputs_.data(), outputs_.data() + cells_}; }

 private:
  const Program& program_;
  InputPlan plan_;
  std::size_t cells_;
  AlignedDoubles inputs_, outputs_, scratch_;
};

void evaluate(benchmark::State& state, Isa isa) {
  const Study study = read_baseline();
  if (const std::string problem = baseline_problem(study, isa); !problem.empty())
    return state.SkipWithError(problem.c_str());
  const Tile tile(study);
  tile.evaluate(study.program->kernel(Isa::scalar));
  const std::vector<double> expected = tile.outputs();
  const Program::Kernel kernel = study.program->kernel(isa);
  tile.evaluate(kernel);
  if (std::memcmp(tile.outputs().data(), expected.data(), expected.size() * sizeof(double)) != 0)
    return state.SkipWithError("other bits than the scalar kernel");
  for (auto _ : state) {
    tile.evaluate(kernel);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * tile_paths);
}

void register_all() {
  for (const Isa isa : available_isas())
    benchmark::RegisterBenchmark(title("national", isa).c_str(), [isa](auto& state) {
      evaluate(state, isa);
    })->Unit(benchmark::kMicrosecond);
}

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) { return groundwork::run_benchmarks(count, arguments, groundwork::register_all); }
