#include "sim/cli/compare_arguments.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdint>

#include "sim/cli/kept_values.hpp"
#include "sim/report/result_folder.hpp"

namespace groundwork {

void CompareArguments::add_to(CLI::App& command, const std::vector<ModelEntry>& models) {
  scenarios.add_to(command, models);
  language.add_to(command);
  command
      .add_option("--metric", metrics,
                  "a figure to compare, such as tco, stations:2025 or rollout_capex:CT+CU:total;\nmay be repeated; all "
                  "headline figures by default")
      ->type_name("FIGURE")
      ->allow_extra_args(false);
  command.add_option("--by", by, "also the figures of --metric by province, region, network or sector")
      ->type_name("KIND");
  command.add_option("--out", folder, "folder for the comparison")->type_name("DIR")->capture_default_str();
}

std::vector<FigureCells> ComparePlan::all() const {
  std::vector<FigureCells> cells = figures;
  cells.insert(cells.end(), places.begin(), places.end());
  return cells;
}

ComparePlan plan_comparison(const CompareArguments& arguments, const std::vector<Study>& studies,
                            Diagnostics& warnings) {
  ComparePlan plan;
  Diagnostics diagnostics;
  if (!arguments.by.empty() && arguments.metrics.empty())
    diagnostics.error({}, "--by needs a --metric", "say of which figure, such as --metric tco");
  plan.figures = shared_figures(studies, arguments.metrics, diagnostics);
  if (!arguments.by.empty() && !arguments.metrics.empty())
    plan.places = figures_by(studies, plan.figures, arguments.by, diagnostics);
  const auto columns = static_cast<std::int64_t>(plan.all().size() * studies.size());
  check_kept(studies.front().scenario.run.paths, columns, diagnostics);
  check_result_folder(arguments.folder, diagnostics);
  if (diagnostics.has_errors()) throw InputError(diagnostics);
  warn_of_pairing(studies, warnings);
  return plan;
}

}  // namespace groundwork
