#include "models/registry.hpp"
#include "sim/cli/command_line.hpp"

int main(int argc, char** argv) { return groundwork::command_line(argc, argv, groundwork::registered_models()); }
