#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace groundwork {

/// Lines up plain values as the bytes that they are in memory.
class ByteWriter {
 public:
  template <class T>
  void array(std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  }
  template <class T>
  void value(const T& value) {
    array(std::span<const T>(&value, 1));
  }
  void text(std::string_view text) {
    value(std::uint64_t{text.size()});
    bytes_.append(text);
  }

  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads them back in the same order. Throws std::runtime_error where there are too few.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : left_(bytes) {}

  template <class T>
  void array(std::span<T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    const std::string_view part = take(values.size_bytes());
    if (!part.empty()) std::memcpy(static_cast<void*>(values.data()), part.data(), part.size());
  }
  template <class T>
  T value() {
    T value{};
    array(std::span<T>(&value, 1));
    return value;
  }
  std::string text() { return std::string(take(value<std::uint64_t>())); }
  std::string_view rest() const { return left_; }

 private:
  std::string_view take(std::uint64_t count) {
    if (count > left_.size()) throw std::runtime_error("bytes end early");
    const std::string_view part = left_.substr(0, count);
    left_.remove_prefix(count);
    return part;
  }

  std::string_view left_;
};

}  // namespace groundwork
