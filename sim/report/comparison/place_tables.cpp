#include "sim/report/comparison/place_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "sim/report/amount.hpp"
#include "sim/report/chinese_title.hpp"
#include "sim/report/comparison/comparison_words.hpp"
#include "sim/report/display.hpp"
#include "sim/report/run/console_words.hpp"
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
std::string place_count(const Figures& places, std::size_t option, Language language) {
  if (places.empty() || places.front().metric.better == Better::neither) return "";
  const double sign = places.front().metric.better == Better::higher ? 1.0 : -1.0;
  std::size_t better = 0, worse = 0;
  for (const FigureComparison& place : places) {
    const Summary& difference = place.differences[option - 1].difference;
    if (!is_clear(difference)) continue;
    ++(sign * difference.mean > 0.0 ? better : worse);
  }
  const std::size_t unclear = places.size() - better - worse;
  return Words{
      fmt::format("On average better in {}, worse in {}, no clear difference in {}.\n", better, worse, unclear),
      fmt::format("平均而言，{} 个{}更优，{} 个更差，{} 个无明显差异。\n", better,
                  scope_kind_title(places.front().scope.kind).zh, worse, unclear)}
      .in(language);
}

/// "tco [CNY bn] (total), B less A:"
std::string table_title(const Comparison& comparison, const FigureComparison& figure, std::size_t option,
                        Language language) {
  const std::string unit = difference_display(figure.metric, language).label;
  const std::string difference = difference_label(comparison, option, language);
  return Words{fmt::format("{} ({}), {}:\n", labelled(figure.metric.name, unit, language), figure.period, difference),
               fmt::format("{}{}，{}：\n", chinese_title(figure.metric, "", figure.period),
                           unit.empty() ? "" : "，单位：" + unit, difference)}
      .in(language);
}

std::string place_table(const Comparison& comparison, const FigureComparison& figure, std::size_t option,
                        Language language) {
  const Figures places = places_of(comparison, figure, option);
  const Display display = difference_display(figure.metric, language);
  TextGrid grid({Words{comparison.by, scope_kind_title(comparison.by).zh}.in(language), "",
                 Words{"mean", "均值"}.in(language), Words{"+- error", "标准误"}.in(language),
                 Words{"better", "更优"}.in(language)});
  Display fine = display, finer = display;
  fine.decimals += 1;
  finer.decimals += 2;
  for (const FigureComparison& place : places) {
    const PairedDifference& paired = place.differences[option - 1];
    std::vector<std::string> row = place_cells(place.scope, language);
    row.push_back(display_value(paired.difference.mean, fine, language));
    row.push_back(display_value(paired.difference.standard_error, finer, language));
    row.push_back(percent(paired.better.mean, language));
    grid.add(std::move(row));
  }
  return table_title(comparison, figure, option, language) + grid.text() + place_count(places, option, language) + "\n";
}

}  // namespace

std::string place_tables(const Comparison& comparison, Language language) {
  if (comparison.places.empty()) return "";
  std::string out;
  for (std::size_t option = 1; option < comparison.options.size(); ++option)
    for (const FigureComparison& figure : comparison.figures) out += place_table(comparison, figure, option, language);
  return out;
}

}  // namespace groundwork
