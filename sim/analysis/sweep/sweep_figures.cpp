#include "sim/analysis/sweep/sweep_figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/text.hpp"
#include "sim/contract/figure.hpp"

namespace groundwork {

namespace {

constexpr const char* no_direction = "'{}' is neither better high nor low";

class FigureFinder {
 public:
  FigureFinder(const OutputTable& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

  void add_headlines() {
    for (const int cell : table_.headline_cells()) add(cell, "");
  }

  /// The figure of a name; null with an error at its place.
  SweepFigure* find(const NamedFigure& named) {
    Diagnostics found;
    const auto cell = find_figure(table_, named.text, found);
    for (const Diagnostic& problem : found.all()) diagnostics_.error(named.position, problem.problem, problem.hint);
    return cell ? &add(*cell, named.text) : nullptr;
  }

  void add_pareto(const NamedFigure& named) {
    SweepFigure* const figure = find(named);
    if (figure == nullptr) return;
    figure->pareto = named.better.value_or(figure->metric.better);
    if (figure->pareto == Better::neither)
      diagnostics_.error(
          named.position, fmt::format(no_direction, named.text),
          fmt::format("say which way you want it: {{ metric = \"{}\", better = \"lower\" }}", named.text));
  }

  std::vector<SweepFigure> take() && { return std::move(found_); }

 private:
  SweepFigure& add(int index, const std::string& asked) {
    const Cell cell = table_.at(index);
    const MetricBlock& block = table_.block(cell.block);
    const std::string& scope = table_.scopes()[static_cast<std::size_t>(cell.scope)].name;
    const std::string& period = block.periods[static_cast<std::size_t>(cell.period)];
    const std::string name = fmt::format("{}:{}:{}", block.metric.name, scope, period);
    const auto known = std::ranges::find(found_, name, &SweepFigure::name);
    if (known != found_.end()) return *known;
    return found_.emplace_back(
        SweepFigure{name, asked.empty() ? block.metric.name : asked, block.metric, scope, period, Better::neither});
  }

  const OutputTable& table_;
  Diagnostics& diagnostics_;
  std::vector<SweepFigure> found_;
};

/// Whether `asked` may mean the figure: the same metric, and no other scope or period than the figure's.
bool may_mean(const std::string& asked, const SweepFigure& figure) {
  const std::vector<std::string> parts = split(asked, ':');
  const std::vector<std::string> own = split(figure.name, ':');
  return parts.front() == own.front() &&
         std::ranges::all_of(parts, [&](const std::string& part) { return std::ranges::find(own, part) != own.end(); });
}

/// The figure that the text means: as the sweep names it, or the only one that it may mean.
SweepFigure* stored_figure(std::vector<SweepFigure>& figures, const std::string& text, Diagnostics& diagnostics) {
  std::vector<std::string> names, candidates;
  SweepFigure* only = nullptr;
  for (SweepFigure& figure : figures) {
    if (text == figure.asked || text == figure.name) return &figure;
    names.push_back(figure.asked);
    if (!may_mean(text, figure)) continue;
    only = &figure;
    candidates.push_back(figure.name);
  }
  if (candidates.size() == 1) return only;
  const std::string like = closest(text, names);
  if (candidates.empty())
    diagnostics.error({}, fmt::format("the sweep has no figure '{}'", text),
                      like.empty() ? "it has " + joined(names, ", ") : fmt::format("did you mean '{}'?", like));
  else
    diagnostics.error({}, fmt::format("'{}' may be any of {}", text, joined(candidates, ", ")), "name one of them");
  return nullptr;
}

}  // namespace

std::vector<SweepFigure> find_sweep_figures(const SweepFile& sweep, const OutputTable& table,
                                            Diagnostics& diagnostics) {
  FigureFinder finder(table, diagnostics);
  if (sweep.metrics.empty()) finder.add_headlines();
  for (const NamedFigure& metric : sweep.metrics) finder.find(metric);
  for (const NamedFigure& figure : sweep.pareto) finder.add_pareto(figure);
  return std::move(finder).take();
}

void choose_pareto(std::vector<SweepFigure>& figures, const std::vector<std::string>& asked, Diagnostics& diagnostics) {
  if (asked.empty()) return;
  for (SweepFigure& figure : figures) figure.pareto = Better::neither;
  for (const std::string& text : asked) {
    const std::vector<std::string> parts = split(text, '=');
    SweepFigure* const figure = stored_figure(figures, parts.front(), diagnostics);
    if (figure == nullptr) continue;
    figure->pareto = figure->metric.better;
    if (parts.size() == 2 && (parts[1] == "lower" || parts[1] == "higher"))
      figure->pareto = parts[1] == "lower" ? Better::lower : Better::higher;
    else if (parts.size() > 1)
      diagnostics.error({}, fmt::format("--pareto {}: a figure may be =lower or =higher", text));
    else if (figure->pareto == Better::neither)
      diagnostics.error({}, fmt::format(no_direction, text), fmt::format("say --pareto {0}=lower or {0}=higher", text));
  }
}

}  // namespace groundwork
