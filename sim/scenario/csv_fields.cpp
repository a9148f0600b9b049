#include "sim/scenario/csv_fields.hpp"

#include <csv.h>

#include <new>
#include <utility>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

namespace {

/// Feeds the parser byte by byte, so that it is known where a field starts when the parser reports it.
class Splitter {
 public:
  Splitter() { check(csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) == 0, "split_csv: cannot start the parser"); }
  ~Splitter() { csv_free(&parser_); }
  Splitter(const Splitter&) = delete;
  Splitter& operator=(const Splitter&) = delete;

  CsvFields split(std::string_view text) {
    for (const char& byte : text) {
      note_start(byte);
      if (csv_parse(&parser_, &byte, 1, &Splitter::on_field, &Splitter::on_row, this) != 1) return broken();
      advance(byte);
    }
    if (csv_fini(&parser_, &Splitter::on_field, &Splitter::on_row, this) != 0) return broken();
    return std::move(out_);
  }

 private:
  static void on_field(void* content, std::size_t size, void* self) {
    auto& splitter = *static_cast<Splitter*>(self);
    splitter.row_.push_back(
        {std::string(static_cast<const char*>(content), size), splitter.start_line_, splitter.start_column_});
    splitter.in_field_ = false;
  }

  static void on_row(int /*terminator*/, void* self) {
    auto& splitter = *static_cast<Splitter*>(self);
    splitter.out_.rows.push_back(std::move(splitter.row_));
    splitter.row_.clear();
  }

  /// A field starts at its first byte that is not blank, or at its end; a row does not start with a line ending.
  void note_start(char byte) {
    const bool blank = byte == ' ' || byte == '\t';
    const bool between_rows = row_.empty() && (byte == '\r' || byte == '\n');
    if (in_field_ || between_rows) return;
    start_line_ = line_;
    start_column_ = column_;
    in_field_ = !blank;
  }

  void advance(char byte) {
    const bool ends_line = byte == '\r' || (byte == '\n' && before_ != '\r');
    if (ends_line) ++line_;
    if (ends_line || byte == '\n') {
      column_ = 1;
    } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
      ++column_;
    }
    before_ = byte;
  }

  CsvFields broken() {
    if (csv_error(&parser_) == CSV_ENOMEM) throw std::bad_alloc();
    out_.broken = true;
    out_.broken_at = {"", start_line_, start_column_};
    return std::move(out_);
  }

  csv_parser parser_{};
  CsvFields out_;
  std::vector<CsvField> row_;
  bool in_field_ = false;
  char before_ = 0;
  int line_ = 1;
  int column_ = 1;
  int start_line_ = 1;
  int start_column_ = 1;
};

}  // namespace

CsvFields split_csv(std::string_view text) { return Splitter().split(text); }

}  // namespace groundwork
