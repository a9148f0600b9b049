#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <vector>

#include "sim/contract/model.hpp"

namespace groundwork {

/// What a command does once its arguments are parsed; gives the exit status.
using Action = std::function<int()>;

/// Each adds one command to `app` and gives its action.
Action add_run_command(CLI::App& app, const std::vector<ModelEntry>& models);
Action add_backtest_command(CLI::App& app, const std::vector<ModelEntry>& models);
Action add_check_command(CLI::App& app, const std::vector<ModelEntry>& models);
Action add_compare_command(CLI::App& app, const std::vector<ModelEntry>& models);
Action add_discover_command(CLI::App& app, const std::vector<ModelEntry>& models);
Action add_explain_command(CLI::App& app, const std::vector<ModelEntry>& models);
Action add_export_command(CLI::App& app);
Action add_optimise_command(CLI::App& app, const std::vector<ModelEntry>& models);
Action add_sensitivity_command(CLI::App& app, const std::vector<ModelEntry>& models);
Action add_sweep_command(CLI::App& app, const std::vector<ModelEntry>& models);
Action add_reference_command(CLI::App& app, const std::vector<ModelEntry>& models);
Action add_report_command(CLI::App& app);
Action add_value_command(CLI::App& app, const std::vector<ModelEntry>& models);
Action add_version_command(CLI::App& app);

}  // namespace groundwork
