#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct XXH3_state_s;

namespace groundwork {

/// A hash that is the same on every machine and in every version (XXH32, seed 0).
std::uint32_t stable_hash32(std::string_view text);

/// 32 hexadecimal digits that name these bytes (XXH3, 128 bits).
std::string digest(std::string_view bytes);

/// The same of bytes that come part by part.
class Digest {
 public:
  Digest();
  void add(std::span<const std::byte> bytes);
  /// Of all that was added so far.
  std::string text() const;

 private:
  std::unique_ptr<XXH3_state_s, void (*)(XXH3_state_s*)> state_;
};

}  // namespace groundwork
