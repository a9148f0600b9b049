#include "sim/store/sweep_keeper.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/base/diagnostics.hpp"
#include "sim/store/sweep_catalogue.hpp"
#include "tests/sim/analysis/sweep/made_sweep.hpp"
#include "tests/temporary_folder.hpp"

namespace groundwork {

namespace {

using Numbers = std::vector<std::int64_t>;

SweepHead two_figures() {
  return made_sweep({made_figure("cost", Better::lower, Better::lower), made_figure("irr", Better::higher)}, 3).head;
}

}  // namespace

TEST_CASE("what is kept is read again, with what has no value") {
  const TemporaryFolder folder;
  Database database = open_sweeps((folder / "deep/sweeps.db").string(), Opening::make);
  SweepKeeper keeper(database, two_figures());
  SweepPoint point =
      made_point(1, {"0.1", "{ dist = \"uniform\", min = 0, max = 1 }"}, {1.0 / 3.0, Summary::unknown}, 0.25);
  point.figures[1].defined = 0;
  point.figures[1].undefined = 100;
  keeper.keep(point);
  CHECK(keeper.unfinished() == Numbers{0, 2});
  const Sweep sweep = read_sweep(database, keeper.sweep());
  CHECK(sweep.head.digest == "sweep-digest");
  CHECK(sweep.head.figures[0].pareto == Better::lower);
  CHECK(sweep.head.figures[1].metric.better == Better::higher);
  CHECK(swept_inputs(sweep.head) == std::vector<std::string>{"a", "b"});
  REQUIRE(sweep.points.size() == 1);
  CHECK(sweep.points[0].values == point.values);
  CHECK(sweep.points[0].key.digest == "digest-1");
  CHECK(sweep.points[0].figures[0].mean == 1.0 / 3.0);
  CHECK(sweep.points[0].figures[0].standard_error == 0.25);
  CHECK(std::isnan(sweep.points[0].figures[1].mean));
  CHECK(sweep.points[0].figures[1].undefined == 100);
}

TEST_CASE("a sweep adopts the points of another, but not those that lack a figure") {
  const TemporaryFolder folder;
  Database database = open_sweeps((folder / "sweeps.db").string(), Opening::make);
  SweepKeeper(database, two_figures()).keep(made_point(0, {"0", "0"}, {1.0, 2.0}, 0.1));
  SweepHead other = two_figures();
  other.digest = "other";
  SweepKeeper keeper(database, other);
  CHECK(keeper.unfinished() == Numbers{0, 1, 2});
  CHECK(keeper.adopt(made_point(0, {"0", "0"}, {}, 0.0)));
  CHECK_FALSE(keeper.adopt(made_point(1, {"0", "1"}, {}, 0.0)));
  CHECK(keeper.unfinished() == Numbers{1, 2});
  other.figures.push_back(made_figure("npv", Better::higher));
  SweepKeeper wider(database, other);
  CHECK(wider.unfinished() == Numbers{0, 1, 2});
  CHECK_FALSE(wider.adopt(made_point(0, {"0", "0"}, {}, 0.0)));
  wider.keep(made_point(0, {"0", "0"}, {1.0, 2.0, 3.0}, 0.1));
  CHECK(wider.unfinished() == Numbers{1, 2});
  CHECK(list_sweeps(database).size() == 2);
  CHECK(list_sweeps(database).front().id == wider.sweep());  // run last
}

TEST_CASE("a full disk is said to be full, and leaves the points before whole") {
  const TemporaryFolder folder;
  Database database = open_sweeps((folder / "sweeps.db").string(), Opening::make);
  SweepHead head = two_figures();
  head.points = 10'000;
  SweepKeeper keeper(database, head);
  database.whole("PRAGMA max_page_count = 60");
  std::int64_t kept = 0;
  const auto fill = [&] {
    for (; kept < head.points; ++kept) keeper.keep(made_point(kept, {"0", std::to_string(kept)}, {1.0, 2.0}, 0.1));
  };
  CHECK_THROWS_WITH(fill(), Catch::Matchers::Contains("sweeps.db: the disk is full"));
  CHECK(kept > 10);
  CHECK(std::ssize(read_sweep(database, keeper.sweep()).points) == kept);
  database.whole("PRAGMA max_page_count = 100000");
  keeper.keep(made_point(kept, {"0", "0"}, {1.0, 2.0}, 0.1));
  CHECK(std::ssize(read_sweep(database, keeper.sweep()).points) == kept + 1);
}

TEST_CASE("files that are no databases of sweeps are refused") {
  const TemporaryFolder folder;
  const std::string text = folder.write("text.db", "hello, this is no database at all");
  CHECK_THROWS_AS(open_sweeps(text, Opening::make), InputError);
  CHECK_THROWS_AS(open_sweeps((folder / "missing.db").string(), Opening::existing), InputError);
  CHECK_NOTHROW(open_sweeps(folder.write("empty.db", ""), Opening::make));
}

}  // namespace groundwork
