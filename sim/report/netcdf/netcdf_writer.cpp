#include "sim/report/netcdf/netcdf_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/report/netcdf/netcdf_library.hpp"

namespace groundwork {

namespace {

using Attributes = std::vector<std::pair<std::string, std::string>>;

void add_names(NetcdfFile& file, const std::string& name, int dimension, const std::string& meaning,
               const std::vector<std::string>& values) {
  file.write(file.add_variable({name, NetcdfType::string, {dimension}, {{"long_name", meaning}}}), values);
}

int add_scopes(NetcdfFile& file, const OutputTable& table) {
  const int dimension = file.add_dimension("scope", table.scopes().size());
  const auto add = [&](const std::string& name, const std::string& meaning, auto&& of) {
    std::vector<std::string> values;
    for (const Scope& scope : table.scopes()) values.push_back(of(scope));
    add_names(file, name, dimension, meaning, values);
  };
  add("scope", "what a figure is about", [](const Scope& scope) { return scope.name; });
  add("scope_title", "English name of the scope", [](const Scope& scope) { return scope.title.en; });
  add("scope_title_zh", "Chinese name of the scope", [](const Scope& scope) { return scope.title.zh; });
  add("scope_kind", "kind of the scope: country, region, province, network, sector",
      [](const Scope& scope) { return scope.kind; });
  return dimension;
}

int add_years(NetcdfFile& file, const std::vector<int>& years) {
  if (years.empty()) return 0;  // nothing has years then
  const int dimension = file.add_dimension("year", years.size());
  file.write(
      file.add_variable({"year", NetcdfType::int32, {dimension}, {{"long_name", "calendar year"}, {"units", "year"}}}),
      years);
  return dimension;
}

int add_quantiles(NetcdfFile& file) {
  const int dimension = file.add_dimension("quantile", summary_probabilities.size());
  const Attributes attributes{{"long_name", "probability of a lower value"}, {"units", "1"}};
  const int variable = file.add_variable({"quantile", NetcdfType::float64, {dimension}, attributes});
  file.write(variable, {{0}, {summary_probabilities.size()}}, summary_probabilities.data());
  return dimension;
}

/// Without the time of day: the same run gives the same bytes.
std::string history(const Scenario& scenario, const Results& results) {
  if (results.is_central) return fmt::format("groundwork run {} --central", scenario.path);
  return fmt::format("groundwork run {} --paths {} --seed {} --sampler {}", scenario.path, results.run.paths,
                     results.run.seed, name(results.run.sampler));
}

void describe(NetcdfFile& file, const Scenario& scenario, const Results& results, const std::string& version) {
  const Attributes texts{
      {"Conventions", "CF-1.8"},
      {"title", scenario.title.en},
      {"source", fmt::format("{} {}, Monte-Carlo simulation", netcdf_source, version)},
      {"history", history(scenario, results)},
      {"references", "docs/netcdf.md, docs/reference/metrics.md and docs/models of Groundwork"},
      {"comment",
       "NaN: there is no such figure, or it is not known; figure_undefined_share is NaN for the former only"},
      {"scenario", scenario.path},
      {"scenario_digest", scenario.digest},
      {"results_digest", results_digest(results)},
      {"sampler", results.is_central ? "central" : std::string(name(results.run.sampler))},
      {"ending", std::string(name(results.ending))}};
  for (const auto& [key, text] : texts) file.describe(NetcdfFile::whole_file, key, text);
  file.describe(NetcdfFile::whole_file, "seed", results.run.seed);
  file.describe(NetcdfFile::whole_file, "paths", results.paths);
}

}  // namespace

NetcdfWriter::NetcdfWriter(const std::filesystem::path& path, const OutputTable& table, NetcdfContent content)
    : file_(netcdf_library().make_file(path)), figures_(netcdf_figures(table)) {
  dimensions_.scope = add_scopes(*file_, table);
  dimensions_.year = add_years(*file_, figures_.years);
  dimensions_.quantile = add_quantiles(*file_);
  statistics_.emplace(*file_, table, figures_, dimensions_);
  if (content == NetcdfContent::statistics) return;
  dimensions_.path = file_->add_dimension("path", NetcdfFile::unlimited);
  paths_.emplace(*file_, table, figures_, dimensions_);
}

void NetcdfWriter::add(const Wave& wave) {
  if (paths_) paths_->add(wave);
}

void NetcdfWriter::finish(const Scenario& scenario, const Results& results, const std::string& version) {
  if (paths_) paths_->finish();
  statistics_->write(results);
  describe(*file_, scenario, results, version);
  file_->commit();
}

}  // namespace groundwork
