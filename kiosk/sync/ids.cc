// SPDX-License-Identifier: EUPL-1.2
#include "sync/ids.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "base/id.h"

namespace sveiki::sync {
namespace {

constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kData = 11;

bool is_symbol(char c) {
  return kSymbols.find(c) != std::string_view::npos;
}

/// Crockford's check value: the number that the symbols write, modulo 37. From 32 on it has
/// symbols of its own, which no keyboard of a kiosk has.
std::size_t check_value(std::string_view symbols) {
  std::size_t rest = 0;
  for (const char c : symbols) rest = (rest * 32 + kSymbols.find(c)) % 37;
  return rest;
}

char meant(char typed) {
  if ('a' <= typed && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
  if (typed == 'O') return '0';
  return typed == 'I' || typed == 'L' ? '1' : typed;
}

}  // namespace

std::string new_id(std::string_view prefix) {
  return random_id(prefix);
}

std::string id_of(std::string_view prefix, std::string_view name) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(name.data()), name.size());
  std::string id = std::string{prefix} + '_';
  for (std::size_t bit = 0; bit < 40; bit += 5) {
    const unsigned two = static_cast<unsigned>(hash[bit / 8] << 8 | hash[bit / 8 + 1]);
    id += kSymbols[two >> (11 - bit % 8) & 31];
  }
  return id;
}

bool is_id(std::string_view prefix, std::string_view text) {
  return text.size() == prefix.size() + 9 && text.starts_with(prefix) &&
         text[prefix.size()] == '_' &&
         std::ranges::all_of(text.substr(prefix.size() + 1), is_symbol);
}

bool is_activity_code(std::string_view text) {
  const auto allowed = [](char c) {
    return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-';
  };
  return !text.empty() && text.size() <= 40 && std::ranges::all_of(text, allowed);
}

std::string new_code() {
  for (;;) {
    std::string code = (random_id("").substr(1) + random_id("").substr(1)).substr(0, kData);
    const std::size_t check = check_value(code);
    // One in seven would end in a symbol that is hard to type.
    if (check >= kSymbols.size()) continue;
    code += kSymbols[check];
    return code.insert(8, "-").insert(4, "-");
  }
}

std::optional<std::string> read_code(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    code += meant(c);
    if (!is_symbol(code.back()) || code.size() > kData + 1) return std::nullopt;
  }
  if (code.size() != kData + 1) return std::nullopt;
  const std::size_t check = check_value(std::string_view{code}.substr(0, kData));
  if (check != kSymbols.find(code.back())) return std::nullopt;
  return code;
}

}  // namespace sveiki::sync
