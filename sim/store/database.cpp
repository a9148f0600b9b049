#include "sim/store/database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cmath>
#include <exception>
#include <limits>
#include <stdexcept>

namespace groundwork {

namespace {

std::runtime_error refusal(int status, const char* detail, const std::string& path) {
  const int kind = status & 0xff;  // without the extension
  if (kind == SQLITE_FULL) return std::runtime_error(fmt::format("cannot write {}: the disk is full", path));
  if (kind == SQLITE_IOERR) return std::runtime_error(fmt::format("cannot read or write {}: {}", path, detail));
  if (kind == SQLITE_READONLY) return std::runtime_error(fmt::format("cannot write {}: it is read-only", path));
  if (kind == SQLITE_BUSY)
    return std::runtime_error(fmt::format("cannot write {}: another process has been writing for a minute", path));
  if (kind == SQLITE_CANTOPEN) return std::runtime_error(fmt::format("cannot open {}: {}", path, detail));
  return std::runtime_error(fmt::format("{}: {}", path, detail));
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3* connection, std::string_view sql, const std::string& path) : path_(&path) {
  sqlite3_stmt* made = nullptr;
  const int status = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &made, nullptr);
  if (status != SQLITE_OK) throw refusal(status, sqlite3_errmsg(connection), path);
  statement_.reset(made);
}

void Statement::expect(int status) const {
  if (status != SQLITE_OK) throw refusal(status, sqlite3_errmsg(sqlite3_db_handle(statement_.get())), *path_);
}

Statement& Statement::bind(std::int64_t value) {
  expect(sqlite3_bind_int64(statement_.get(), ++bound_, value));
  return *this;
}

Statement& Statement::bind(double value) {
  ++bound_;
  expect(std::isnan(value) ? sqlite3_bind_null(statement_.get(), bound_)
                           : sqlite3_bind_double(statement_.get(), bound_, value));
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  expect(sqlite3_bind_text64(statement_.get(), ++bound_, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

bool Statement::step() {
  const int status = sqlite3_step(statement_.get());
  if (status == SQLITE_ROW) return true;
  bound_ = 0;
  if (status == SQLITE_DONE) {
    sqlite3_reset(statement_.get());
    return false;
  }
  const std::runtime_error why = refusal(status, sqlite3_errmsg(sqlite3_db_handle(statement_.get())), *path_);
  sqlite3_reset(statement_.get());
  throw why;
}

void Statement::run() {
  while (step()) {
  }
}

std::int64_t Statement::whole(int column) const { return sqlite3_column_int64(statement_.get(), column); }

double Statement::number(int column) const {
  if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) return std::numeric_limits<double>::quiet_NaN();
  return sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const unsigned char* const bytes = sqlite3_column_text(statement_.get(), column);
  if (bytes == nullptr) return "";
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Database::Database(const std::string& path, Opening opening) : path_(std::make_unique<std::string>(path)) {
  constexpr int wait_milliseconds = 60'000;
  const int flags = SQLITE_OPEN_READWRITE | (opening == Opening::make ? SQLITE_OPEN_CREATE : 0);
  sqlite3* made = nullptr;
  const int status = sqlite3_open_v2(path.c_str(), &made, flags, nullptr);
  connection_.reset(made);
  if (status != SQLITE_OK) throw refusal(status, sqlite3_errstr(status), path);
  sqlite3_busy_timeout(made, wait_milliseconds);
}

void Database::execute(const std::string& sql) {
  const int status = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (status != SQLITE_OK) throw refusal(status, sqlite3_errmsg(connection_.get()), *path_);
}

Statement Database::prepare(std::string_view sql) const { return {connection_.get(), sql, *path_}; }

std::int64_t Database::whole(std::string_view sql) const {
  Statement statement = prepare(sql);
  return statement.step() ? statement.whole(0) : 0;
}

Transaction::Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
  if (!is_open_) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const std::exception&) {
    // SQLite has rolled back by itself, as it does when the disk is full.
  }
}

void Transaction::commit() {
  database_.execute("COMMIT");
  is_open_ = false;
}

}  // namespace groundwork
