// SPDX-License-Identifier: EUPL-1.2
/// A column's value as what it means to the program, and back.
#pragma once

#include "base/time.h"
#include "region/database.h"

namespace sveiki::region {

inline const std::string& text(const Value& value) {
  return std::get<std::string>(value);
}
inline std::string take_text(Value& value) {
  return std::get<std::string>(std::move(value));
}
inline std::int64_t number(const Value& value) {
  return std::get<std::int64_t>(value);
}
inline bool is_null(const Value& value) {
  return std::holds_alternative<std::monostate>(value);
}
inline Instant instant(const Value& value) {
  return {number(value)};
}
inline std::optional<Instant> instant_if_any(const Value& value) {
  if (is_null(value)) return std::nullopt;
  return instant(value);
}
inline CivilDay day(const Value& value) {
  return CivilDay::from_number(static_cast<int>(number(value)));
}
inline Value value(CivilDay day) {
  return std::int64_t{day.number()};
}

}  // namespace sveiki::region
