#include "sim/report/comparison/place_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "sim/report/comparison/comparison_words.hpp"
#include "sim/report/display.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

using Figures = std::vector<FigureComparison>;

/// The places of one figure, those that gain most first.
Figures places_of(const Comparison& comparison, const FigureComparison& figure, std::size_t option) {
  Figures places;
  std::ranges::copy_if(comparison.places, std::back_inserter(places), [&](const FigureComparison& place) {
    return place.metric.name == figure.metric.name && place.period == figure.period;
  });
  const double sign = figure.metric.better == Better::lower ? 1.0 : -1.0;
  std::ranges::stable_sort(places, {}, [&](const FigureComparison& place) {
    const double mean = place.differences[option - 1].difference.mean;
    return std::isnan(mean) ? HUGE_VAL : sign * mean;
  });
  return places;
}

/// "Better in 20 provinces, worse in 11", on average and beyond Monte-Carlo error.
std::string place_count(const Figures& places, std::size_t option) {
  if (places.empty() || places.front().metric.better == Better::neither) return "";
  const double sign = places.front().metric.better == Better::higher ? 1.0 : -1.0;
  std::size_t better = 0, worse = 0;
  for (const FigureComparison& place : places) {
    const Summary& difference = place.differences[option - 1].difference;
    if (!is_clear(difference)) continue;
    ++(sign * difference.mean > 0.0 ? better : worse);
  }
  return fmt::format("On average better in {}, worse in {}, no clear difference in {}.\n", better, worse,
                     places.size() - better - worse);
}

std::string place_table(const Comparison& comparison, const FigureComparison& figure, std::size_t option) {
  const Figures places = places_of(comparison, figure, option);
  const Display display = difference_display(figure.metric);
  const std::string unit = display.label.empty() ? "" : fmt::format(" [{}]", display.label);
  const std::string title = fmt::format("{}{} ({}), {} less {}:\n", figure.metric.name, unit, figure.period,
                                        comparison.options[option].name, comparison.options.front().name);
  TextGrid grid({comparison.by, "", "mean", "+- error", "better"});
  Display fine = display, finer = display;
  fine.decimals += 1;
  finer.decimals += 2;
  for (const FigureComparison& place : places) {
    const PairedDifference& paired = place.differences[option - 1];
    grid.add({place.scope.name, place.scope.title.en == place.scope.name ? "" : place.scope.title.en,
              display_value(paired.difference.mean, fine), display_value(paired.difference.standard_error, finer),
              percent(paired.better.mean)});
  }
  return title + grid.text() + place_count(places, option) + "\n";
}

}  // namespace

std::string place_tables(const Comparison& comparison) {
  if (comparison.places.empty()) return "";
  std::string out;
  for (std::size_t option = 1; option < comparison.options.size(); ++option)
    for (const FigureComparison& figure : comparison.figures) out += place_table(comparison, figure, option);
  return out;
}

}  // namespace groundwork
