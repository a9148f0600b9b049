#include "sim/report/result_folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <system_error>

namespace groundwork {

namespace {

namespace fs = std::filesystem;

constexpr const char* marker = "summary.json";

bool is_ours(const fs::path& folder) {
  std::ifstream file(folder / marker);
  if (!file) return false;
  const auto json = nlohmann::json::parse(file, nullptr, /*allow_exceptions=*/false);
  return json.is_object() && json.value("generator", nlohmann::json()) == "groundwork";
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

}  // namespace

std::string folder_problem(const fs::path& folder) {
  std::error_code failure;
  const fs::file_status status = fs::status(folder, failure);
  if (!fs::exists(status)) return "";
  if (!fs::is_directory(status)) return fmt::format("{} is there already and is not a folder", folder.string());
  if (fs::is_empty(folder, failure) || is_ours(folder)) return "";
  return fmt::format("{} holds files that are not results of groundwork", folder.string());
}

void write_folder(const fs::path& folder, const std::map<std::string, std::string>& files) {
  const fs::path target = without_trailing_slash(folder);
  if (const std::string problem = folder_problem(target); !problem.empty()) throw std::runtime_error(problem);
  fs::create_directories(target.parent_path());
  const Temporary fresh(beside(target, "new"));
  fs::create_directory(fresh.path());
  for (const auto& [name, text] : files) write_file(fresh.path() / name, text);
  const fs::path old = beside(target, "old");
  fs::remove_all(old);
  if (fs::exists(target)) fs::rename(target, old);
  std::error_code failure;
  fs::rename(fresh.path(), target, failure);
  if (failure) {
    if (fs::exists(old)) fs::rename(old, target);
    throw std::runtime_error(fmt::format("cannot write {}: {}", target.string(), failure.message()));
  }
  fs::remove_all(old, failure);  // what is left of it does no harm
}

}  // namespace groundwork
