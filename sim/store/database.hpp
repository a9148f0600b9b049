#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace groundwork {

/// A prepared statement. Parameters are bound one after another, columns are counted from 0. What SQLite refuses is a
/// std::runtime_error that names the file.
class Statement {
 public:
  Statement(sqlite3* connection, std::string_view sql, const std::string& path);

  Statement& bind(std::int64_t value);
  Statement& bind(double value);  ///< Not-a-number becomes NULL.
  Statement& bind(std::string_view value);

  /// Goes to the next row; false if there is none, and then the statement can be bound again.
  bool step();
  /// All steps of a statement without rows.
  void run();

  std::int64_t whole(int column) const;
  double number(int column) const;  ///< NULL becomes not-a-number.
  std::string text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  void expect(int status) const;

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  const std::string* path_;
  int bound_ = 0;
};

enum class Opening {
  make,      ///< Make the file if it is not there.
  existing,  ///< It must be there.
};

/// A connection to an SQLite database. Waits for up to a minute while another process writes.
class Database {
 public:
  Database(const std::string& path, Opening opening);

  void execute(const std::string& sql);
  Statement prepare(std::string_view sql) const;
  /// The first column of the first row.
  std::int64_t whole(std::string_view sql) const;
  const std::string& path() const { return *path_; }

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };

  std::unique_ptr<std::string> path_;  ///< At a place of its own, for the statements.
  std::unique_ptr<sqlite3, Close> connection_;
};

/// All changes until `commit`, or none of them.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool is_open_ = true;
};

}  // namespace groundwork
