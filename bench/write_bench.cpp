/// Writing the results of a run of the baseline as text, without the disk: results.csv and summary.json. Items are
/// texts.
#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "bench/baseline.hpp"
#include "sim/engine/runner.hpp"
#include "sim/report/run/results_csv.hpp"
#include "sim/report/run/summary_json.hpp"

namespace groundwork {

namespace {

Results make_results(const Study& study) {
  RunOptions options;
  options.isa = available_isas().back();
  return run_paths(study, {1'024, 62, Sampler::mc}, options);
}

/// The mean that a line of results.csv states: the first of the numbers, which are counted from the right as the fields
/// before them may be quoted.
std::string_view mean_field(std::string_view line) {
  constexpr int numbers = 11 + 3 * summary_quantiles;
  std::size_t begin = line.size() + 1, end = begin;
  for (int i = 0; i < numbers; ++i) {
    end = begin - 1;
    begin = line.rfind(',', end - 1) + 1;
  }
  return line.substr(begin, end - begin);
}

/// Cells as results.csv lists them: scope by scope.
std::vector<int> cells_in_order(const OutputTable& table) {
  std::vector<int> cells;
  for (const MetricBlock& block : table.blocks())
    for (int slot = 0; slot < static_cast<int>(block.scopes.size()); ++slot)
      for (int period = 0; period < static_cast<int>(block.periods.size()); ++period)
        cells.push_back(block.cell(slot, period));
  return cells;
}

/// A line for each cell, with its mean to the last bit.
std::string csv_problem(const Results& results) {
  const std::string text = results_csv(results);
  std::size_t start = text.find('\n') + 1;
  for (const int index : cells_in_order(results.table)) {
    const Summary& cell = results.cells[static_cast<std::size_t>(index)];
    const std::size_t end = text.find('\n', start);
    if (end == std::string::npos) return "results.csv is too short";
    const std::string_view field = mean_field(std::string_view(text).substr(start, end - start));
    double mean = Summary::unknown;
    std::from_chars(field.data(), field.data() + field.size(), mean);
    if (!(mean == cell.mean || (field.empty() && cell.mean != cell.mean))) return "results.csv has a wrong mean";
    start = end + 1;
  }
  return start == text.size() ? "" : "results.csv is too long";
}

std::string json_problem(const Study& study, const Results& results) {
  const nlohmann::json json = nlohmann::json::parse(summary_json(study.scenario, results, "bench"));
  if (json.at("results_digest") != results_digest(results)) return "summary.json has a wrong digest";
  if (json.at("headline").size() != results.table.headline_cells().size()) return "summary.json lacks headline figures";
  return "";
}

void write_csv(benchmark::State& state) {
  const Results results = make_results(read_baseline());
  if (const std::string wrong = csv_problem(results); !wrong.empty()) return state.SkipWithError(wrong.c_str());
  for (auto _ : state) benchmark::DoNotOptimize(results_csv(results));
  state.SetItemsProcessed(state.iterations());
}

void write_json(benchmark::State& state) {
  const Study study = read_baseline();
  const Results results = make_results(study);
  if (const std::string wrong = json_problem(study, results); !wrong.empty()) return state.SkipWithError(wrong.c_str());
  for (auto _ : state) benchmark::DoNotOptimize(summary_json(study.scenario, results, "bench"));
  state.SetItemsProcessed(state.iterations());
}

void register_all() {
  benchmark::RegisterBenchmark("results_csv", write_csv)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("summary_json", write_json)->Unit(benchmark::kMillisecond);
}

}  // namespace

}  // namespace groundwork

int main(int count, char** arguments) { return groundwork::run_benchmarks(count, arguments, groundwork::register_all); }
