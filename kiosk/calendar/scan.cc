// SPDX-License-Identifier: EUPL-1.2
#include "calendar/scan.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "calendar/lines.h"
#include "calendar/text.h"

namespace sveiki::calendar {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLongestName = 60;
// What Rule::parse takes at most.
constexpr std::size_t kLongestRule = 1000;

constexpr std::array<std::string_view, 13> kOfEvents{
    "UID",      "SEQUENCE", "SUMMARY", "LOCATION", "STATUS",        "DTSTART", "DTEND",
    "DURATION", "RDATE",    "EXDATE",  "EXRULE",   "RECURRENCE-ID", "CLASS"};
constexpr std::array<std::string_view, 7> kOfZones{
    "TZID", "X-LIC-LOCATION", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"};
// How often a clock may change: all else would be searched through for very long.
constexpr std::string_view kYearly = "FREQ=YEARLY";

/// "SUMMARY" and "Molis" of "SUMMARY;LANGUAGE=lt:Molis".
struct Property {
  std::string name;
  std::string_view value;
};

Property property(std::string_view line) {
  bool quoted = false;
  std::size_t colon = 0;
  for (; colon < line.size() && (quoted || line[colon] != ':'); ++colon)
    if (line[colon] == '"') quoted = !quoted;
  return {upper(line.substr(0, line.find_first_of(";:"))),
          colon < line.size() ? line.substr(colon + 1) : std::string_view{}};
}

class Scanner {
 public:
  explicit Scanner(const ScanLimits& limits) : limits_(limits) {}

  void take(const Line& line);
  Scanned finish();

 private:
  void begin(const Line& line, const std::string& component);
  void end(const std::string& component);
  void keep(const Line& line, const Property& property);
  void close(std::string_view refusal = {});
  void refuse(std::string sentence) {
    if (block_->refused.empty()) block_->refused = std::move(sentence);
  }
  bool in_event() const { return block_ && open_[1] == "VEVENT"; }

  const ScanLimits limits_;
  Scanned found_;
  std::vector<std::string> open_;  ///< components, outermost first
  std::optional<Block> block_;     ///< the event or zone that is being read
  std::string uid_;
  bool calendar_seen_ = false;
  bool cancelling_ = false;
};

void Scanner::take(const Line& line) {
  const Property found = property(line.text);
  if (!calendar_seen_ && (found.name != "BEGIN" || upper(found.value) != "VCALENDAR"))
    throw CalendarError("is not a calendar: it does not begin with BEGIN:VCALENDAR.");
  calendar_seen_ = true;
  if (found.name == "BEGIN") return begin(line, upper(found.value));
  if (found.name == "END") return end(upper(found.value));
  if (block_) return keep(line, found);
  if (open_.size() == 1 && found.name == "METHOD") cancelling_ = upper(found.value) == "CANCEL";
}

void Scanner::begin(const Line& line, const std::string& component) {
  // An event stands in no other: the end of the one before is missing.
  if (block_ && (component == "VEVENT" || component == "VCALENDAR")) {
    close("It has no end: the line END:VEVENT is missing.");
    open_.resize(1);
  }
  if (component == "VCALENDAR") {
    open_.clear();
    cancelling_ = false;
  }
  open_.push_back(shortened(component, kLongestName));
  if (open_.size() > limits_.depth)
    throw CalendarError("is nested too deep (line " + std::to_string(line.number) +
                        "). No calendar program writes so.");
  if (block_ && in_event()) return;
  if (block_) {
    if (component != "STANDARD" && component != "DAYLIGHT") refuse("It is no time zone.");
    block_->text += "BEGIN:" + open_.back() + "\r\n";
    return;
  }
  if (open_.size() != 2) return;
  if (component == "VEVENT" || component == "VTIMEZONE") {
    if (found_.events.size() == limits_.events)
      throw CalendarError("holds more than 20,000 events. Export fewer years.");
    if (found_.zones.size() == limits_.zones)
      throw CalendarError("holds more than 200 time zones. No calendar program writes so.");
    block_ =
        Block{.line = line.number, .text = "BEGIN:" + component + "\r\n", .withdrawn = cancelling_};
    uid_.clear();
  } else {
    ++found_.others;
  }
}

void Scanner::end(const std::string& component) {
  const auto found = std::ranges::find(open_, component);
  if (found == open_.end()) return;  // the end of nothing
  const auto depth = static_cast<std::size_t>(found - open_.begin());
  if (block_ && depth == 1) close();
  if (block_ && depth == 0) close("It has no end: the line END:VEVENT is missing.");
  if (block_ && !in_event()) block_->text += "END:" + component + "\r\n";
  open_.resize(depth);
}

void Scanner::keep(const Line& line, const Property& found) {
  Block& block = *block_;
  const bool of_event = in_event();
  if (of_event && open_.size() != 2) return;  // an alarm
  const bool wanted = of_event ? std::ranges::find(kOfEvents, found.name) != kOfEvents.end() ||
                                     found.name == "RRULE" || found.name.starts_with("X-SVEIKI-")
                               : std::ranges::find(kOfZones, found.name) != kOfZones.end();
  if (!wanted) return;
  if (line.cut || block.text.size() + line.text.size() > limits_.event)
    return refuse(found.name + " is far too long.");
  if (!is_clean(line.text))
    return refuse(found.name + " is not text in UTF-8. Save or export the calendar as UTF-8.");
  if (found.name == "SUMMARY") block.name = shortened(found.value, kLongestName);
  if (found.name == "UID") uid_ = shortened(found.value, kLongestName);
  if (found.name == "RRULE") {
    const std::string rule = upper(found.value);
    if (rule.size() > kLongestRule) return refuse("Its rule is far too long.");
    if (!of_event && rule.find(kYearly) == std::string::npos) return refuse("It is no time zone.");
    if (of_event) {
      block.rules.push_back(rule);
      return;
    }
  }
  block.text += line.text + "\r\n";
}

void Scanner::close(std::string_view refusal) {
  if (!refusal.empty()) refuse(std::string{refusal});
  if (block_->name.empty()) block_->name = uid_;
  const bool event = in_event();
  block_->text += event ? "END:VEVENT\r\n" : "END:VTIMEZONE\r\n";
  (event ? found_.events : found_.zones).push_back(*std::exchange(block_, std::nullopt));
}

Scanned Scanner::finish() {
  if (!calendar_seen_) throw CalendarError("is empty.");
  if (block_) close("It has no end: the file stops in the middle of it.");
  return std::move(found_);
}

}  // namespace

Scanned scan(std::istream& in, const ScanLimits& limits) {
  Lines lines(in, limits.line, limits.file);
  Scanner scanner(limits);
  bool first = true;
  while (auto line = lines.next()) {
    if (std::exchange(first, false)) {
      if (line->text.starts_with("\xFF\xFE") || line->text.starts_with("\xFE\xFF"))
        throw CalendarError("is UTF-16 text. Save it again as UTF-8.");
      if (line->text.starts_with(kByteOrderMark)) line->text.erase(0, kByteOrderMark.size());
    }
    if (!line->text.empty()) scanner.take(*line);
  }
  return scanner.finish();
}

}  // namespace sveiki::calendar
