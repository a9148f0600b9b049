#include "sim/base/hash.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <new>

namespace groundwork {

namespace {

std::string text_of(XXH128_hash_t hash) { return fmt::format("{:016x}{:016x}", hash.high64, hash.low64); }

}  // namespace

std::uint32_t stable_hash32(std::string_view text) { return XXH32(text.data(), text.size(), 0); }

std::string digest(std::string_view bytes) { return text_of(XXH3_128bits(bytes.data(), bytes.size())); }

Digest::Digest() : state_(XXH3_createState(), [](XXH3_state_s* state) { XXH3_freeState(state); }) {
  if (!state_) throw std::bad_alloc();
  XXH3_128bits_reset(state_.get());
}

void Digest::add(std::span<const std::byte> bytes) { XXH3_128bits_update(state_.get(), bytes.data(), bytes.size()); }

std::string Digest::text() const { return text_of(XXH3_128bits_digest(state_.get())); }

}  // namespace groundwork
