#include "models/rollout/pace.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "models/pipeline.hpp"
#include "tests/models/columns.hpp"

namespace groundwork {

namespace {

struct Site {
  Columns columns;
  ConstructionInputs inputs;
  RolloutFacts facts;

  explicit Site(int quarters) {
    inputs.duration_factor = columns.add(1.0);
    inputs.productivity_sd = columns.add(0.0);
    inputs.productivity_autocorrelation = columns.add(0.0);
    inputs.disruption_rate = columns.add(0.0);
    inputs.disruption_depth = columns.add(0.0);
    inputs.disruption_decay = columns.add(1.0);
    facts.productivity = columns.add_family(std::vector<double>(static_cast<std::size_t>(quarters), 0.0));
    facts.disruption = columns.add_family(std::vector<double>(static_cast<std::size_t>(quarters), 1.0));
  }
  void add_stage(double weeks, std::vector<int> after) {
    inputs.stages.push_back({"", columns.add(weeks), {}});
    facts.stage_order.push_back(static_cast<int>(facts.stage_order.size()));
    facts.stage_after.push_back(std::move(after));
  }
  double lead() const {
    std::vector<double> done(inputs.stages.size());
    return lead_quarters<double>(inputs, facts, columns.in(), done);
  }
};

}  // namespace

TEST_CASE("the lead time is the longest path through a diamond of stages") {
  Site site(1);
  site.add_stage(6, {});       // survey
  site.add_stage(8, {0});      // permit, on the longest path
  site.add_stage(5, {0});      // grid
  site.add_stage(12, {1, 2});  // build
  site.add_stage(20, {});      // equipment, beside all that
  CHECK(site.lead() == Approx(26.0 / 13.0).epsilon(1e-15));
  site.columns.set(site.inputs.stages[4].weeks, 39.0);  // the stage that nothing waits for becomes the longest
  CHECK(site.lead() == Approx(3.0).epsilon(1e-15));
  site.columns.set(site.inputs.duration_factor, 1.5);
  CHECK(site.lead() == Approx(4.5).epsilon(1e-15));
}

TEST_CASE("two stages of exponential duration share the lead time") {
  CHECK(stage_rate(2.0).done == Approx(0.6321205588).epsilon(1e-9));  // 1 - 1/e
  CHECK(stage_rate(4.0).done == Approx(0.3934693403).epsilon(1e-9));
  CHECK(stage_rate(1e-9).done == 1.0);
}

TEST_CASE("a disruption takes capacity and fades") {
  Site site(4);
  site.columns.set(site.inputs.disruption_rate, 4.0);  // odds of a quarter 1 - 1/e = 0.632
  site.columns.set(site.inputs.disruption_depth, 0.25);
  site.columns.set(site.inputs.disruption_decay, 2.0);
  const double u[] = {0.63, 0.64, 0.99, 0.1};
  for (int t = 0; t < 4; ++t) site.columns.set(site.facts.disruption, t, u[t]);
  const auto in = site.columns.in();
  Pace<double> pace(site.inputs, site.facts, in);
  // X = 0.25; 0.25·e^-0.5; 0.25·e^-1; 0.25·e^-1.5 + 0.25
  CHECK(pace.next(0, in) == Approx(0.75).epsilon(1e-10));
  CHECK(pace.next(1, in) == Approx(1.0 - 0.1516326649).epsilon(1e-9));
  CHECK(pace.next(2, in) == Approx(1.0 - 0.0919698603).epsilon(1e-9));
  CHECK(pace.next(3, in) == Approx(1.0 - 0.3057825400).epsilon(1e-9));
}

TEST_CASE("disruptions never take more than all capacity") {
  Site site(3);
  site.columns.set(site.inputs.disruption_rate, 100.0);
  site.columns.set(site.inputs.disruption_depth, 0.9);
  site.columns.set(site.inputs.disruption_decay, 400.0);
  for (int t = 0; t < 3; ++t) site.columns.set(site.facts.disruption, t, 0.0);
  const auto in = site.columns.in();
  Pace<double> pace(site.inputs, site.facts, in);
  CHECK(pace.next(0, in) == Approx(0.1));
  CHECK(pace.next(1, in) == 0.0);
  CHECK(pace.next(2, in) == 0.0);
}

TEST_CASE("productivity settles to a log-normal spread around one, correlated from quarter to quarter") {
  constexpr int chains = 20'000, quarters = 24;
  constexpr double phi = 0.6, sd = 0.3;
  Site site(quarters);
  site.columns.set(site.inputs.productivity_sd, sd);
  site.columns.set(site.inputs.productivity_autocorrelation, phi);
  std::mt19937_64 generator(3);
  std::normal_distribution<double> normal;
  double first_squares = 0.0, sum = 0.0, squares = 0.0, products = 0.0, level = 0.0;
  for (int chain = 0; chain < chains; ++chain) {
    for (int t = 0; t < quarters; ++t) site.columns.set(site.facts.productivity, t, normal(generator));
    const auto in = site.columns.in();
    Pace<double> pace(site.inputs, site.facts, in);
    double before = 0.0, score = 0.0;
    for (int t = 0; t < quarters; ++t) {
      const double productivity = pace.next(t, in);
      before = score;
      score = std::log(productivity) / sd + 0.5 * sd;
      if (t == 0) first_squares += score * score;
      if (t + 1 == quarters) level += productivity;
    }
    sum += score;
    squares += score * score;
    products += score * before;
  }
  // Four standard errors: a false alarm in 16,000 for each check; catches a bias of 3 % of the spread.
  const double root_n = std::sqrt(chains);
  CHECK(std::fabs(sum / chains) < 4.0 / root_n);
  CHECK(std::fabs(squares / chains - 1.0) < 4.0 * std::sqrt(2.0) / root_n);
  CHECK(std::fabs(products / chains - phi) < 4.0 * std::sqrt(1.0 + phi * phi) / root_n);
  CHECK(std::fabs(first_squares / chains - (1.0 - phi * phi)) < 4.0 * std::sqrt(2.0) * (1.0 - phi * phi) / root_n);
  CHECK(std::fabs(level / chains - 1.0) < 4.0 * std::sqrt(std::exp(sd * sd) - 1.0) / root_n);
}

}  // namespace groundwork
