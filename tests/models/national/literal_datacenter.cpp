#include <algorithm>
#include <cmath>
#include <limits>

#include "tests/models/national/literal.hpp"

namespace groundwork {

namespace {

using Row = std::vector<double>;

/// Shortest routes by Floyd and Warshall over the links of the backbone.
std::vector<Row> all_routes(const NationalProgram& program) {
  std::vector<std::string> nodes = program.provinces.codes();
  const Table& backbone = program.inputs.geography.backbone;
  const auto number = [&](const std::string& name) {
    const auto found = std::ranges::find(nodes, name);
    if (found == nodes.end()) nodes.push_back(name);
    return static_cast<std::size_t>(std::ranges::find(nodes, name) - nodes.begin());
  };
  for (int row = 0; row < backbone.rows(); ++row) {
    number(backbone.text(row, "from"));
    number(backbone.text(row, "to"));
  }
  std::vector<Row> km(nodes.size(), Row(nodes.size(), std::numeric_limits<double>::infinity()));
  for (std::size_t i = 0; i < nodes.size(); ++i) km[i][i] = 0.0;
  for (int row = 0; row < backbone.rows(); ++row) {
    const std::size_t i = number(backbone.text(row, "from")), j = number(backbone.text(row, "to"));
    km[i][j] = km[j][i] = std::min(km[i][j], backbone.number(row, "route_km"));
  }
  for (std::size_t via = 0; via < nodes.size(); ++via)
    for (std::size_t i = 0; i < nodes.size(); ++i)
      for (std::size_t j = 0; j < nodes.size(); ++j) km[i][j] = std::min(km[i][j], km[i][via] + km[via][j]);
  return km;
}

Row normalised(Row values) {
  double sum = 0.0;
  for (const double value : values) sum += value;
  for (double& value : values) value /= sum;
  return values;
}

struct Hall {
  double racks = 0.0, first = 0.0, second = 0.0, equipped = 0.0, pue = 0.0, cost = 0.0;
};

class Datacenters {
 public:
  Datacenters(const NationalProgram& program, const PathValues& v, Answers& answers)
      : program_(program), v_(v), answers_(answers), land_(literal_geography(program, v)) {}

  void run() {
    start();
    share_demand_out();
    for (int t = 0; t < program_.horizon.quarters(); ++t) {
      const double passed = std::min(1.0, t / 4.0 / dc("growth_fade_years"));
      const double growth = dc("growth_start") + (dc("growth_end") - dc("growth_start")) * passed;
      demand_ *= std::exp(growth / 4.0 + dc("demand_sd") * 0.5 * v_.draw("datacenter.demand", t));
      for (std::size_t p = 0; p < halls_.size(); ++p) run_province(p, t, growth);
    }
    answers_.combine("rack_utilisation", "racks_used", "racks", [](double used, double all) { return used / all; });
  }

 private:
  double dc(const std::string& key) const { return v_("datacenter." + key); }
  const Province& province(std::size_t p) const { return program_.provinces.list[p]; }

  Row weights(double elasticity, bool with_demand) const {
    Row values;
    for (std::size_t p = 0; p < land_.size(); ++p)
      values.push_back(province(p).gdp_cny * std::pow(land_[p].rich, elasticity) *
                       (with_demand ? land_[p].demand : 1.0));
    return normalised(values);
  }

  void start() {
    attraction_ = weights(0.5, false);
    rate_ = 1.0 - std::exp(-2.0 / (4.0 * dc("lead_years")));
    demand_ = dc("initial_racks") * dc("initial_utilisation");
    const double r = v_("finance.discount_rate");
    const double crf = r / (1.0 - std::pow(1.0 + r, -dc("facility_life")));
    for (std::size_t p = 0; p < land_.size(); ++p) {
      Hall hall;
      hall.racks = dc("initial_racks") * attraction_[p];
      hall.first = hall.second = hall.racks * (dc("growth_start") / 4.0) / rate_;
      hall.equipped = hall.racks * dc("initial_utilisation");
      const double warm = std::max(province(p).mean_temperature_c, 0.0);
      hall.pue = std::clamp(dc("pue.base") + dc("pue.per_degree") * warm, dc("pue.floor"), dc("pue.cap"));
      hall.cost = crf * dc("facility_capex") * land_[p].cost_index +
                  dc("rack_kw") * 8760.0 * dc("utilisation_target") * hall.pue * tariff(p) +
                  dc("staff") * land_[p].cost_index;
      halls_.push_back(hall);
    }
  }

  double tariff(std::size_t p) const { return province(p).tariff_cny_per_kwh * dc("tariff_factor"); }

  void share_demand_out() {
    const std::vector<Row> km = all_routes(program_);
    const Row wanted = weights(0.3, true);
    dest_.assign(halls_.size(), 0.0);
    from_.assign(program_.provinces.regions.size(), Row(halls_.size(), 0.0));
    for (std::size_t p = 0; p < halls_.size(); ++p) {
      Row any, hot;
      for (std::size_t q = 0; q < halls_.size(); ++q) {
        // costs relative to the home province, which leaves the shares as they are
        const double more = halls_[q].cost - halls_[p].cost + dc("transport") * km[p][q];
        const double chosen = dc("attraction." + province(q).region);
        any.push_back(attraction_[q] * chosen * std::exp(-more / dc("siting_sensitivity")));
        const bool near = 2.0 * km[p][q] / 200.0 + dc("switching_latency_ms") <= dc("hot_latency_ms");
        hot.push_back(near ? any.back() : 0.0);
      }
      any = normalised(any);
      hot = normalised(hot);
      for (std::size_t q = 0; q < halls_.size(); ++q) {
        const double share = wanted[p] * (dc("hot_share") * hot[q] + (1.0 - dc("hot_share")) * any[q]);
        dest_[q] += share;
        from_[static_cast<std::size_t>(program_.provinces.region_of[p])][q] += share;
      }
    }
  }

  void run_province(std::size_t p, int t, double growth) {
    Hall& hall = halls_[p];
    const double tm = t / 4.0, inflation = std::exp(v_("finance.inflation") * tm);
    const double target = demand_ * std::exp(growth * dc("lead_years")) * dest_[p] / dc("utilisation_target");
    const double gap = std::max(target - hall.racks - hall.first - hall.second, 0.0);
    const double starts = gap * std::min(1.0, dc("catch_up") * land_[p].pace);
    const double d1 = hall.first * rate_, built = hall.second * rate_;
    hall.second += d1 - built;
    hall.first += starts - d1;
    hall.racks += built;
    const double used = std::min(demand_ * dest_[p], hall.racks);
    const double newly = std::max(used - hall.equipped, 0.0), refresh = hall.equipped / (4.0 * dc("it_life"));
    hall.equipped += newly;
    const double ci = land_[p].cost_index;
    const double facility = built * dc("facility_capex") * ci * inflation;
    const double servers = (newly + refresh) * dc("it_capex") * std::exp(dc("it_price_drift") * tm);
    const double kwh = used * dc("rack_kw") * 8760.0 / 4.0 * hall.pue;
    const double upkeep = hall.racks * inflation * (dc("staff") * ci + dc("maintenance_share") * dc("facility_capex"));
    answers_.add_flow("datacenter_item_cost", {"rack-facility"}, t, facility);
    answers_.add_flow("datacenter_item_cost", {"rack-servers"}, t, servers);
    answers_.add_flow("datacenter_item_cost", {"rack-electricity"}, t, kwh * tariff(p));
    answers_.add_flow("datacenter_item_cost", {"rack-upkeep"}, t, upkeep / 4.0);
    answer(p, t, {built, used, facility + servers, kwh * tariff(p) + upkeep / 4.0, kwh});
  }

  struct Quarterly {
    double built, used, capex, opex, kwh;
  };
  void answer(std::size_t p, int t, const Quarterly& quarter) {
    const std::vector<std::string> scopes = answers_.scopes(static_cast<int>(p));
    answers_.add_flow("racks_built", scopes, t, quarter.built);
    answers_.add_stock("racks", scopes, t, halls_[p].racks);
    answers_.add_stock("racks_used", scopes, t, quarter.used);
    for (std::size_t from = 0; from < from_.size(); ++from)
      answers_.add_stock("rack_flow", {program_.provinces.regions[from] + "-to-" + province(p).region}, t,
                         quarter.used * from_[from][p] / dest_[p]);
    answers_.add_flow("datacenter_capex", scopes, t, quarter.capex);
    answers_.add_flow("datacenter_opex", scopes, t, quarter.opex);
    answers_.add_flow("datacenter_energy", scopes, t, quarter.kwh);
    const double spent = literal_discount(v_, t) * (quarter.capex + quarter.opex);
    const double earned = literal_discount(v_, t) * quarter.used * v_("revenue.rack_rent") / 4.0;
    const std::vector<std::string> owners = answers_.scopes(static_cast<int>(p), "datacenter");
    answers_.add_whole("tco", owners, spent);
    answers_.add_whole("npv", owners, earned - spent);
  }

  const NationalProgram& program_;
  const PathValues& v_;
  Answers& answers_;
  std::vector<LiteralProvince> land_;
  std::vector<Hall> halls_;
  Row attraction_, dest_;
  std::vector<Row> from_;  ///< By region, demand that each province serves.
  double rate_ = 0.0, demand_ = 0.0;
};

}  // namespace

void literal_datacenter(const NationalProgram& program, const PathValues& v, Answers& answers) {
  Datacenters(program, v, answers).run();
}

}  // namespace groundwork
