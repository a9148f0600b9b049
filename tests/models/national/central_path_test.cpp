#include <catch2/catch.hpp>
#include <fstream>

#include "sim/base/text.hpp"
#include "sim/engine/runner.hpp"
#include "sim/engine/single_path.hpp"
#include "tests/models/national/country.hpp"

namespace groundwork {

namespace {

std::vector<std::vector<std::string>> rows_of(const std::string& file) {
  std::ifstream stream(std::string(GROUNDWORK_VALIDATION) + "/" + file);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(stream, line);) rows.push_back(split(line, ','));
  REQUIRE(rows.size() > 5);
  return rows;
}

struct Central {
  CountryReading reading = read_country({});
  PathRecord record = central_path(reading.value(), available_isas().back());

  double value(const std::string& metric, const std::string& scope, const std::string& period) const {
    const int cell = reading.program().table.find(metric, scope, period);
    REQUIRE(cell >= 0);
    return record.outputs[static_cast<std::size_t>(cell)];
  }
};

/// Our names of the columns of central_path.csv.
const std::vector<std::string> metrics{"",
                                       "stations_built",
                                       "stations",
                                       "stations_cobuilt",
                                       "population_covered",
                                       "users",
                                       "rollout_capex",
                                       "rollout_opex",
                                       "rollout_capex_alone",
                                       "rollout_opex_alone",
                                       "rollout_energy",
                                       "racks_built",
                                       "racks",
                                       "racks_used",
                                       "datacenter_capex",
                                       "datacenter_opex",
                                       "datacenter_energy"};

}  // namespace

// tests/validation/central_path*.csv were computed by an independent implementation of docs/models (ten digits).
TEST_CASE("the central path of the baseline agrees with an independent implementation year by year") {
  const Central central;
  const auto rows = rows_of("central_path.csv");
  REQUIRE(rows[0].size() == metrics.size());
  for (std::size_t row = 1; row < rows.size(); ++row)
    for (std::size_t column = 1; column < metrics.size(); ++column) {
      INFO(metrics[column] << " " << rows[row][0]);
      CHECK(central.value(metrics[column], "CN", rows[row][0]) == Approx(std::stod(rows[row][column])).epsilon(1e-9));
    }
}

TEST_CASE("the central path's totals agree with an independent implementation") {
  const Central central;
  const auto rows = rows_of("central_path_totals.csv");
  for (std::size_t row = 1; row < rows.size(); ++row) {
    INFO(rows[row][0] << " " << rows[row][1]);
    CHECK(central.value(rows[row][0], rows[row][1], rows[row][2]) == Approx(std::stod(rows[row][3])).epsilon(1e-9));
  }
}

TEST_CASE("the central path has the same bits at every width") {
  const CountryReading reading = read_country({});
  const PathRecord expected = central_path(reading.value(), Isa::scalar);
  for (const Isa isa : available_isas()) {
    INFO(name(isa));
    const PathRecord found = central_path(reading.value(), isa);
    CHECK(std::memcmp(found.outputs.data(), expected.outputs.data(), found.outputs.size() * sizeof(double)) == 0);
  }
}

TEST_CASE("a run of the baseline has the same digest at every width and for any number of threads") {
  const CountryReading reading = read_country({});
  std::vector<std::string> digests;
  for (const int threads : {1, 2})
    for (const Isa isa : available_isas()) {
      RunOptions options;
      options.threads = threads;
      options.isa = isa;
      digests.push_back(results_digest(run_paths(reading.value(), {600, 62, Sampler::mc}, options)));
    }
  for (const std::string& digest : digests) CHECK(digest == digests.front());
}

}  // namespace groundwork
