#include "bench/baseline.hpp"

#include <cmath>
#include <ctime>

#include "models/national.hpp"
#include "sim/engine/single_path.hpp"

namespace groundwork {

std::string baseline_path() { return std::string(GROUNDWORK_SCENARIOS) + "/national-2020.toml"; }

std::optional<Study> read_national(const ScenarioRequest& request, Diagnostics& diagnostics) {
  NationalModel model;
  return read_study(request, model, diagnostics);
}

Study read_baseline() {
  Diagnostics diagnostics;
  std::optional<Study> study = read_national({baseline_path(), {}, false}, diagnostics);
  if (!study) throw InputError(diagnostics);
  return *std::move(study);
}

std::string baseline_problem(const Study& study, Isa isa) {
  struct Known {
    const char* metric;
    const char* scope;
    double value;
  };
  // tests/validation/central_path_totals.csv
  constexpr Known all[] = {{"tco", "rollout", 2.433049055e+12},
                           {"npv", "rollout", -1.42851896e+12},
                           {"tco", "datacenter", 6.134543836e+12},
                           {"npv", "datacenter", 8.09002202e+11},
                           {"capex_saving_rate", "CT+CU", 0.3984592011274539}};
  const PathRecord central = central_path(study, isa);
  for (const Known& known : all) {
    const int cell = study.program->outputs().find(known.metric, known.scope, "total");
    if (cell < 0) return std::string("no ") + known.metric;
    const double found = central.outputs[static_cast<std::size_t>(cell)];
    if (!(std::fabs(found / known.value - 1.0) < 1e-9)) return std::string("wrong ") + known.metric;
  }
  return "";
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

int run_benchmarks(int count, char** arguments, void (*register_all)()) {
  register_all();
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace groundwork
