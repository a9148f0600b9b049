#pragma once

#include <string>
#include <vector>

namespace groundwork {

/// A part of a workbook, which is a ZIP archive.
struct PackedPart {
  std::string name;  ///< "docProps/core.xml"
  std::string text;
};

/// The parts of the archive at `path`; none if it is no archive, or is damaged.
std::vector<PackedPart> packed_parts(const std::string& path);

/// Whether the text is an XML document up to its last end tag, so that nothing is cut off.
bool ends_as_xml(const std::string& text);

}  // namespace groundwork
