#include "sim/cli/run_arguments.hpp"

#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "sim/cli/kept_values.hpp"
#include "sim/engine/tally.hpp"
#include "sim/report/display.hpp"
#include "sim/report/netcdf/netcdf_problem.hpp"
#include "sim/report/result_folder.hpp"

namespace groundwork {

namespace {

/// When to end, and how to go on later.
std::vector<CLI::Option*> add_ending(CLI::App& command, RunArguments& arguments) {
  CLI::Option* const precision = command.add_option(
      "--precision", arguments.precision,
      "run until half the 95 % interval of a figure is below this, such as tco=0.1%,\nstations:2025=2000 or "
      "\"p95(rollout_capex:total)=0.5%\"; may be repeated. --paths is then\nthe most there may be, ten million by "
      "default");
  precision->type_name("FIGURE=WIDTH")->allow_extra_args(false);
  CLI::Option* const seconds =
      command.add_option("--seconds", arguments.seconds, "end after so many seconds, with what is done by then");
  seconds->check(CLI::PositiveNumber)->type_name("S");
  CLI::Option* const checkpoint = command.add_option(
      "--checkpoint", arguments.checkpoint, "save here, now and then and at the end, what it takes to go on later");
  checkpoint->type_name("FILE");
  CLI::Option* const every = command.add_option("--every", arguments.save_every_seconds, "seconds between two saves");
  every->check(CLI::PositiveNumber)->type_name("S")->capture_default_str()->needs(checkpoint);
  CLI::Option* const resume =
      command.add_option("--resume", arguments.resume,
                         "go on from a checkpoint of the same scenario, seed and sampler,\nperhaps to more --paths");
  resume->type_name("FILE");
  return {precision, seconds, checkpoint, resume};
}

bool exists(const std::string& path) { return std::filesystem::exists(path); }

std::vector<PrecisionTarget> read_precision(const RunArguments& arguments, const Study& study,
                                            Diagnostics& diagnostics) {
  std::vector<PrecisionTarget> targets;
  for (const std::string& text : arguments.precision)
    if (const auto target = parse_precision(text, study.program->outputs(), diagnostics)) targets.push_back(*target);
  if (!arguments.precision.empty() && study.scenario.run.sampler == Sampler::lhs)
    diagnostics.error({}, "--precision cannot be had with sampler 'lhs', whose paths depend on how many there will be",
                      "choose --sampler mc or sobol");
  return targets;
}

void check_resume(const RunArguments& arguments, const RunPlan& plan, Diagnostics& diagnostics) {
  const std::string problem = resume_problem(*plan.resume, *plan.identity);
  if (!problem.empty())
    diagnostics.error(
        {arguments.resume, 0, 0}, "cannot resume this checkpoint: " + problem,
        "give the scenario, --set, seed, sampler and no fewer paths than the run that wrote it, or run afresh");
  else if (arguments.wants_path_table() && !plan.resume->state.empty() && !Tally::has_kept(plan.resume->state))
    diagnostics.error(
        {arguments.resume, 0, 0},
        fmt::format("this checkpoint does not have the headline figures of its {} paths", grouped(plan.resume->paths)),
        "resume it without --keep-paths, or run afresh");
  else if (arguments.keep_paths && !arguments.netcdf.empty() && plan.resume->paths > 0)
    diagnostics.error({arguments.resume, 0, 0},
                      fmt::format("this checkpoint does not have the years of its {} paths for {}",
                                  grouped(plan.resume->paths), arguments.netcdf),
                      "resume it without --keep-paths, or run afresh");
}

void check_checkpoint(const RunArguments& arguments, Diagnostics& diagnostics) {
  const bool is_resumed = exists(arguments.resume) && exists(arguments.checkpoint) &&
                          std::filesystem::equivalent(arguments.resume, arguments.checkpoint);
  if (exists(arguments.checkpoint) && !is_resumed)
    diagnostics.error({arguments.checkpoint, 0, 0}, "there is a file already, and it is not the one that is resumed",
                      "go on from it with --resume, or remove it");
}

/// What is to be written where, whatever the scenario.
void check_outputs(const RunArguments& arguments, Diagnostics& diagnostics) {
  if (arguments.replay) return;
  const std::filesystem::path folder = arguments.result_folder();
  check_result_folder(folder, diagnostics);
  if (!arguments.netcdf.empty()) check_netcdf_file(arguments.netcdf, folder, diagnostics);
  if (!arguments.checkpoint.empty()) check_checkpoint(arguments, diagnostics);
}

}  // namespace

void RunArguments::add_to(CLI::App& command, const std::vector<ModelEntry>& models) {
  scenario.add_to(command, models);
  engine.add_to(command, scenario);
  console.add_to(command);
  CLI::Option* const one_path =
      command.add_flag("--central", central, "run one path, every input at its mean, instead");
  CLI::Option* const replayed = command.add_option(
      "--replay", replay, "print all inputs and outputs of path I, counted from 0, and write nothing");
  replayed->type_name("I")->excludes(one_path);
  command.add_option("--out", folder, "folder for the results; results/NAME by default")->type_name("DIR");
  command
      .add_flag("--keep-paths", keep_paths,
                "also write the headline figures of every path: paths.csv or, with --netcdf,\nto that file, every "
                "year of them")
      ->excludes(one_path);
  command.add_flag("--report", report, "also write report.html, a page with charts of all that was found")
      ->excludes(replayed);
  command.add_option("--netcdf", netcdf, "also write the distributions to this NetCDF file, for xarray and the like")
      ->type_name("FILE")
      ->excludes(replayed);
  for (CLI::Option* const option : add_ending(command, *this)) option->excludes(one_path)->excludes(replayed);
}

std::optional<Study> RunArguments::read(const std::vector<ModelEntry>& models) const {
  ScenarioArguments asked = scenario;
  const bool says_paths = std::ranges::any_of(scenario.request.overrides,
                                              [](const std::string& text) { return text.starts_with("run.paths="); });
  if (!precision.empty() && !says_paths) asked.request.overrides.emplace_back("run.paths=10_000_000");
  return asked.read(models, [&](Diagnostics& diagnostics) { check_outputs(*this, diagnostics); });
}

std::filesystem::path RunArguments::result_folder() const {
  if (!folder.empty()) return folder;
  return std::filesystem::path("results") / std::filesystem::path(scenario.request.path).stem();
}

RunPlan plan_run(const RunArguments& arguments, const Study& study) {
  RunPlan plan;
  Diagnostics diagnostics;
  check_outputs(arguments, diagnostics);
  if (arguments.wants_path_table())
    check_kept(study.scenario.run.paths, std::ssize(study.program->outputs().headline_cells()), diagnostics);
  plan.precision = read_precision(arguments, study, diagnostics);
  if (!arguments.resume.empty() || !arguments.checkpoint.empty())
    plan.identity = identify(study, study.scenario.run, GROUNDWORK_VERSION);
  if (!arguments.resume.empty()) {
    plan.resume = read_checkpoint(arguments.resume);
    check_resume(arguments, plan, diagnostics);
  }
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  return plan;
}

}  // namespace groundwork
