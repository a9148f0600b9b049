#include "sim/report/netcdf/netcdf_statistics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace groundwork {

namespace {

constexpr int deflate = 4;  // a few MB in all, much of which are NaN of scopes that a metric does not have

/// How a statistic is called: the suffix of its variables' names, what it is, and which other statistics tell how
/// exactly it is known ({0} is the figure).
struct StatisticWords {
  std::string_view suffix, meaning, companions;
};

struct QuantileStatistic {
  StatisticWords words;
  Summary::Quantiles Summary::*values;
};
constexpr std::array<QuantileStatistic, 3> quantile_statistics{{
    {{"", "quantiles", "{0}_low {0}_high"}, &Summary::quantile},
    {{"_low", "lower end of the 95 % confidence interval of each quantile", ""}, &Summary::low},
    {{"_high", "upper end of the 95 % confidence interval of each quantile", ""}, &Summary::high},
}};

/// One number of a distribution. `method` is what the CF conventions call it (their appendix E), if they do.
struct Statistic {
  StatisticWords words;
  std::string_view method;
  bool is_share;
  double (*value)(const Summary&);
};

double undefined_share(const Summary& summary) {
  return static_cast<double>(summary.undefined) / static_cast<double>(summary.defined + summary.undefined);
}

constexpr std::array<Statistic, 10> statistics{{
    {{"_mean", "mean", "{0}_standard_error"}, "mean", false, [](const Summary& s) { return s.mean; }},
    {{"_standard_error", "standard error of the mean", ""},
     "",
     false,
     [](const Summary& s) { return s.standard_error; }},
    {{"_sd", "standard deviation", ""},
     "standard_deviation",
     false,
     [](const Summary& s) { return s.standard_deviation; }},
    {{"_min", "minimum", ""}, "minimum", false, [](const Summary& s) { return s.minimum; }},
    {{"_max", "maximum", ""}, "maximum", false, [](const Summary& s) { return s.maximum; }},
    {{"_tail_below_p05", "mean of the lowest 5 %", ""}, "", false, [](const Summary& s) { return s.tail_below; }},
    {{"_tail_above_p95", "mean of the highest 5 %", ""}, "", false, [](const Summary& s) { return s.tail_above; }},
    {{"_share_at_min", "share of the defined values that equal the minimum", ""},
     "",
     true,
     [](const Summary& s) { return s.share_at_minimum; }},
    {{"_share_at_max", "share of the defined values that equal the maximum", ""},
     "",
     true,
     [](const Summary& s) { return s.share_at_maximum; }},
    {{"_undefined_share", "share of the paths on which there is no such value", ""}, "", true, undefined_share},
}};

NetcdfVariable variable_of(const NetcdfFigure& figure, const StatisticWords& words,
                           const std::vector<int>& dimensions) {
  NetcdfVariable variable;
  variable.name = fmt::format("{}{}", figure.name, words.suffix);
  variable.dimensions = dimensions;
  variable.attributes = {{"long_name", fmt::format("{}: {}", figure.meaning, words.meaning)},
                         {"coordinates", "scope_title scope_title_zh scope_kind"},
                         {"ancillary_variables", fmt::format(fmt::runtime(words.companions), figure.name)}};
  return variable;
}

/// Calls with position and cell for every number of the figure; positions count scopes, then years.
template <class Work>
void for_each_cell(const OutputTable& table, const NetcdfFigure& figure, Work&& work) {
  const MetricBlock& block = table.block(figure.block);
  for (std::size_t slot = 0; slot < block.scopes.size(); ++slot)
    for (std::size_t year = 0; year < figure.periods.size(); ++year)
      if (figure.periods[year] >= 0)
        work(static_cast<std::size_t>(block.scopes[slot]) * figure.periods.size() + year,
             static_cast<std::size_t>(block.cell(static_cast<int>(slot), figure.periods[year])));
}

}  // namespace

NetcdfStatistics::NetcdfStatistics(NetcdfFile& file, const OutputTable& table, const NetcdfFigures& figures,
                                   const NetcdfDimensions& dimensions)
    : file_(file), figures_(figures) {
  for (const NetcdfFigure& figure : figures.list) declare(table, figure, dimensions);
}

void NetcdfStatistics::declare(const OutputTable& table, const NetcdfFigure& figure,
                               const NetcdfDimensions& dimensions) {
  const std::string units = netcdf_units(table.block(figure.block).metric);
  std::vector<int> by{dimensions.scope};
  std::vector<std::size_t> shape{table.scopes().size()};
  if (figure.is_yearly) {
    by.push_back(dimensions.year);
    shape.push_back(figure.periods.size());
  }
  std::vector<int>& ids = variables_.emplace_back();
  const auto add = [&](NetcdfVariable variable, const std::string& own_units) {
    variable.attributes.emplace_back("units", own_units);
    variable.chunks = {shape, deflate};
    ids.push_back(file_.add_variable(variable));
  };
  by.push_back(dimensions.quantile);
  shape.push_back(summary_probabilities.size());
  for (const QuantileStatistic& statistic : quantile_statistics) add(variable_of(figure, statistic.words, by), units);
  by.pop_back();
  shape.pop_back();
  for (const Statistic& statistic : statistics) {
    NetcdfVariable variable = variable_of(figure, statistic.words, by);
    if (!statistic.method.empty())
      variable.attributes.emplace_back("cell_methods", fmt::format("realization: {}", statistic.method));
    add(std::move(variable), statistic.is_share ? "1" : units);
  }
}

void NetcdfStatistics::write(const Results& results) {
  for (std::size_t i = 0; i < variables_.size(); ++i) write(results, figures_.list[i], variables_[i]);
}

void NetcdfStatistics::write(const Results& results, const NetcdfFigure& figure, const std::vector<int>& variables) {
  NetcdfSlab slab{{0}, {results.table.scopes().size()}};
  if (figure.is_yearly) slab = {{0, 0}, {slab.count.front(), figure.periods.size()}};
  const std::size_t places = slab.count.front() * figure.periods.size();
  auto variable = variables.begin();
  NetcdfSlab with_quantiles = slab;
  with_quantiles.start.push_back(0);
  with_quantiles.count.push_back(summary_probabilities.size());
  for (const QuantileStatistic& statistic : quantile_statistics) {
    std::vector<double> values(places * summary_probabilities.size(), Summary::unknown);
    for_each_cell(results.table, figure, [&](std::size_t place, std::size_t cell) {
      std::ranges::copy(results.cells[cell].*statistic.values,
                        values.begin() + static_cast<std::ptrdiff_t>(place * summary_probabilities.size()));
    });
    file_.write(*variable++, with_quantiles, values.data());
  }
  for (const Statistic& statistic : statistics) {
    std::vector<double> values(places, Summary::unknown);
    for_each_cell(results.table, figure,
                  [&](std::size_t place, std::size_t cell) { values[place] = statistic.value(results.cells[cell]); });
    file_.write(*variable++, slab, values.data());
  }
}

}  // namespace groundwork
