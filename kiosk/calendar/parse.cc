// SPDX-License-Identifier: EUPL-1.2
#include "calendar/parse.h"

#include <libical/ical.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "calendar/child.h"
#include "calendar/text.h"
#include "calendar/wire.h"

namespace sveiki::calendar {
namespace {

// A file is made of many events, and of few traps.
constexpr int kMostDeaths = 5;
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2200;

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  void operator()(icaltimezone* zone) const { icaltimezone_free(zone, 1); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

std::string text_of(const char* text) {
  return text ? text : "";
}

std::string parameter(icalproperty* property, icalparameter_kind kind) {
  icalparameter* found = icalproperty_get_first_parameter(property, kind);
  if (!found) return {};
  return kind == ICAL_TZID_PARAMETER ? text_of(icalparameter_get_tzid(found)) : "there";
}

std::optional<Time> time_of(icalproperty* property, const icaltimetype& t) {
  const std::chrono::year_month_day date{std::chrono::year{t.year},
                                         std::chrono::month{static_cast<unsigned>(t.month)},
                                         std::chrono::day{static_cast<unsigned>(t.day)}};
  if (!date.ok() || t.year < kFirstYear || t.year > kLastYear) return std::nullopt;
  if (t.hour < 0 || t.hour > 23 || t.minute < 0 || t.minute > 59 || t.second < 0)
    return std::nullopt;
  Time time{.date = CivilDay{std::chrono::sys_days{date}}};
  if (t.is_date) return time;
  time.seconds = (t.hour * 60 + t.minute) * 60 + std::min(t.second, 59);
  time.zone = icaltime_is_utc(t) ? "Z" : parameter(property, ICAL_TZID_PARAMETER);
  return time;
}

std::optional<int> number(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

void read_own(icalproperty* property, Event& event) {
  const std::string name = upper(text_of(icalproperty_get_x_name(property)));
  std::string value = text_of(icalproperty_get_x(property));
  constexpr std::string_view kText = "X-SVEIKI-TEXT-";
  if (name.starts_with(kText))
    event.texts.push_back({name.substr(kText.size()), std::move(value)});
  else if (name == "X-SVEIKI-CLOSED")
    event.closes = true;
  else if (name == "X-SVEIKI-SYMBOL")
    event.symbol = std::move(value);
  else if (name == "X-SVEIKI-ACTIVITY")
    event.activity = std::move(value);
  else if (name == "X-SVEIKI-FORMAT")
    event.format = std::move(value);
  else if (name == "X-SVEIKI-LEADER")
    event.leader = std::move(value);
  else if (name == "X-SVEIKI-SLOTS")
    event.slots = std::move(value);
  else if (name == "X-SVEIKI-PLACES")
    event.places = number(value);
}

void read_property(icalproperty* property, Event& event) {
  const auto keep = [&](std::vector<Time>& times, const icaltimetype& t, const char* name) {
    if (auto time = time_of(property, t))
      times.push_back(*std::move(time));
    else
      event.odd.emplace_back(name);
  };
  switch (icalproperty_isa(property)) {
    case ICAL_UID_PROPERTY:
      event.uid = text_of(icalproperty_get_uid(property));
      break;
    case ICAL_SEQUENCE_PROPERTY:
      event.sequence = std::max(0, icalproperty_get_sequence(property));
      break;
    case ICAL_SUMMARY_PROPERTY:
      event.summary = text_of(icalproperty_get_summary(property));
      break;
    case ICAL_LOCATION_PROPERTY:
      event.location = text_of(icalproperty_get_location(property));
      break;
    case ICAL_STATUS_PROPERTY:
      event.cancelled = icalproperty_get_status(property) == ICAL_STATUS_CANCELLED;
      break;
    case ICAL_CLASS_PROPERTY:
      event.confidential = icalproperty_get_class(property) != ICAL_CLASS_PUBLIC;
      break;
    case ICAL_DTSTART_PROPERTY:
      event.start = time_of(property, icalproperty_get_dtstart(property));
      break;
    case ICAL_DTEND_PROPERTY:
      event.end = time_of(property, icalproperty_get_dtend(property));
      if (!event.end) event.odd.emplace_back("DTEND");
      break;
    case ICAL_DURATION_PROPERTY:
      event.duration = icaldurationtype_as_int(icalproperty_get_duration(property));
      break;
    case ICAL_RDATE_PROPERTY: {
      const icaldatetimeperiodtype when = icalproperty_get_rdate(property);
      const bool period = icaltime_is_null_time(when.time);
      if (period) event.odd.emplace_back("the length of an RDATE");
      keep(event.extra, period ? when.period.start : when.time, "RDATE");
      break;
    }
    case ICAL_EXDATE_PROPERTY:
      keep(event.except, icalproperty_get_exdate(property), "EXDATE");
      break;
    case ICAL_RECURRENCEID_PROPERTY:
      event.original = time_of(property, icalproperty_get_recurrenceid(property));
      if (!event.original) event.odd.emplace_back("RECURRENCE-ID");
      if (!parameter(property, ICAL_RANGE_PARAMETER).empty()) event.odd.emplace_back("RANGE");
      break;
    case ICAL_EXRULE_PROPERTY:
      event.odd.emplace_back("EXRULE");
      break;
    case ICAL_X_PROPERTY:
      read_own(property, event);
      break;
    case ICAL_XLICERROR_PROPERTY:
      event.odd.push_back(shortened(text_of(icalproperty_get_xlicerror(property)), 80));
      break;
    default:
      break;
  }
}

Event read_event(const Block& block) {
  Event event;
  const Component component(icalparser_parse_string(block.text.c_str()));
  if (!component) return event;
  for (icalproperty* p = icalcomponent_get_first_property(component.get(), ICAL_ANY_PROPERTY); p;
       p = icalcomponent_get_next_property(component.get(), ICAL_ANY_PROPERTY))
    read_property(p, event);
  event.cancelled = event.cancelled || block.withdrawn;
  return event;
}

Zone read_zone(const Block& block, const std::vector<Instant>& instants) {
  Zone zone;
  Component component(icalparser_parse_string(block.text.c_str()));
  const std::unique_ptr<icaltimezone, Free> clock(icaltimezone_new());
  if (!component || !icaltimezone_set_component(clock.get(), component.get())) return zone;
  component.release();  // the clock's now
  zone.id = text_of(icaltimezone_get_tzid(clock.get()));
  zone.location = text_of(icaltimezone_get_location(clock.get()));
  for (const Instant instant : instants) {
    icaltimetype utc = icaltime_from_timet_with_zone(static_cast<std::time_t>(instant.ms / 1000), 0,
                                                     icaltimezone_get_utc_timezone());
    zone.offsets.push_back(icaltimezone_get_utc_offset_of_utc_time(clock.get(), &utc, nullptr));
  }
  return zone;
}

std::string_view sentence(ChildEnd end) {
  return end == ChildEnd::kTooLong ? "It takes too long to read: something in it never ends."
                                   : "It cannot be read: something in it breaks the reader.";
}

}  // namespace

Parsed parse(Scanned& file, const std::vector<Instant>& instants) {
  Parsed parsed;
  parsed.events.resize(file.events.size());
  std::vector<Block*> blocks;
  const auto add = [&](std::vector<Block>& all) {
    for (Block& block : all)
      if (block.refused.empty()) blocks.push_back(&block);
  };
  add(file.zones);
  const std::size_t zones = blocks.size();
  add(file.events);

  std::size_t next = 0;
  const auto work = [&](const Send& send) {
    icalerror_set_errors_are_fatal(0);
    for (std::size_t i = next; i < blocks.size(); ++i)
      send(i < zones ? packed(read_zone(*blocks[i], instants)) : packed(read_event(*blocks[i])));
  };
  const auto receive = [&](std::string_view message) {
    if (next == blocks.size()) throw CalendarError("breaks its reader.");
    const Block* block = blocks[next];
    if (next++ < zones)
      parsed.zones.push_back(unpacked<Zone>(message));
    else
      parsed.events[static_cast<std::size_t>(block - file.events.data())] =
          unpacked<Event>(message);
  };
  for (int deaths = 0; next < blocks.size();) {
    const ChildEnd end = in_child(work, receive);
    if (next == blocks.size()) break;
    if (++deaths > kMostDeaths)
      throw CalendarError("breaks its reader again and again. Nothing of it was read.");
    blocks[next++]->refused = sentence(end);
  }
  return parsed;
}

}  // namespace sveiki::calendar
