#include "sim/report/sensitivity/driver_places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <span>
#include <utility>

#include "sim/report/sensitivity/sensitivity_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

constexpr std::size_t most_factors = 5;

using Places = std::span<const FigureDrivers>;

const Estimate* share_of(const FigureDrivers& place, const std::string& factor) {
  const auto found =
      std::ranges::find(place.independent, factor, [](const Driver& driver) { return driver.factor.name; });
  return found == place.independent.end() ? nullptr : &found->first_order;
}

/// The factors with the largest shares in all.
std::vector<std::string> main_factors(Places places) {
  std::map<std::string, double> sums;
  for (const FigureDrivers& place : places)
    for (const Driver& driver : place.independent) sums[driver.factor.name] += driver.first_order.value;
  std::vector<std::pair<std::string, double>> order(sums.begin(), sums.end());
  std::ranges::stable_sort(order, std::ranges::greater(), &std::pair<std::string, double>::second);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(most_factors, order.size()); ++i) names.push_back(order[i].first);
  return names;
}

std::vector<std::string> place_row(const Scope& scope, const FigureDrivers& place,
                                   const std::vector<std::string>& factors) {
  std::vector<std::string> row{scope.name, scope.title.en == scope.name ? "" : scope.title.en};
  if (place.is_constant) {
    row.emplace_back(place.paths > 0 ? "the same on every path" : "no value");
    return row;
  }
  for (const std::string& factor : factors) row.push_back(percent_of_variance(share_of(place, factor)->value));
  row.push_back(percent_of_variance(place.explained.value));
  return row;
}

double largest_error(Places places, const std::vector<std::string>& factors) {
  double largest = 0.0;
  for (const FigureDrivers& place : places)
    for (const std::string& factor : factors)
      if (const Estimate* const share = share_of(place, factor)) largest = std::max(largest, share->standard_error);
  return largest;
}

std::string place_table(const OutputTable& table, Places places) {
  const Cell first = table.at(places.front().cell);
  const MetricBlock& block = table.block(first.block);
  const std::vector<std::string> factors = main_factors(places);
  std::vector<std::string> header{"share %", ""};
  header.insert(header.end(), factors.begin(), factors.end());
  header.emplace_back("all, alone");
  TextGrid grid(header);
  for (const FigureDrivers& place : places)
    grid.add(place_row(table.scopes()[static_cast<std::size_t>(table.at(place.cell).scope)], place, factors));
  return fmt::format("\n{} ({}), by {}; errors of shares up to {}:\n{}", block.metric.name,
                     block.periods[static_cast<std::size_t>(first.period)],
                     table.scopes()[static_cast<std::size_t>(first.scope)].kind,
                     percent_of_variance(largest_error(places, factors)), grid.text());
}

}  // namespace

std::string driver_places(const Study& study, const std::vector<FigureDrivers>& places) {
  const OutputTable& table = study.program->outputs();
  const auto is_same = [&](const FigureDrivers& one, const FigureDrivers& other) {
    const Cell a = table.at(one.cell), b = table.at(other.cell);
    return a.block == b.block && a.period == b.period;
  };
  std::string out;
  for (auto first = places.begin(); first != places.end();) {
    const auto last = std::find_if_not(first, places.end(), [&](const auto& place) { return is_same(*first, place); });
    out += place_table(table, {first, last});
    first = last;
  }
  return out;
}

}  // namespace groundwork
