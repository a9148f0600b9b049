#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace groundwork {

/// The instruction sets that kernels are compiled for. Results have the same bits on each.
enum class Isa { scalar, avx2, avx512 };

/// Paths that one kernel value holds: 1, 4 or 8.
int lanes(Isa isa);

std::string_view name(Isa isa);
std::optional<Isa> isa_from_name(std::string_view name);

/// Those that this machine runs, the widest last. Empty on a machine without FMA, on which no kernel runs.
std::vector<Isa> available_isas();

}  // namespace groundwork
