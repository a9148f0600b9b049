#include "sim/pack/isa.hpp"

#include <array>

namespace groundwork {

namespace {

struct IsaFacts {
  Isa isa;
  int lanes;
  std::string_view name;
};

constexpr std::array facts{IsaFacts{Isa::scalar, 1, "scalar"}, IsaFacts{Isa::avx2, 4, "avx2"},
                           IsaFacts{Isa::avx512, 8, "avx512"}};

}  // namespace

int lanes(Isa isa) { return facts[static_cast<std::size_t>(isa)].lanes; }

std::string_view name(Isa isa) { return facts[static_cast<std::size_t>(isa)].name; }

std::optional<Isa> isa_from_name(std::string_view name) {
  for (const IsaFacts& fact : facts)
    if (fact.name == name) return fact.isa;
  return std::nullopt;
}

std::vector<Isa> available_isas() {
  std::vector<Isa> isas;
  const bool fma = __builtin_cpu_supports("fma");
  if (fma) isas.push_back(Isa::scalar);  // SLEEF's deterministic scalar functions use fused multiply-add
  if (fma && __builtin_cpu_supports("avx2")) isas.push_back(Isa::avx2);
  if (fma && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
    isas.push_back(Isa::avx512);
  return isas;
}

}  // namespace groundwork
