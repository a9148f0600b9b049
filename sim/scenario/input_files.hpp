#pragma once

#include <map>
#include <string>

#include "sim/scenario/node.hpp"

namespace groundwork {

/// A file that a scenario's node names.
struct InputFile {
  std::string absolute_path;
  std::string digest;  ///< Of its content.
};

/// The nodes that name files: these are written with their absolute path, and digested by content.
using InputFiles = std::map<const Node*, InputFile>;

}  // namespace groundwork
