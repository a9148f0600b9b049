#include "sim/report/result_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace groundwork {

namespace {

namespace fs = std::filesystem;

/// Files that say who wrote them.
constexpr std::array<std::string_view, 3> markers{"summary.json", "comparison.json", "sweep.json"};

/// "scenario-1.toml", "scenario-2.toml", …: of runs of several scenarios.
bool is_numbered_scenario(std::string_view name) {
  constexpr std::string_view before = "scenario-", behind = ".toml";
  if (!name.starts_with(before) || !name.ends_with(behind) || name.size() <= before.size() + behind.size())
    return false;
  const std::string_view number = name.substr(before.size(), name.size() - before.size() - behind.size());
  return std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
}

/// The first thing in the folder that no run of ours put there; empty if there is none.
std::string foreign_name(const fs::path& folder) {
  constexpr auto ours = std::to_array<std::string_view>({
      "summary.json",    "scenario.toml",                                   // of every command
      "results.csv",     "distributions.csv", "study.json",   "paths.csv",  // run
      "report.html",                                                        // run, report
      "comparison.json", "comparison.csv",    "backtest.csv",               // compare, backtest
      "sensitivity.csv", "sobol_indices.csv", "tornado.csv",                // sensitivity
      "boxes.csv",       "trajectory.csv",                                  // discover
      "sweep.json",      "points.csv",        "pareto.csv",                 // sweep
      "best.toml",       "trace.csv",                                       // optimise
      "value.csv",       "options.csv",                                     // value
  });
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (const std::string name = entry.path().filename().string();
        std::ranges::find(ours, name) == ours.end() && !is_numbered_scenario(name))
      return name;
  return "";
}

bool is_by_us(const fs::path& path) {
  std::ifstream file(path);
  if (!file) return false;
  const auto json = nlohmann::json::parse(file, nullptr, /*allow_exceptions=*/false);
  return json.is_object() && json.value("generator", nlohmann::json()) == "groundwork";
}

bool is_ours(const fs::path& folder) {
  return std::ranges::any_of(markers, [&](std::string_view marker) { return is_by_us(folder / marker); });
}

void write_file(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file)
    throw std::runtime_error(fmt::format("cannot write {}: {}", path.string(), std::generic_category().message(errno)));
}

/// A name beside `folder` that no other run uses.
fs::path beside(const fs::path& folder, const char* what) {
  return folder.parent_path() / fmt::format(".{}.{}-{}", folder.filename().string(), what, ::getpid());
}

/// Removes a folder when it goes out of scope, if it is still there.
class Temporary {
 public:
  explicit Temporary(fs::path path) : path_(std::move(path)) { fs::remove_all(path_); }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

fs::path without_trailing_slash(const fs::path& folder) {
  const fs::path normal = fs::absolute(folder).lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

/// Why a folder that is not there cannot be made; empty if it can.
std::string making_problem(const fs::path& folder) {
  fs::path above = folder.parent_path();
  while (!fs::exists(above)) above = above.parent_path();
  if (!fs::is_directory(above))
    return fmt::format("cannot make the folder {}: {} is not a folder", folder.string(), above.string());
  return ::access(above.c_str(), W_OK) == 0 ? "" : fmt::format("cannot write in {}", above.string());
}

}  // namespace

std::string folder_problem(const fs::path& folder) try {
  const fs::path target = without_trailing_slash(folder);
  if (!fs::exists(target)) return making_problem(target);
  if (!fs::is_directory(target)) return fmt::format("{} is there already and is not a folder", folder.string());
  if (fs::is_empty(target)) return "";
  if (!is_ours(target)) return fmt::format("{} holds files that are not results of groundwork", folder.string());
  const std::string foreign = foreign_name(target);
  return foreign.empty() ? ""
                         : fmt::format("{} holds '{}', which is not a result of groundwork", folder.string(), foreign);
} catch (const fs::filesystem_error& error) {
  return fmt::format("cannot look into {}: {}", folder.string(), error.code().message());
}

void check_result_folder(const fs::path& folder, Diagnostics& diagnostics) {
  if (const std::string problem = folder_problem(folder); !problem.empty())
    diagnostics.error({}, problem, "choose another folder with --out, or empty this one yourself");
}

void write_folder(const fs::path& folder, const std::map<std::string, std::string>& files) {
  const fs::path target = without_trailing_slash(folder);
  if (const std::string problem = folder_problem(target); !problem.empty()) throw std::runtime_error(problem);
  const Temporary fresh(beside(target, "new"));
  fs::create_directories(fresh.path());
  for (const auto& [name, text] : files) write_file(fresh.path() / name, text);
  if (!fs::exists(target)) return fs::rename(fresh.path(), target);
  // From one moment to the next; what was there is then removed with the temporary folder.
  if (::renameat2(AT_FDCWD, fresh.path().c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) != 0)
    throw std::runtime_error(
        fmt::format("cannot replace {}: {}", target.string(), std::generic_category().message(errno)));
}

Words results_in(const std::string& folder) { return {"Results in " + folder, "结果保存在 " + folder}; }

}  // namespace groundwork
