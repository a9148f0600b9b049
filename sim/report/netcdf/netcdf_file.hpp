#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace groundwork {

/// Types of the numbers in a file.
enum class NetcdfType { float64, int64, int32, string };

/// How a variable is stored: one piece, or pieces that are compressed each for itself.
struct NetcdfChunks {
  std::vector<std::size_t> shape;  ///< Of a piece; empty: all in one, not compressed.
  int deflate = 0;                 ///< 1, fast, to 9, small.
};

/// What a file says of a variable before it holds numbers. A float64 in pieces is NaN where nothing is written; one in
/// a single piece is a coordinate, in which CF wants no gaps.
struct NetcdfVariable {
  std::string name;
  NetcdfType type = NetcdfType::float64;
  std::vector<int> dimensions;
  std::vector<std::pair<std::string, std::string>> attributes;  ///< Empty ones are left out.
  NetcdfChunks chunks = {};
};

/// Part of a variable, by dimension.
struct NetcdfSlab {
  std::vector<std::size_t> start;
  std::vector<std::size_t> count;
};

/// A NetCDF-4 file in the making. It is FILE.partial, and takes the place of FILE when it is complete; if that never
/// comes, it is removed. Its bytes depend on what is written and in which calls. Everything throws std::runtime_error
/// where the disk refuses; then the object is good for nothing but to be destroyed.
class NetcdfFile {
 public:
  static constexpr std::size_t unlimited = 0;
  static constexpr int whole_file = -1;  ///< In place of a variable, for attributes.

  NetcdfFile() = default;
  NetcdfFile(const NetcdfFile&) = delete;
  NetcdfFile& operator=(const NetcdfFile&) = delete;
  virtual ~NetcdfFile() = default;

  virtual int add_dimension(const std::string& name, std::size_t length) = 0;
  virtual int add_variable(const NetcdfVariable& variable) = 0;
  virtual void describe(int variable, const std::string& name, const std::string& text) = 0;
  virtual void describe(int variable, const std::string& name, std::int64_t number) = 0;
  virtual void describe(int variable, const std::string& name, std::uint64_t number) = 0;

  virtual void write(int variable, const NetcdfSlab& slab, const double* values) = 0;
  virtual void write(int variable, const NetcdfSlab& slab, const std::int64_t* values) = 0;
  /// All of a variable.
  virtual void write(int variable, const std::vector<int>& values) = 0;
  virtual void write(int variable, const std::vector<std::string>& values) = 0;

  /// Closes the file and gives it its name.
  virtual void commit() = 0;
};

}  // namespace groundwork
