#pragma once

#include <map>
#include <string>

#include "models/national.hpp"
#include "sim/engine/single_path.hpp"

namespace groundwork {

/// The numbers of one path, by the names that scenarios use.
class PathValues {
 public:
  PathValues(const Study& study, const PathRecord& record);
  double operator()(const std::string& key) const { return inputs_.at(key); }
  double draw(const std::string& stream, int index = 0) const { return draws_.at({stream, index}); }

 private:
  std::map<std::string, double> inputs_;
  std::map<std::pair<std::string, int>, double> draws_;
};

/// Answers by metric, scope and period.
class Answers {
 public:
  explicit Answers(const NationalProgram& program) : program_(program) {}

  /// Adds a flow of quarter t to its year and the total, of each of the scopes.
  void add_flow(const std::string& metric, const std::vector<std::string>& scopes, int t, double value);
  /// Adds to the year that quarter t closes, if it does.
  void add_stock(const std::string& metric, const std::vector<std::string>& scopes, int t, double value);
  void add_whole(const std::string& metric, const std::vector<std::string>& scopes, double value);
  /// Country, region and code of province p, and maybe one scope more.
  std::vector<std::string> scopes(int p, const std::string& more = "") const;
  /// Sets `metric` to combine(a, b) in every cell that metric `a` has.
  void combine(const std::string& metric, const std::string& a, const std::string& b,
               double (*combined)(double, double));

  const std::map<std::string, double>& cells(const std::string& metric) const { return cells_.at(metric); }
  const std::map<std::string, std::map<std::string, double>>& all() const { return cells_; }

 private:
  std::string year(int t) const;
  const NationalProgram& program_;
  std::map<std::string, std::map<std::string, double>> cells_;  ///< By metric, then "scope|period".
};

/// model.md's sections 1 to 4 and the stations' part of 6 in plain code, equation by equation: nothing is shared
/// between networks, places or quarters, and nothing is simplified.
void literal_rollout(const NationalProgram& program, const PathValues& v, Answers& answers);

/// Section 5, and the racks' part of 6.
void literal_datacenter(const NationalProgram& program, const PathValues& v, Answers& answers);

/// Section 1: a province on one path.
struct LiteralProvince {
  double rich = 1.0, cost_index = 1.0, demand = 1.0, pace = 1.0;
  double population[3] = {}, area[3] = {};
};
std::vector<LiteralProvince> literal_geography(const NationalProgram& program, const PathValues& v);

/// Section 6: worth at the start of money in quarter t.
double literal_discount(const PathValues& v, int t);

}  // namespace groundwork
