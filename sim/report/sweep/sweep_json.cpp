#include "sim/report/sweep/sweep_json.hpp"

#include <utility>

#include "sim/analysis/sweep/best_points.hpp"
#include "sim/analysis/sweep/main_effects.hpp"
#include "sim/analysis/sweep/pareto_front.hpp"
#include "sim/report/json.hpp"

namespace groundwork {

namespace {

Json factors_json(const SweepHead& head) {
  Json list = Json::array();
  for (const SweepColumn& factor : head.factors) list.push_back({{"name", factor.name}, {"inputs", factor.inputs}});
  return list;
}

const char* spread_name(Spread spread) {
  switch (spread) {
    case Spread::varies:
      return "varies";
    case Spread::constant:
      return "constant";
    case Spread::undefined:
      return "undefined";
  }
  return "";
}

Json best_json(const Sweep& sweep, const BestPoint& best) {
  const SweepFigure& figure = sweep.head.figures[best.figure];
  const bool is_any = figure.metric.better != Better::neither || figure.pareto != Better::neither;
  if (!is_any || best.spread != Spread::varies) return nullptr;
  const SweepPoint& point = sweep.points[best.point];
  return {{"point", point.number},
          {"mean", number_or_null(point.figures[best.figure].mean)},
          {"se", number_or_null(point.figures[best.figure].standard_error)},
          {"not_told_apart", best.equals}};
}

Json effects_json(const Sweep& sweep, const std::vector<MainEffect>& effects, std::size_t figure) {
  Json list = Json::array();
  for (const MainEffect& effect : effects) {
    if (effect.figure != figure) continue;
    Json levels = Json::array();
    for (const LevelMean& level : effect.levels)
      levels.push_back({{"at", level.level},
                        {"mean", number_or_null(level.mean)},
                        {"se_at_most", number_or_null(level.standard_error)},
                        {"points", level.points}});
    list.push_back({{"factor", sweep.head.factors[effect.factor].name},
                    {"span", number_or_null(effect.span())},
                    {"levels", levels}});
  }
  return list;
}

Json figures_json(const Sweep& sweep) {
  const std::vector<MainEffect> effects = main_effects(sweep);
  const std::vector<BestPoint> best = best_points(sweep);
  Json list = Json::array();
  for (std::size_t i = 0; i < sweep.head.figures.size(); ++i) {
    const SweepFigure& figure = sweep.head.figures[i];
    Json json{{"name", figure.name}};
    json.update(figure_json(figure.metric, {figure.scope, Words::same(figure.scope), ""}, figure.period));
    json["pareto"] = figure.pareto == Better::neither ? Json(nullptr) : Json(name(figure.pareto));
    json["over_points"] = spread_name(best[i].spread);
    json["best"] = best_json(sweep, best[i]);
    json["main_effects"] = effects_json(sweep, effects, i);
    list.push_back(std::move(json));
  }
  return list;
}

Json front_json(const Sweep& sweep) {
  if (!has_pareto(sweep.head)) return nullptr;
  const std::vector<FrontStanding> standings = pareto_standings(sweep);
  Json list = Json::array();
  for (std::size_t i = 0; i < standings.size(); ++i)
    if (standings[i] == FrontStanding::front) list.push_back(sweep.points[i].number);
  return list;
}

Json point_json(const Sweep& sweep, const SweepPoint& point) {
  Json values = Json::array();
  for (std::size_t i = 0; i < sweep.head.factors.size(); ++i) values.push_back(factor_value(sweep.head, point, i));
  Json figures = Json::array();
  for (const Summary& figure : point.figures)
    figures.push_back({{"mean", number_or_null(figure.mean)},
                       {"se", number_or_null(figure.standard_error)},
                       {"p05", number_or_null(figure.quantile[Summary::p05])},
                       {"p50", number_or_null(figure.quantile[Summary::p50])},
                       {"p95", number_or_null(figure.quantile[Summary::p95])}});
  return {{"point", point.number}, {"values", values}, {"figures", figures}};
}

/// Each finished point with its values by factor, and its figures in the order of `figures`.
Json points_json(const Sweep& sweep) {
  Json list = Json::array();
  for (const SweepPoint& point : sweep.points) list.push_back(point_json(sweep, point));
  if (!has_pareto(sweep.head)) return list;
  const std::vector<FrontStanding> standings = pareto_standings(sweep);
  for (std::size_t i = 0; i < standings.size(); ++i) list[i]["pareto"] = name(standings[i]);
  return list;
}

}  // namespace

std::string sweep_json(const Sweep& sweep, const std::string& version) {
  const SweepHead& head = sweep.head;
  Json json = head_json("sweep", version);
  json.update(Json{{"title", head.title},
                   {"scenario", head.scenario},
                   {"scenario_title", head.scenario_title},
                   {"sweep_digest", head.digest},
                   {"design", head.design},
                   {"points", head.points},
                   {"points_finished", sweep.points.size()},
                   {"factors", factors_json(head)},
                   {"figures", figures_json(sweep)},
                   {"errors_to_tell_apart", told_apart_errors(sweep)},
                   {"pareto_front", front_json(sweep)},
                   {"results", points_json(sweep)}});
  return json.dump(2) + "\n";
}

}  // namespace groundwork
