// SPDX-License-Identifier: EUPL-1.2
/// Events and zones as bytes, to pass them from one process to another on the same machine.
/// `fields` names what is passed, once for both ways.
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

#include "calendar/event.h"

namespace sveiki::calendar {

template <class Wire>
void fields(Wire& wire, Time& time) {
  wire(time.date, time.seconds, time.zone);
}
template <class Wire>
void fields(Wire& wire, Zone& zone) {
  wire(zone.id, zone.location, zone.offsets);
}
template <class Wire>
void fields(Wire& wire, Words& words) {
  wire(words.language, words.text);
}
template <class Wire>
void fields(Wire& wire, Event& e) {
  wire(e.uid, e.sequence, e.summary, e.location, e.cancelled, e.confidential, e.start, e.end,
       e.duration, e.extra, e.except, e.original, e.odd, e.activity, e.format, e.leader, e.slots,
       e.symbol, e.places, e.texts, e.closes);
}

class Packer {
 public:
  template <class... T>
  void operator()(T&... values) {
    (put(values), ...);
  }
  std::string bytes;

 private:
  void number(std::size_t n) { put(static_cast<int>(n)); }
  template <class T>
  void put(std::optional<T>& value) {
    number(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  void put(std::vector<T>& values) {
    number(values.size());
    for (T& value : values) put(value);
  }
  void put(Words& words) { fields(*this, words); }
  void put(Time& time) { fields(*this, time); }
  void put(Event& event) { fields(*this, event); }
  void put(Zone& zone) { fields(*this, zone); }
  void put(int n) { bytes.append(reinterpret_cast<const char*>(&n), sizeof n); }
  void put(bool yes) { number(yes); }
  void put(const CivilDay& day) { put(day.number()); }
  void put(const std::string& text) {
    number(text.size());
    bytes += text;
  }
};

/// Throws std::runtime_error for bytes that no Packer wrote: who wrote them may be broken.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : left_(bytes) {}
  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }

 private:
  std::string_view take(std::size_t size) {
    if (size > left_.size()) throw std::runtime_error("the message is too short");
    const std::string_view taken = left_.substr(0, size);
    left_.remove_prefix(size);
    return taken;
  }
  /// Of things that need a byte at least.
  std::size_t size() {
    int n = 0;
    get(n);
    if (n < 0 || static_cast<std::size_t>(n) > left_.size())
      throw std::runtime_error("the message is too short");
    return static_cast<std::size_t>(n);
  }
  void get(int& n) { std::memcpy(&n, take(sizeof n).data(), sizeof n); }
  void get(bool& yes) {
    int n = 0;
    get(n);
    yes = n != 0;
  }
  void get(CivilDay& day) {
    int n = 0;
    get(n);
    day = CivilDay::from_number(n);
  }
  void get(std::string& text) { text = take(size()); }
  template <class T>
  void get(std::optional<T>& value) {
    bool there = false;
    get(there);
    if (there) get(value.emplace());
  }
  template <class T>
  void get(std::vector<T>& values) {
    values.resize(size());
    for (T& value : values) get(value);
  }
  template <class T>
  void get(T& value) {
    fields(*this, value);
  }

  std::string_view left_;
};

template <class T>
std::string packed(T value) {
  Packer packer;
  packer(value);
  return std::move(packer.bytes);
}

template <class T>
T unpacked(std::string_view bytes) {
  T value;
  Unpacker{bytes}(value);
  return value;
}

}  // namespace sveiki::calendar
