#include "sim/engine/checkpoint.hpp"

#include <catch2/catch.hpp>

#include "sim/engine/runner.hpp"
#include "tests/sim/engine/toy.hpp"
#include "tests/temporary_folder.hpp"

namespace groundwork {

namespace {

RunSettings settings(std::int64_t paths, Sampler sampler = Sampler::mc, std::uint64_t seed = 7) {
  return {paths, seed, sampler};
}

RunOptions options() {
  RunOptions made;
  made.threads = 2;
  made.isa = available_isas().back();
  return made;
}

/// Every state that a run of these settings saves, the first before any path. Without seconds, one after each wave.
std::vector<Checkpoint> checkpoints(const Study& study, const RunSettings& run, double every_seconds = 0.0) {
  std::vector<Checkpoint> all{{identify(study, run, "1"), 0, ""}};
  RunOptions saving = options();
  saving.saving = {[&](std::int64_t paths, const std::string& state) {
                     all.push_back({all.front().identity, paths, state});
                   },
                   every_seconds};
  run_paths(study, run, saving);
  return all;
}

Results resumed(const Study& study, const RunSettings& run, const Checkpoint& from) {
  RunOptions going_on = options();
  going_on.resume = &from;
  return run_paths(study, run, going_on);
}

std::string problem(const Checkpoint& checkpoint, const RunIdentity& wanted) {
  return resume_problem(checkpoint, wanted);
}

}  // namespace

TEST_CASE("a run that goes on from any of its states ends with the same results") {
  const Study study = read_toy();
  for (const Sampler sampler : {Sampler::mc, Sampler::lhs, Sampler::sobol}) {
    const RunSettings run = settings(5005, sampler);
    const std::string expected = results_digest(run_paths(study, run, options()));
    const std::vector<Checkpoint> all = checkpoints(study, run);
    REQUIRE(all.size() > 4);
    CHECK(all.back().paths == 4992);  // whole rows of 16 only
    for (const Checkpoint& checkpoint : all) {
      INFO(name(sampler) << " from path " << checkpoint.paths);
      CHECK(problem(checkpoint, identify(study, run, "1")).empty());
      const Results results = resumed(study, run, checkpoint);
      CHECK(results_digest(results) == expected);
      CHECK(results.first_path == checkpoint.paths);
    }
  }
}

TEST_CASE("a finished run that grows ends as one that asked for more at once") {
  const Study study = read_toy();
  for (const Sampler sampler : {Sampler::mc, Sampler::sobol})
    for (const std::int64_t first : {100, 512, 700, 2003, 4096}) {
      INFO(name(sampler) << " from " << first);
      const Checkpoint last = checkpoints(study, settings(first, sampler)).back();
      CHECK(last.paths == (first < 512 ? 0 : first / 16 * 16));
      const RunSettings more = settings(9001, sampler);
      CHECK(problem(last, identify(study, more, "1")).empty());
      CHECK(results_digest(resumed(study, more, last)) == results_digest(run_paths(study, more, options())));
    }
}

TEST_CASE("growing past the number of exact paths gives up the exact columns") {
  const Study study = read_toy();
  const RunSettings more = settings(exact_paths + 4000);
  constexpr double never = 1e9;
  const Checkpoint exact = checkpoints(study, settings(exact_paths - 100), never).back();
  CHECK(Tally::has_kept(exact.state));
  CHECK(results_digest(resumed(study, more, exact)) == results_digest(run_paths(study, more, options())));
  const Checkpoint beyond = checkpoints(study, more, never).back();
  CHECK_FALSE(Tally::has_kept(beyond.state));
  CHECK(results_digest(resumed(study, more, beyond)) == results_digest(run_paths(study, more, options())));
}

TEST_CASE("kept paths go on too") {
  const Study study = read_toy();
  const RunSettings run = settings(3000);
  const Checkpoint half = checkpoints(study, settings(1500)).back();
  RunOptions keeping = options();
  keeping.keep_paths = true;
  const Results expected = run_paths(study, run, keeping);
  keeping.resume = &half;
  const Results results = run_paths(study, run, keeping);
  REQUIRE(results.kept.size() == expected.kept.size());
  const int sum = program_of(study).cells.sum + 4;
  for (std::size_t i = 0; i < results.kept.size(); ++i)
    if (results.kept[i].cell == sum) CHECK(results.kept[i].values == expected.kept[i].values);
}

TEST_CASE("a checkpoint of something else is refused with the reason") {
  const Study study = read_toy(), other = read_toy("", {"toy.x=3"});
  const auto checkpoint = [&](const RunSettings& run) { return Checkpoint{identify(study, run, "1"), 1024, "state"}; };
  const auto why = [&](const RunSettings& is, const RunIdentity& wanted) { return problem(checkpoint(is), wanted); };
  using Catch::Contains;
  CHECK_THAT(why(settings(2000), identify(study, settings(2000), "2")), Contains("version"));
  CHECK_THAT(why(settings(2000), identify(other, settings(2000), "1")), Contains("another scenario"));
  CHECK_THAT(why(settings(2000), identify(study, settings(2000, Sampler::mc, 8), "1")),
             Contains("another seed (7, not 8)"));
  CHECK_THAT(why(settings(2000), identify(study, settings(2000, Sampler::sobol), "1")),
             Contains("another sampler (mc, not sobol)"));
  CHECK_THAT(why(settings(2000, Sampler::lhs), identify(study, settings(4000, Sampler::lhs), "1")),
             Contains("2000 paths, not 4000"));
  CHECK_THAT(why(settings(2000), identify(study, settings(1000), "1")), Contains("1024 paths, more than the 1000"));
  RunIdentity build = identify(study, settings(2000), "1");
  build.program_digest = "other";
  CHECK_THAT(why(settings(2000), build), Contains("another build"));
}

TEST_CASE("a checkpoint file gives back what was written, and is refused if a single bit differs") {
  const Study study = read_toy();
  const TemporaryFolder folder;
  const std::string path = (folder / "state").string();
  const Checkpoint written = checkpoints(study, settings(1024)).back();
  write_checkpoint(path, written);
  const Checkpoint read = read_checkpoint(path);
  CHECK(read.paths == written.paths);
  CHECK(read.state == written.state);
  CHECK(problem(read, written.identity).empty());

  const std::string bytes = folder.read("state");
  for (const std::size_t at : {std::size_t{30}, bytes.size() / 3, bytes.size() / 2, bytes.size() - 1}) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    folder.write("state", damaged);
    CHECK_THROWS_WITH(read_checkpoint(path), Catch::Contains("damaged"));
  }
  for (const std::size_t length : {bytes.size() - 1, bytes.size() / 2, std::size_t{40}, std::size_t{24}}) {
    folder.write("state", bytes.substr(0, length));
    CHECK_THROWS_WITH(read_checkpoint(path), Catch::Contains("damaged"));
  }
  folder.write("state", "groundwork checkpoint 9\n" + bytes.substr(24));
  CHECK_THROWS_WITH(read_checkpoint(path), Catch::Contains("format of another version"));
  folder.write("state", "time,value\n");
  CHECK_THROWS_WITH(read_checkpoint(path), Catch::Contains("no checkpoint"));
}

TEST_CASE("what cannot be written leaves what was there") {
  const TemporaryFolder folder;
  CHECK_THROWS_WITH(write_checkpoint((folder / "no/such").string(), {}),
                    Catch::Contains("cannot write the checkpoint"));
  CHECK_THROWS_AS(read_checkpoint((folder / "state").string()), InputError);
}

}  // namespace groundwork
