// SPDX-License-Identifier: EUPL-1.2
/// JSON that comes from outside, read strictly: nothing that two programs could understand in two
/// ways, nothing that nobody asked for. What is wrong is thrown as a Problem, which points at the
/// place and holds no text of what came; `read` makes it a value.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "sync/upload.h"

namespace sveiki::sync {

/// The document of a body, an object of our version, without its "v".
nlohmann::json parse_document(std::string_view body, std::size_t most);

/// A value of a document, and where it stands. Lends from the one it is taken from.
class JsonValue {
 public:
  explicit JsonValue(const nlohmann::json& document) : json_(document) {}

  /// It is an object with all of `needed`, perhaps some of `allowed`, and nothing else.
  void keys(std::initializer_list<std::string_view> needed,
            std::initializer_list<std::string_view> allowed = {}) const;
  bool has(std::string_view key) const { return json_.contains(key); }
  /// The value of a key that was found to be there.
  JsonValue operator[](std::string_view key) const&;

  /// It is a list of so many.
  std::size_t length(std::size_t least, std::size_t most) const;
  JsonValue operator[](std::size_t index) const&;

  std::int64_t whole(std::int64_t least, std::int64_t most) const;
  bool yes_or_no() const;
  const std::string& text() const;
  /// A text for which `is` holds.
  const std::string& text(bool (*is)(std::string_view)) const;
  /// Which of `words` it is.
  std::size_t word(std::span<const std::string_view> words) const;

  [[noreturn]] void refuse(std::string_view sentence) const;

  // What is taken from a value points back at it.
  JsonValue operator[](std::string_view key) const&& = delete;
  JsonValue operator[](std::size_t index) const&& = delete;

 private:
  JsonValue(const nlohmann::json& json, const JsonValue& parent, std::string_view key,
            std::size_t index)
      : json_(json), parent_(&parent), key_(key), index_(index) {}
  std::string pointer() const;

  const nlohmann::json& json_;
  const JsonValue* parent_ = nullptr;
  std::string_view key_;  ///< in the parent; empty: it is a list
  std::size_t index_ = 0;
};

/// What `message` makes of a body.
template <class T>
std::variant<T, Problem> read(std::string_view body, T (*message)(const JsonValue&),
                              std::size_t most = kMaxBody) {
  try {
    const nlohmann::json document = parse_document(body, most);
    return message(JsonValue{document});
  } catch (const Problem& problem) {
    return problem;
  }
}

template <class T>
std::optional<T> read_if_right(std::string_view body, T (*message)(const JsonValue&),
                               std::size_t most = kMaxBody) {
  auto read_body = read(body, message, most);
  if (auto* value = std::get_if<T>(&read_body)) return std::move(*value);
  return std::nullopt;
}

}  // namespace sveiki::sync
