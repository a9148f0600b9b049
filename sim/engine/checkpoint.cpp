#include "sim/engine/checkpoint.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "sim/base/bytes.hpp"
#include "sim/base/hash.hpp"
#include "sim/base/whole_file.hpp"
#include "sim/engine/single_path.hpp"

namespace groundwork {

namespace {

constexpr std::string_view magic = "groundwork checkpoint ";
constexpr std::string_view format_line = "groundwork checkpoint 4\n";
constexpr std::size_t digest_length = 32;

std::string encoded(const Checkpoint& checkpoint) {
  ByteWriter out;
  out.array(std::span(format_line));
  const RunIdentity& identity = checkpoint.identity;
  for (const std::string* text : {&identity.version, &identity.scenario_digest, &identity.program_digest})
    out.text(*text);
  out.value(identity.run);
  out.value(checkpoint.paths);
  out.text(checkpoint.state);
  return out.bytes() + digest(out.bytes());
}

/// Of what stands between the format line and the digest.
Checkpoint decoded(std::string_view bytes) {
  ByteReader in(bytes);
  Checkpoint checkpoint;
  RunIdentity& identity = checkpoint.identity;
  for (std::string* text : {&identity.version, &identity.scenario_digest, &identity.program_digest}) *text = in.text();
  identity.run = in.value<RunSettings>();
  checkpoint.paths = in.value<std::int64_t>();
  checkpoint.state = in.text();
  return checkpoint;
}

std::string reason() { return std::generic_category().message(errno); }

}  // namespace

RunIdentity identify(const Study& study, const RunSettings& run, const std::string& version) {
  const PathRecord path = replay_path(study, run, 0, Isa::scalar);
  ByteWriter numbers;
  for (const std::vector<double>* values : {&path.inputs, &path.outputs})
    numbers.array(std::span<const double>(*values));
  return {version, study.scenario.digest, digest(numbers.bytes()), run};
}

std::string resume_problem(const Checkpoint& checkpoint, const RunIdentity& wanted) {
  const RunIdentity& is = checkpoint.identity;
  const auto differs = [](std::string_view what, const auto& there, const auto& here) {
    return fmt::format("it is of another {} ({}, not {})", what, there, here);
  };
  if (is.version != wanted.version) return differs("version of groundwork", is.version, wanted.version);
  if (is.scenario_digest != wanted.scenario_digest) return "it is of another scenario: some input differs";
  if (is.run.seed != wanted.run.seed) return differs("seed", is.run.seed, wanted.run.seed);
  if (is.run.sampler != wanted.run.sampler) return differs("sampler", name(is.run.sampler), name(wanted.run.sampler));
  if (is.run.sampler == Sampler::lhs && is.run.paths != wanted.run.paths)
    return fmt::format("its latin hypercubes are laid out for {} paths, not {}; mc and sobol can grow", is.run.paths,
                       wanted.run.paths);
  if (checkpoint.paths > wanted.run.paths)
    return fmt::format("it holds {} paths, more than the {} that are asked for", checkpoint.paths, wanted.run.paths);
  if (is.program_digest != wanted.program_digest) return "it is of another build, which computes other numbers";
  return "";
}

void write_checkpoint(const std::string& path, const Checkpoint& checkpoint) {
  const std::string why = write_whole_file(path, encoded(checkpoint));
  if (!why.empty()) throw std::runtime_error(fmt::format("cannot write the checkpoint {}: {}", path, why));
}

Checkpoint read_checkpoint(const std::string& path) try {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw input_error({path, 0, 0}, fmt::format("cannot read the checkpoint: {}", reason()), "");
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!bytes.starts_with(magic)) throw input_error({path, 0, 0}, "this is no checkpoint of groundwork");
  if (!bytes.starts_with(format_line))
    throw input_error({path, 0, 0}, "this checkpoint has the format of another version of groundwork",
                      "resume it with the version that wrote it, or run afresh");
  const std::string_view all = bytes;
  const std::size_t end = bytes.size() < digest_length ? 0 : bytes.size() - digest_length;
  if (digest(all.substr(0, end)) != all.substr(end)) throw std::runtime_error("digest");
  return decoded(all.substr(format_line.size(), end - format_line.size()));
} catch (const InputError&) {
  throw;
} catch (const std::runtime_error&) {
  throw input_error({path, 0, 0}, "this checkpoint is damaged: its bytes are not those that were written",
                    "run afresh, or resume an earlier copy");
}

}  // namespace groundwork
