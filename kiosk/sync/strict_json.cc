// SPDX-License-Identifier: EUPL-1.2
#include "sync/strict_json.h"

#include <algorithm>
#include <vector>

namespace sveiki::sync {
namespace {

using nlohmann::json;

/// Puts a document together from the parser's events, as far as it is one of ours.
class Builder : public nlohmann::json_sax<json> {
 public:
  json take() { return std::move(document_); }

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t&) override { return put(value); }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    const auto [member, fresh] = open_.back()->emplace(std::move(name), nullptr);
    if (!fresh) throw Problem{422, "", "A key stands twice in one object."};
    member_ = &*member;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const json::exception&) override {
    return false;
  }

 private:
  bool put(json value) { return place(std::move(value)) != nullptr; }
  json* place(json value) {
    if (open_.empty()) return &(document_ = std::move(value));
    if (open_.back()->is_array()) return &open_.back()->emplace_back(std::move(value));
    return &(*member_ = std::move(value));
  }
  bool open(json empty) {
    if (open_.size() == kMaxDepth) throw Problem{422, "", "This is nested too deep."};
    open_.push_back(place(std::move(empty)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  json document_;
  std::vector<json*> open_;  ///< objects and lists that have not ended, outermost first
  json* member_ = nullptr;   ///< the value of the last key
};

bool is_in(std::string_view key, std::initializer_list<std::string_view> keys) {
  return std::ranges::find(keys, key) != keys.end();
}

}  // namespace

json parse_document(std::string_view body, std::size_t most) {
  if (body.size() > most) throw Problem{413, "", "This is too large."};
  Builder builder;
  // To nlohmann a NUL is the end, whatever comes after it, and a byte order mark is nothing.
  if (body.find('\0') != std::string_view::npos || body.starts_with("\xEF\xBB\xBF") ||
      !json::sax_parse(body, &builder))
    throw Problem{400, "", "This is not JSON."};
  json document = builder.take();
  const JsonValue whole{document};
  if (!document.is_object() || !whole.has("v"))
    throw Problem{422, "", "This must be an object with a version \"v\"."};
  if (whole["v"].whole(0, INT64_MAX) != kSchemaVersion)
    throw Problem{415, "/v", "This version is not known here."};
  document.erase("v");
  return document;
}

void JsonValue::keys(std::initializer_list<std::string_view> needed,
                     std::initializer_list<std::string_view> allowed) const {
  if (!json_.is_object()) refuse("This must be an object.");
  for (const auto& [key, value] : json_.items())
    if (!is_in(key, needed) && !is_in(key, allowed)) refuse("This has a key that is not known.");
  for (const std::string_view key : needed)
    if (!has(key)) refuse("This lacks the key \"" + std::string{key} + "\".");
}

JsonValue JsonValue::operator[](std::string_view key) const& {
  return {*json_.find(key), *this, key, 0};
}

std::size_t JsonValue::length(std::size_t least, std::size_t most) const {
  if (!json_.is_array()) refuse("This must be a list.");
  if (json_.size() < least || json_.size() > most)
    refuse("This list must have " + std::to_string(least) + " to " + std::to_string(most) +
           " values.");
  return json_.size();
}

JsonValue JsonValue::operator[](std::size_t index) const& {
  return {json_[index], *this, {}, index};
}

std::int64_t JsonValue::whole(std::int64_t least, std::int64_t most) const {
  if (!json_.is_number_integer()) refuse("This must be a whole number.");
  const bool fits = !json_.is_number_unsigned() ||
                    json_.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX);
  if (!fits || json_.get<std::int64_t>() < least || json_.get<std::int64_t>() > most)
    refuse("This must be a number from " + std::to_string(least) + " to " + std::to_string(most) +
           ".");
  return json_.get<std::int64_t>();
}

bool JsonValue::yes_or_no() const {
  if (!json_.is_boolean()) refuse("This must be true or false.");
  return json_.get<bool>();
}

const std::string& JsonValue::text() const {
  if (!json_.is_string()) refuse("This must be a text.");
  return json_.get_ref<const std::string&>();
}

const std::string& JsonValue::text(bool (*is)(std::string_view)) const {
  if (!is(text())) refuse("This is not a value that can stand here.");
  return text();
}

std::size_t JsonValue::word(std::span<const std::string_view> words) const {
  const auto found = std::ranges::find(words, text());
  if (found == words.end()) refuse("This is not a word that can stand here.");
  return static_cast<std::size_t>(found - words.begin());
}

void JsonValue::refuse(std::string_view sentence) const {
  throw Problem{422, pointer(), std::string{sentence}};
}

std::string JsonValue::pointer() const {
  if (!parent_) return "";
  // No key of ours has a character that a pointer must escape.
  return parent_->pointer() + "/" + (key_.empty() ? std::to_string(index_) : std::string{key_});
}

}  // namespace sveiki::sync
