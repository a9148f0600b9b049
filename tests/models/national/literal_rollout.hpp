#pragma once

#include <array>
#include <cmath>

#include "tests/models/national/literal.hpp"

/// The stations' part of tests/models/national/literal.hpp.
namespace groundwork::literal {

inline constexpr const char* types[3] = {"urban", "town", "rural"};
inline constexpr const char* capex_names[6] = {"ran", "civil", "power", "transmission", "engineering", "core"};

struct Site {
  double stock = 0.0, first = 0.0, second = 0.0, cobuilt = 0.0;
  double need = 0.0, fraction = 0.0, replaced = 1.0, gap = 0.0;
};

/// Unit costs of one quarter.
struct Units {
  std::array<double, 6> capex{};
  double single = 0.0, kwh = 0.0;
};

class Rollout {
 public:
  Rollout(const NationalProgram& program, const PathValues& v, Answers& answers)
      : program_(program), v_(v), answers_(answers), land_(literal_geography(program, v)) {}

  void run();

 private:
  /// Network, province and quarter.
  struct Where {
    int k, p, t;
  };
  /// Cost of one of these, as built and had each gone alone, CNY.
  struct Cost {
    double actual = 0.0, alone = 0.0;
  };
  /// Notes what an item costs the country and the network, and what sharing saves of it.
  void answer_item(const Where& where, const std::string& item, const Cost& cost);

  int networks() const { return static_cast<int>(program_.inputs.rollout.networks.size()); }
  int provinces() const { return program_.provinces.count(); }
  const Province& province(int p) const { return program_.provinces.list[static_cast<std::size_t>(p)]; }
  const NetworkInputs& network(int k) const { return program_.inputs.rollout.networks[static_cast<std::size_t>(k)]; }
  double net(int k, const std::string& what) const { return v_("network." + network(k).name + "." + what); }
  double operators(int k, int a) const { return network(k).operators[static_cast<std::size_t>(a)]; }
  Site& site(int k, int p, int a) { return sites_[static_cast<std::size_t>((k * provinces() + p) * 3 + a)]; }
  const LiteralProvince& land(int p) const { return land_[static_cast<std::size_t>(p)]; }
  double inflated(int t) const { return std::exp(v_("finance.inflation") * t / 4.0); }

  double footprint(int a) const;
  double cov1(int p, int a) const { return land(p).area[a] / footprint(a); }

  double lead_quarters() const;
  void start();
  double adopt(int t) const;
  double gb(int t) const { return v_("traffic.gb_per_user_month") * std::exp(v_("traffic.growth") * t / 4.0); }

  double depth(int a, double now) const;
  double plan_of(int t);
  void set_needs(int k, int t, double adoption);
  double priority(int p, int a) const;
  Units units_of(int t) const;
  double build(int k, int t, double plan, const Units& units);
  void price(const Where& where, int a, double done, const Units& units, Cost& capital);
  void renew(const Where& where, double ran, Cost& capital);
  void answer_cost(const Where& where, const Cost& capital, const Units& units);
  void answer_users(int t, double adoption);
  void answer_coverage(int t);

  const NationalProgram& program_;
  const PathValues& v_;
  Answers& answers_;
  std::vector<LiteralProvince> land_;
  std::vector<Site> sites_;
  std::map<std::array<int, 3>, double> equipment_, equipment_alone_;
  double rate_ = 0.0, stations_ever_ = 0.0, wave_ = 0.0, disruption_ = 0.0;
};

}  // namespace groundwork::literal
