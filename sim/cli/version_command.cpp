#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/pack/isa.hpp"

namespace groundwork {

Action add_version_command(CLI::App& app) {
  app.add_subcommand("version", "print the version and the instruction sets in use");
  return [] {
    fmt::print("groundwork {}\ninstruction sets:", GROUNDWORK_VERSION);
    for (const Isa isa : available_isas()) fmt::print(" {}", name(isa));
    fmt::print("\n");
    return status_done;
  };
}

}  // namespace groundwork
