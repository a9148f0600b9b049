#include "sim/cli/engine_arguments.hpp"

#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <stdexcept>

#include "sim/cli/interrupt.hpp"

namespace groundwork {

namespace {

/// An option that is short for --set: so its value is checked with the scenario, and saved with it.
void add_setting(CLI::App& command, ScenarioArguments& scenario, const std::string& name, const std::string& meaning) {
  const auto set = [&scenario, name](const std::string& value) {
    scenario.request.overrides.push_back(fmt::format("run.{}={}", name, value));
  };
  command.add_option_function<std::string>("--" + name, set, meaning)->type_name("VALUE");
}

}  // namespace

void EngineArguments::add_to(CLI::App& command, ScenarioArguments& scenario) {
  std::vector<std::string> isas;
  for (const Isa available : available_isas()) isas.emplace_back(name(available));
  add_setting(command, scenario, "paths", "number of paths; short for --set run.paths=VALUE");
  add_setting(command, scenario, "seed", "seed of the random numbers; short for --set run.seed=VALUE");
  add_setting(command, scenario, "sampler", "mc, lhs or sobol; short for --set run.sampler=VALUE");
  command.add_option("--threads", threads, "threads; 0 is one for each core. Results do not depend on it")
      ->check(CLI::Range(0, 1024))
      ->type_name("N");
  command.add_option("--isa", isa, "instruction set, widest by default. Results do not depend on it")
      ->check(CLI::IsMember(isas))
      ->type_name("NAME");
}

Isa EngineArguments::chosen_isa() const {
  const std::vector<Isa> available = available_isas();
  if (available.empty())
    throw std::runtime_error("this machine's processor lacks fused multiply-add (FMA), which results depend on");
  return isa.empty() ? available.back() : isa_from_name(isa).value();
}

RunOptions EngineArguments::options(ProgressBar& bar) const {
  RunOptions options;
  options.threads = threads;
  options.isa = chosen_isa();
  options.stop = &watch_for_interrupt();
  options.progress = [&bar](std::int64_t done) { bar.show(done); };
  return options;
}

}  // namespace groundwork
