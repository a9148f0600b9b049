#include "sim/store/sweep_schema.hpp"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

namespace {

namespace fs = std::filesystem;

constexpr int application_id = 0x47577377;  // "GWsw" in ASCII: a random choice that other programs hardly make

constexpr const char* tables = R"(
CREATE TABLE sweep (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  scenario TEXT NOT NULL,
  scenario_title TEXT NOT NULL,
  design TEXT NOT NULL,
  points INTEGER NOT NULL,
  latest INTEGER NOT NULL
) STRICT;
CREATE TABLE sweep_input (
  sweep INTEGER NOT NULL REFERENCES sweep(id),
  position INTEGER NOT NULL,
  factor INTEGER NOT NULL,
  factor_name TEXT NOT NULL,
  input TEXT NOT NULL,
  PRIMARY KEY (sweep, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE sweep_figure (
  sweep INTEGER NOT NULL REFERENCES sweep(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  asked TEXT NOT NULL,
  metric TEXT NOT NULL,
  scope TEXT NOT NULL,
  period TEXT NOT NULL,
  unit TEXT NOT NULL,
  better TEXT NOT NULL,
  pareto TEXT NOT NULL,
  title TEXT NOT NULL,
  title_zh TEXT NOT NULL,
  divisor REAL NOT NULL,
  label TEXT NOT NULL,
  decimals INTEGER NOT NULL,
  divisor_zh REAL NOT NULL,
  label_zh TEXT NOT NULL,
  decimals_zh INTEGER NOT NULL,
  groups_digits INTEGER NOT NULL,
  PRIMARY KEY (sweep, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE point (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL,
  model TEXT NOT NULL,
  version TEXT NOT NULL,
  seed INTEGER NOT NULL,
  sampler TEXT NOT NULL,
  paths INTEGER NOT NULL,
  UNIQUE (digest, model, version, seed, sampler, paths)
) STRICT;
CREATE TABLE figure (
  point INTEGER NOT NULL REFERENCES point(id),
  name TEXT NOT NULL,
  mean REAL,
  standard_error REAL,
  standard_deviation REAL,
  p01 REAL, p05 REAL, p10 REAL, p25 REAL, p50 REAL, p75 REAL, p90 REAL, p95 REAL, p99 REAL,
  minimum REAL,
  maximum REAL,
  defined INTEGER NOT NULL,
  undefined INTEGER NOT NULL,
  PRIMARY KEY (point, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE sweep_point (
  sweep INTEGER NOT NULL REFERENCES sweep(id),
  number INTEGER NOT NULL,
  point INTEGER NOT NULL REFERENCES point(id),
  PRIMARY KEY (sweep, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE sweep_value (
  sweep INTEGER NOT NULL REFERENCES sweep(id),
  number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (sweep, number, position)
) STRICT, WITHOUT ROWID;
CREATE VIEW sweep_result AS
  SELECT sweep.title, sweep_point.sweep, sweep_point.number, sweep_figure.unit, figure.*
  FROM sweep_point
  JOIN sweep ON sweep.id = sweep_point.sweep
  JOIN sweep_figure ON sweep_figure.sweep = sweep_point.sweep
  JOIN figure ON figure.point = sweep_point.point AND figure.name = sweep_figure.name;
)";

/// What a file that is no database of ours holds; looked at first, since SQLite would open anything.
void refuse_other_files(const std::string& path, Opening opening) {
  if (fs::is_directory(path)) throw input_error({path}, "it is a folder, not a database", "name a file");
  if (!fs::exists(path) && opening == Opening::existing)
    throw input_error({path}, "there is no such file", "`groundwork sweep SWEEP.toml` makes one");
  std::array<char, 16> head{};
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), head.size());
  const bool is_sqlite = std::memcmp(head.data(), "SQLite format 3", head.size()) == 0;  // with its NUL
  if (file.gcount() > 0 && !is_sqlite)
    throw input_error({path}, "it is not a database", "choose another file with --db");
}

/// Nothing is in it: no tables, and no other program's mark.
bool is_new(const Database& database) {
  return database.whole("PRAGMA application_id") == 0 && database.whole("SELECT count(*) FROM sqlite_schema") == 0;
}

void make_tables(Database& database) {
  database.execute("PRAGMA journal_mode = WAL");
  Transaction transaction(database);
  if (!is_new(database)) return;  // another process was faster
  database.execute(tables);
  database.execute(fmt::format("PRAGMA application_id = {}", application_id));
  database.execute(fmt::format("PRAGMA user_version = {}", sweep_schema_version));
  transaction.commit();
}

void refuse_other_databases(const Database& database) {
  if (database.whole("PRAGMA application_id") != application_id)
    throw input_error({database.path()}, "it is a database, but not one of sweeps", "choose another file with --db");
  const std::int64_t version = database.whole("PRAGMA user_version");
  if (version != sweep_schema_version)
    throw input_error(
        {database.path()},
        fmt::format("its tables are of version {}, and this program knows version {}", version, sweep_schema_version),
        "use the program that wrote it, or choose another file with --db");
}

}  // namespace

Database open_sweeps(const std::string& path, Opening opening) {
  refuse_other_files(path, opening);
  const fs::path folder = fs::path(path).parent_path();
  std::error_code failure;
  if (opening == Opening::make && !folder.empty()) fs::create_directories(folder, failure);
  if (failure)
    throw std::runtime_error(fmt::format("cannot make the folder {}: {}", folder.string(), failure.message()));
  Database database(path, opening);
  if (opening == Opening::make && is_new(database)) make_tables(database);
  refuse_other_databases(database);
  database.execute(
      "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");  // safe against kills; WAL stays consistent
  return database;
}

}  // namespace groundwork
