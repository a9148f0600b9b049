#include "sim/report/workbook/packed_parts.hpp"

#include <unzip.h>

#include <array>
#include <memory>
#include <string_view>
#include <type_traits>

namespace groundwork {

namespace {

struct Close {
  void operator()(unzFile file) const { unzClose(file); }
};
using Archive = std::unique_ptr<std::remove_pointer_t<unzFile>, Close>;

constexpr std::size_t longest_name = 256;

/// The part that the archive is at; without a name if it cannot be read.
PackedPart read_part(unzFile archive) {
  unz_file_info64 info{};
  std::array<char, longest_name> name{};
  if (unzGetCurrentFileInfo64(archive, &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) != UNZ_OK)
    return {};
  if (unzOpenCurrentFile(archive) != UNZ_OK) return {};
  PackedPart part{name.data(), {}};
  std::array<char, 1 << 16> piece{};
  int count = 0;
  while ((count = unzReadCurrentFile(archive, piece.data(), piece.size())) > 0)
    part.text.append(piece.data(), static_cast<std::size_t>(count));
  const bool is_sound = unzCloseCurrentFile(archive) == UNZ_OK && count == 0;  // closing compares checksums
  return is_sound ? part : PackedPart{};
}

}  // namespace

std::vector<PackedPart> packed_parts(const std::string& path) {
  const Archive archive(unzOpen64(path.c_str()));
  std::vector<PackedPart> parts;
  if (!archive || unzGoToFirstFile(archive.get()) != UNZ_OK) return {};
  int status = UNZ_OK;
  for (; status == UNZ_OK; status = unzGoToNextFile(archive.get())) {
    parts.push_back(read_part(archive.get()));
    if (parts.back().name.empty()) return {};
  }
  return status == UNZ_END_OF_LIST_OF_FILE ? parts : std::vector<PackedPart>{};
}

bool ends_as_xml(const std::string& text) {
  const std::size_t declaration = text.find("?>");
  const std::size_t root = text.find('<', declaration == std::string::npos ? 0 : declaration);
  if (root == std::string::npos) return false;
  const std::size_t name_end = text.find_first_of(" />\n", root + 1);
  if (name_end == std::string::npos) return false;
  const std::string end = "</" + text.substr(root + 1, name_end - root - 1) + ">";
  std::string_view body = text;
  while (body.ends_with('\n')) body.remove_suffix(1);
  return body.ends_with(end) || (body.find('<', root + 1) == std::string_view::npos && body.ends_with("/>"));
}

}  // namespace groundwork
