#include "tests/models/national/literal_rollout.hpp"

#include <algorithm>
#include <functional>

namespace groundwork::literal {

void Rollout::run() {
  start();
  for (int t = 0; t < program_.horizon.quarters(); ++t) {
    const double adoption = adopt(t), plan = plan_of(t);
    const Units units = units_of(t);
    double completed = 0.0;
    for (int k = 0; k < networks(); ++k) {
      set_needs(k, t, adoption);
      completed += build(k, t, plan * net(k, "plan_share"), units);
    }
    stations_ever_ += completed;
    answer_users(t, adoption);
    answer_coverage(t);
  }
  const auto saved = [](double alone, double actual) { return alone - actual; };
  const auto rate = [](double alone, double actual) { return 1.0 - actual / alone; };
  answers_.combine("capex_saving", "rollout_capex_alone", "rollout_capex", saved);
  answers_.combine("opex_saving", "rollout_opex_alone", "rollout_opex", saved);
  answers_.combine("capex_saving_rate", "rollout_capex_alone", "rollout_capex", rate);
  answers_.combine("opex_saving_rate", "rollout_opex_alone", "rollout_opex", rate);
}

double Rollout::footprint(int a) const {
  return std::sqrt(3.0) / 2.0 * std::pow(v_(std::string("rollout.intersite_km.") + types[a]), 2);
}

double Rollout::lead_quarters() const {
  const auto& stages = program_.inputs.rollout.construction.stages;
  const std::function<double(const std::string&)> end = [&](const std::string& name) {
    double begin = 0.0;
    for (const auto& stage : stages)
      if (stage.name == name)
        for (const std::string& before : stage.after) begin = std::max(begin, end(before));
    return begin + v_("construction.stages." + name + ".weeks");
  };
  double longest = 0.0;
  for (const auto& stage : stages) longest = std::max(longest, end(stage.name));
  return longest / 13.0 * v_("construction.duration_factor");
}

void Rollout::start() {
  sites_.resize(static_cast<std::size_t>(networks() * provinces() * 3));
  rate_ = 1.0 - std::exp(-2.0 / lead_quarters());
  stations_ever_ = v_("rollout.initial_stations");
  double sum = 0.0;
  for (int p = 0; p < provinces(); ++p) sum += land(p).population[0] * land(p).rich;
  const double planned = v_("rollout.plan." + std::to_string(program_.horizon.first_year())) / 4.0;
  for (int k = 0; k < networks(); ++k)
    for (int p = 0; p < provinces(); ++p) {
      const double w = land(p).population[0] * land(p).rich / sum;
      Site& here = site(k, p, 0);
      here.stock = stations_ever_ * net(k, "plan_share") * w;
      here.first = here.second = planned * net(k, "plan_share") * w / rate_;
      here.cobuilt = operators(k, 0) > 1 ? here.stock * net(k, "initial_cobuilt_share") : 0.0;
    }
}

double Rollout::adopt(int t) const {
  const double p = v_("adoption.innovation"), q = v_("adoption.imitation");
  const double since = program_.horizon.date(t) + 0.25 - program_.inputs.rollout.demand.launch.date();
  const double e = std::exp(-(p + q) * since);
  return v_("adoption.ceiling") * (1.0 - e) / (1.0 + q / p * e);
}

double Rollout::depth(int a, double now) const {
  const std::string key = std::string("rollout.depth.") + types[a];
  const double x0 = v_(key + ".from.0"), y0 = v_(key + ".from.1"), x1 = v_(key + ".to.0"), y1 = v_(key + ".to.1");
  if (now <= x0) return y0;
  if (now >= x1) return y1;
  return y0 + (y1 - y0) * (now - x0) / (x1 - x0);
}

double Rollout::plan_of(int t) {
  const double phi = v_("construction.productivity_autocorrelation"), sd = v_("construction.productivity_sd");
  wave_ = phi * wave_ + std::sqrt(1.0 - phi * phi) * v_.draw("construction.productivity", t);
  disruption_ *= std::exp(-1.0 / v_("construction.disruption.decay_quarters"));
  if (v_.draw("construction.disruption", t) < 1.0 - std::exp(-v_("construction.disruption.rate") / 4.0))
    disruption_ += v_("construction.disruption.depth");
  const double productivity = std::max(0.0, 1.0 - disruption_) * std::exp(sd * wave_ - sd * sd / 2.0);
  const double passed = std::clamp(program_.horizon.date(t) - v_("rollout.plan_factor_from"), 0.0, 1.0);
  const double g = 1.0 + (v_("rollout.plan_factor") - 1.0) * passed;
  const int year = program_.horizon.first_year() + program_.horizon.year_of(t);
  return v_("rollout.plan." + std::to_string(year)) / 4.0 * g * productivity;
}

void Rollout::set_needs(int k, int t, double adoption) {
  const double load = gb(t) * 8000.0 / (30.0 * 3600.0) * v_("traffic.busy_hour_share");
  const double capacity = net(k, "bandwidth_mhz") * v_("radio.spectral_efficiency") * v_("radio.sectors") *
                          v_("radio.downlink_share") * v_("radio.target_load");
  for (int p = 0; p < provinces(); ++p)
    for (int a = 0; a < 3; ++a) {
      const double n = operators(k, a);
      const double share = v_("sharing.cobuilt_share") * net(k, "cobuilt_share_factor");
      const double sigma = program_.inputs.sharing.enabled && n > 1 ? share : 0.0;
      const double cov = cov1(p, a) * depth(a, program_.horizon.date(t)) * v_("rollout.depth_factor") * land(p).demand;
      const double busy = land(p).population[a] * adoption * net(k, "market_share") * load *
                          v_(std::string("traffic.peak_to_mean.") + types[a]);
      const double together = std::max(cov, busy / (n * capacity)), own = std::max(cov, busy / n / capacity);
      Site& here = site(k, p, a);
      here.need = sigma * together + (1.0 - sigma) * n * own;
      here.fraction = sigma * together / here.need;
      here.replaced = n * own / together;
      here.gap = std::max(here.need - here.stock - here.first - here.second, 0.0);
    }
}

double Rollout::priority(int p, int a) const {
  return v_(std::string("rollout.priority.") + types[a]) * std::pow(land(p).rich, v_("rollout.affluence_priority")) *
         land(p).pace;
}

double Rollout::build(int k, int t, double plan, const Units& units) {
  double weighted = 0.0, completed = 0.0;
  for (int p = 0; p < provinces(); ++p)
    for (int a = 0; a < 3; ++a) weighted += priority(p, a) * site(k, p, a).gap;
  const double scale = plan / std::max(weighted, 1e-9);
  for (int p = 0; p < provinces(); ++p) {
    const Where where{k, p, t};
    Cost capital;
    for (int a = 0; a < 3; ++a) {
      Site& here = site(k, p, a);
      const double starts = here.gap * std::min(1.0, scale * priority(p, a));
      const double d1 = here.first * rate_, done = here.second * rate_;
      here.second += d1 - done;
      here.first += starts - d1;
      here.stock += done;
      here.cobuilt += here.fraction * done;
      completed += done;
      price(where, a, done, units, capital);
      answers_.add_flow("stations_built", answers_.scopes(p, network(k).name), t, done);
    }
    renew(where, units.capex[0], capital);
    answer_cost(where, capital, units);
  }
  return completed;
}

}  // namespace groundwork::literal

namespace groundwork {

void literal_rollout(const NationalProgram& program, const PathValues& v, Answers& answers) {
  literal::Rollout(program, v, answers).run();
}

}  // namespace groundwork
