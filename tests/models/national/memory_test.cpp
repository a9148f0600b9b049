#include <catch2/catch.hpp>
#include <cstring>

#include "sim/engine/aligned_doubles.hpp"
#include "sim/engine/input_plan.hpp"
#include "tests/models/national/country.hpp"

namespace groundwork {

namespace {

/// A signalling not-a-number that no arithmetic gives.
constexpr std::uint64_t pattern = 0x7FF4'DEAD'BEEF'CAFE;

double from_bits(std::uint64_t bits) { return real_from_bits<double>(bits); }

void fill(double* memory, std::size_t count, double value) { std::fill_n(memory, count, value); }

std::size_t untouched(const double* memory, std::size_t count) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < count; ++i) found += bits_of(memory[i]) == pattern ? 1 : 0;
  return found;
}

/// Runs one tile with canaries behind scratch and outputs; gives the outputs.
std::vector<double> run_guarded(const Study& study, Isa isa, double scratch_content) {
  constexpr std::size_t canaries = 4096;
  const Program& program = *study.program;
  const InputPlan plan(study.scenario, study.draws, study.scenario.run);
  const AlignedDoubles inputs(plan.tile_doubles());
  plan.fill_central(inputs.data());
  plan.draw(isa, 64, 1, inputs.data());
  const std::size_t cells = static_cast<std::size_t>(program.outputs().cells()) * tile_paths;
  const AlignedDoubles outputs(cells + canaries), scratch(program.scratch_doubles() + canaries);
  fill(outputs.data(), cells + canaries, from_bits(pattern));
  fill(scratch.data(), program.scratch_doubles(), scratch_content);
  fill(scratch.data() + program.scratch_doubles(), canaries, from_bits(pattern));
  program.kernel(isa)(program, inputs.data(), outputs.data(), scratch.data());
  CHECK(untouched(scratch.data() + program.scratch_doubles(), canaries) == canaries);
  CHECK(untouched(outputs.data() + cells, canaries) == canaries);
  CHECK(untouched(outputs.data(), cells) == 0);
  return {outputs.data(), outputs.data() + cells};
}

/// Any instruction set and any content of the scratch memory give the same answers, within their memory.
void check_memory(const Study& study) {
  const std::vector<double> expected = run_guarded(study, Isa::scalar, 0.0);
  for (const Isa isa : available_isas()) {
    INFO(name(isa));
    const std::vector<double> found = run_guarded(study, isa, from_bits(pattern));
    CHECK(std::memcmp(found.data(), expected.data(), found.size() * sizeof(double)) == 0);
  }
}

std::string networks(int count) {
  std::string list;
  for (int k = 0; k < count; ++k)
    list += std::string(k == 0 ? "" : ", ") + "{name='" + std::string(1, static_cast<char>('A' + k)) +
            "', operators={urban=2, town=1, rural=3}, market_share=0.3, plan_share=0.3, bandwidth_mhz=100, "
            "initial_cobuilt_share=0.5}";
  return "network=[" + list + "]";
}

}  // namespace

TEST_CASE("the kernel stays within its memory and writes every answer, for countries of 1, 2 and 31 provinces") {
  for (const char* only : {"['CN-GD']", "['CN-HE', 'CN-BJ']", "[]"})
    for (const int count : {1, 2, 3, 8}) {
      INFO(only << ", " << count << " networks");
      check_memory(read_country({std::string("geography.only=") + only, networks(count)}).value());
    }
}

TEST_CASE("the kernel stays within its memory and writes every answer, for horizons of a quarter to eleven years") {
  for (const char* end : {"2020-Q3", "2020-Q4", "2021-Q1", "2023-Q2", "2030-Q4"})
    for (const char* renewal : {"1", "2", "8", "100"}) {
      INFO(end << ", renewal after " << renewal);
      check_memory(read_country({"time.start=2020-Q3", std::string("time.end=") + end, "geography.only=['west']",
                                 std::string("rollout.cost.renewal_years=") + renewal})
                       .value());
    }
}

TEST_CASE("the kernel stays within its memory with many stages, and with neither programmes nor budget") {
  std::string stages = "construction.stages=[{name='s0', weeks=1}";
  for (int i = 1; i < 40; ++i)
    stages += ", {name='s" + std::to_string(i) + "', weeks=1, after=['s" + std::to_string(i - 1) + "']}";
  const CountryReading reading = two_provinces().read_without("budget = ", {stages + "]", "programme=[]"});
  CHECK(reading.program().table.find("over_budget", "CN", "total") == -1);
  CHECK(reading.program().table.find("programme_investment", "CN", "total") >= 0);
  check_memory(reading.value());
}

}  // namespace groundwork
