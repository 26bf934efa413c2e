// SPDX-License-Identifier: EUPL-1.2
#include "base/id.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <random>

namespace sveiki {
namespace {

/// 64 bits from the kernel's random source.
std::uint64_t random_bits() {
  std::random_device source;
  return (std::uint64_t{source()} << 32) | source();
}

}  // namespace

std::string random_id(std::string_view prefix) {
  constexpr std::string_view kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string id{prefix};
  id += '_';
  std::uint64_t bits = random_bits();
  for (int i = 0; i < 8; ++i, bits >>= 5) id += kCrockford[bits & 31];
  return id;
}

std::string random_life() {
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx",
                static_cast<unsigned long long>(random_bits()));
  return text.data();
}

}  // namespace sveiki
