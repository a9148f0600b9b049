#include "sim/report/workbook/workbook_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "sim/report/workbook/packed_parts.hpp"

namespace groundwork {

namespace {

constexpr char author[] = "Groundwork";
/// 1 January 1980, when ZIP's calendar begins; the library dates the parts of the archive so, too.
constexpr time_t made_at = 315532800;
constexpr std::string_view saved_by_us = "<cp:lastModifiedBy>Groundwork</cp:lastModifiedBy>";
constexpr std::string_view saved_then = R"(<dcterms:modified xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z<)";

constexpr lxw_color_t heading_fill = 0x1F3864;
constexpr lxw_color_t white = 0xFFFFFF;
constexpr lxw_color_t grey = 0x595959;
constexpr double title_points = 16.0;

void apply(CellLook look, lxw_format* format) {
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  switch (look) {
    case CellLook::title:
      format_set_bold(format);
      format_set_font_size(format, title_points);
      break;
    case CellLook::note:
      format_set_font_color(format, grey);
      break;
    case CellLook::heading:
    case CellLook::number_heading:
      format_set_bold(format);
      format_set_font_color(format, white);
      format_set_bg_color(format, heading_fill);
      format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
      if (look == CellLook::heading)
        format_set_indent(format, 1);
      else
        format_set_align(format, LXW_ALIGN_CENTER);
      break;
    case CellLook::wrapped:
      format_set_text_wrap(format);
      format_set_indent(format, 1);
      break;
    case CellLook::text:
      format_set_indent(format, 1);  // away from a number on the left
      break;
    case CellLook::number:
      break;
  }
}

lxw_workbook* new_workbook(const std::string& path) {
  lxw_workbook* const workbook = workbook_new(path.c_str());
  if (workbook == nullptr) throw std::runtime_error("no memory for a workbook");
  return workbook;
}

}  // namespace

WorkbookFile::WorkbookFile(const std::string& title, const std::string& version)
    : workbook_(new_workbook(draft_.path())) {
  std::string shown_title = cell_text(title), comment = fmt::format("Made by Groundwork {}", version), by = author;
  lxw_doc_properties properties{};
  properties.title = shown_title.data();
  properties.author = by.data();
  properties.comments = comment.data();
  properties.created = made_at;
  workbook_set_properties(workbook_, &properties);
}

WorkbookFile::~WorkbookFile() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
}

lxw_worksheet* WorkbookFile::add_sheet(const std::string& name) {
  lxw_worksheet* const sheet = workbook_add_worksheet(workbook_, name.c_str());
  if (sheet == nullptr) throw std::logic_error("a sheet cannot be called " + name);
  return sheet;
}

lxw_chart* WorkbookFile::add_chart(lxw_chart_type type) {
  return workbook_add_chart(workbook_, static_cast<std::uint8_t>(type));
}

lxw_format* WorkbookFile::format(CellLook look, const std::string& number_code) {
  lxw_format*& format = formats_[{look, number_code}];
  if (format == nullptr) {
    format = workbook_add_format(workbook_);
    apply(look, format);
    format_set_num_format(format, number_code.c_str());
  }
  return format;
}

std::string WorkbookFile::finish() {
  lxw_workbook* workbook = nullptr;
  std::swap(workbook, workbook_);
  errno = 0;
  const lxw_error status = workbook_close(workbook);
  const int system_error = errno;
  // The library does not notice when there is no room for one of its temporary files: look.
  const std::vector<PackedPart> parts = packed_parts(draft_.path());
  const bool is_whole =
      !parts.empty() && std::ranges::all_of(parts, [](const PackedPart& part) { return ends_as_xml(part.text); });
  if (status == LXW_NO_ERROR && is_whole) return draft_.bytes();
  std::string why = "there is no room for temporary files; TMPDIR can name another folder for them";
  if (status != LXW_NO_ERROR)
    why = system_error != 0 ? std::generic_category().message(system_error) : std::string(lxw_strerror(status));
  throw std::runtime_error(fmt::format("cannot put the workbook together: {}", why));
}

bool is_untouched_workbook(const std::string& path) {
  const std::vector<PackedPart> parts = packed_parts(path);
  const auto core = std::ranges::find(parts, "docProps/core.xml", &PackedPart::name);
  return core != parts.end() && core->text.find(saved_by_us) != std::string::npos &&
         core->text.find(saved_then) != std::string::npos;
}

std::string cell_text(std::string_view text) {
  constexpr std::size_t longest = 32767;
  std::string clean;
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t') clean += c;
  if (clean.size() <= longest) return clean;
  std::size_t end = longest - 3;
  while ((static_cast<unsigned char>(clean[end]) & 0xC0U) == 0x80U) --end;  // not within a character
  return clean.substr(0, end) + "…";
}

}  // namespace groundwork
