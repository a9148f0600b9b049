#include "sim/contract/horizon.hpp"

#include <catch2/catch.hpp>

namespace groundwork {

TEST_CASE("a quarter knows its year and the date of its start") {
  CHECK(Quarter::of(2020, 1).year() == 2020);
  CHECK(Quarter::of(2020, 4).year() == 2020);
  CHECK(Quarter::of(2020, 3).date() == 2020.5);
  CHECK(Quarter::of(2020, 4) < Quarter::of(2021, 1));
  CHECK(Quarter{Quarter::of(2020, 4).index + 1} == Quarter::of(2021, 1));
}

TEST_CASE("whole years are counted whole") {
  const Horizon horizon{Quarter::of(2020, 1), Quarter::of(2030, 4)};
  CHECK(horizon.quarters() == 44);
  CHECK(horizon.years() == 11);
  CHECK(horizon.year_of(3) == 0);
  CHECK(horizon.year_of(4) == 1);
  CHECK(horizon.year_of(43) == 10);
  CHECK(horizon.date(43) == 2030.75);
}

TEST_CASE("a horizon from mid-year to mid-year touches incomplete years at both ends") {
  const Horizon horizon{Quarter::of(2020, 3), Quarter::of(2022, 1)};
  CHECK(horizon.quarters() == 7);
  CHECK(horizon.years() == 3);
  CHECK(horizon.first_year() == 2020);
  const int years[] = {0, 0, 1, 1, 1, 1, 2};
  const bool closing[] = {false, true, false, false, false, true, true};
  for (int t = 0; t < 7; ++t) {
    CHECK(horizon.year_of(t) == years[t]);
    CHECK(horizon.closes_year(t) == closing[t]);
    CHECK(horizon.elapsed(t) == t * 0.25);
    CHECK(horizon.date(t) == 2020.5 + t * 0.25);
  }
  CHECK(horizon.contains(2022));
  CHECK_FALSE(horizon.contains(2019));
  CHECK_FALSE(horizon.contains(2023));
}

TEST_CASE("a horizon of one quarter closes its year at once") {
  const Horizon horizon{Quarter::of(2021, 2), Quarter::of(2021, 2)};
  CHECK(horizon.quarters() == 1);
  CHECK(horizon.years() == 1);
  CHECK(horizon.closes_year(0));
}

}  // namespace groundwork
