#pragma once

#include <benchmark/benchmark.h>

#include <optional>
#include <string>

#include "sim/scenario/study.hpp"

namespace groundwork {

/// The scenario file of the national baseline.
std::string baseline_path();

/// A scenario of the national model.
std::optional<Study> read_national(const ScenarioRequest& request, Diagnostics& diagnostics);

/// The national baseline; throws InputError if it cannot be read.
Study read_baseline();

/// What is wrong with the central path of a study that should be the baseline; empty if it agrees with
/// tests/validation.
std::string baseline_problem(const Study& study, Isa isa);

/// "what/isa"
inline std::string title(const std::string& what, Isa isa) { return what + "/" + std::string(name(isa)); }

/// Time that the processor has worked for this process, all threads together.
double processor_seconds();

/// The main function of a benchmark whose cases `register_all` registers.
int run_benchmarks(int count, char** arguments, void (*register_all)());

}  // namespace groundwork
