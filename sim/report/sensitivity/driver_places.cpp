#include "sim/report/sensitivity/driver_places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <span>
#include <utility>

#include "sim/report/chinese_title.hpp"
#include "sim/report/run/console_words.hpp"
#include "sim/report/sensitivity/sensitivity_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

constexpr std::size_t most_factors = 5;

using Places = std::span<const FigureDrivers>;

const Estimate* share_of(const FigureDrivers& place, const Factor& factor) {
  const auto found =
      std::ranges::find(place.independent, factor.name, [](const Driver& driver) { return driver.factor.name; });
  return found == place.independent.end() ? nullptr : &found->first_order;
}

/// A factor and its shares in all places together.
struct FactorSum {
  Factor factor;
  double share = 0.0;
};

/// The factors with the largest shares in all.
std::vector<Factor> main_factors(Places places) {
  std::map<std::string, FactorSum> sums;
  for (const FigureDrivers& place : places)
    for (const Driver& driver : place.independent)
      sums.try_emplace(driver.factor.name, FactorSum{driver.factor}).first->second.share += driver.first_order.value;
  std::vector<FactorSum> order;
  for (const auto& [name, sum] : sums) order.push_back(sum);
  std::ranges::stable_sort(order, std::ranges::greater(), &FactorSum::share);
  std::vector<Factor> factors;
  for (std::size_t i = 0; i < std::min(most_factors, order.size()); ++i) factors.push_back(order[i].factor);
  return factors;
}

std::vector<std::string> place_row(const Scope& scope, const FigureDrivers& place, const std::vector<Factor>& factors,
                                   Language language) {
  std::vector<std::string> row = place_cells(scope, language);
  if (place.is_constant) {
    const Words same{"the same on every path", "所有路径相同"}, none{"no value", "无数值"};
    row.push_back((place.paths > 0 ? same : none).in(language));
    return row;
  }
  for (const Factor& factor : factors) row.push_back(percent_of_variance(share_of(place, factor)->value, language));
  row.push_back(percent_of_variance(place.explained.value, language));
  return row;
}

double largest_error(Places places, const std::vector<Factor>& factors) {
  double largest = 0.0;
  for (const FigureDrivers& place : places)
    for (const Factor& factor : factors)
      if (const Estimate* const share = share_of(place, factor)) largest = std::max(largest, share->standard_error);
  return largest;
}

/// "tco (total), by province; errors of shares up to 1.7:"
std::string table_title(const OutputTable& table, Places places, double error, Language language) {
  const Cell first = table.at(places.front().cell);
  const MetricBlock& block = table.block(first.block);
  const std::string& period = block.periods[static_cast<std::size_t>(first.period)];
  const std::string& kind = table.scopes()[static_cast<std::size_t>(first.scope)].kind;
  const std::string percent = percent_of_variance(error, language);
  return Words{fmt::format("\n{} ({}), by {}; errors of shares up to {}:\n", block.metric.name, period, kind, percent),
               fmt::format("\n{}，分{}；占比的标准误不超过 {}：\n", chinese_title(block.metric, "", period),
                           scope_kind_title(kind).zh, percent)}
      .in(language);
}

std::string place_table(const OutputTable& table, Places places, Language language) {
  const std::vector<Factor> factors = main_factors(places);
  std::vector<std::string> header{Words{"share %", "方差占比（%）"}.in(language), ""};
  for (const Factor& factor : factors) header.push_back(factor_label(factor, language));
  header.push_back(Words{"all, alone", "单独作用合计"}.in(language));
  TextGrid grid(header);
  for (const FigureDrivers& place : places)
    grid.add(place_row(table.scopes()[static_cast<std::size_t>(table.at(place.cell).scope)], place, factors, language));
  return table_title(table, places, largest_error(places, factors), language) + grid.text();
}

}  // namespace

std::string driver_places(const Study& study, const std::vector<FigureDrivers>& places, Language language) {
  const OutputTable& table = study.program->outputs();
  const auto is_same = [&](const FigureDrivers& one, const FigureDrivers& other) {
    const Cell a = table.at(one.cell), b = table.at(other.cell);
    return a.block == b.block && a.period == b.period;
  };
  std::string out;
  for (auto first = places.begin(); first != places.end();) {
    const auto last = std::find_if_not(first, places.end(), [&](const auto& place) { return is_same(*first, place); });
    out += place_table(table, {first, last}, language);
    first = last;
  }
  return out;
}

}  // namespace groundwork
