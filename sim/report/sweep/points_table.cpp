#include "sim/report/sweep/points_table.hpp"

#include "sim/base/text.hpp"
#include "sim/report/display.hpp"
#include "sim/report/sweep/sweep_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

std::string points_table(const Sweep& sweep, const std::vector<std::size_t>& points,
                         const std::vector<std::size_t>& figures, Language language) {
  constexpr std::size_t longest = 28;
  const SweepHead& head = sweep.head;
  std::vector<std::string> header{Words{"point", "点"}.in(language)};
  for (const SweepColumn& factor : head.factors) header.push_back(shortened(factor.name, longest + 20));
  for (const std::size_t figure : figures) {
    header.push_back(figure_label(head.figures[figure], language));
    header.push_back(Words{"+- error", "标准误"}.in(language));
  }
  TextGrid grid(header);
  for (const std::size_t index : points) {
    const SweepPoint& point = sweep.points[index];
    std::vector<std::string> row{grouped(point.number)};
    for (std::size_t factor = 0; factor < head.factors.size(); ++factor)
      row.push_back(shortened(factor_value(head, point, factor), longest));
    for (const std::size_t figure : figures) {
      row.push_back(figure_value(head.figures[figure], point.figures[figure].mean, language));
      row.push_back(figure_error(head.figures[figure], point.figures[figure].standard_error, language));
    }
    grid.add(std::move(row));
  }
  return grid.text();
}

}  // namespace groundwork
