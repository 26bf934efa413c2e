// SPDX-License-Identifier: EUPL-1.2
#include "calendar/import.h"

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

#include "calendar/parse.h"
#include "calendar/reading.h"
#include "calendar/whole_days.h"

namespace sveiki::calendar {
namespace {

// More than anybody reads; each is looked at whenever the wall is drawn.
constexpr std::size_t kMostAnnouncements = 500;

struct Said {
  const Block* block = nullptr;
  const Event* event = nullptr;
};

/// One day that is otherwise than the rule says.
struct Override {
  int slot = 0;
  Said said;
  bool moved_away = false;  ///< on its own: the event itself calls that day off
};

/// All that a file says about one series: the event, or one for each slot, and its changed days.
struct Group {
  std::map<int, Said> masters;  ///< by slot
  std::vector<Override> overrides;
  std::map<int, std::vector<Time>> besides;  ///< by slot: days besides the rule, on their own
};

class Importer {
 public:
  explicit Importer(const Here& here)
      : here_(here),
        names_(here.centre, here.activities),
        zones_(here.centre.zone, here.today),
        reading_(here.centre, names_, zones_, here.today),
        whole_days_(here.centre, names_, here.pictures, reading_, here.today) {
    for (const Entry& entry : here.known) known_.emplace(uid_of(entry, here.centre), &entry);
    for (const Announcement& one : here.announcements)
      known_days_[uid_of(one, here.centre)].push_back(&one);
  }

  Imported run(std::istream& file);

 private:
  void note(const Block& block, std::string sentence, bool kept = false) {
    result_.notes.push_back({block.line, block.name, std::move(sentence), kept});
  }
  void sort_in(const Block& block, const Event& event);
  bool is_of_ours(const Event& event, const UidParts& parts) const;
  void join_days_besides(Group& group);
  void take(const std::string& uid, const Group& group);
  Entry read_series(const std::string& uid, const Group& group, const Entry* old);
  std::optional<std::vector<Announcement>> read_days(const std::string& uid, const Group& group);
  void take_series(Entry entry, const Entry* old);
  void take_days(const std::string& uid, std::vector<Announcement> days, const Block& block);
  void name_what_is_missing();
  Series read(const Group& group, const Entry* known, const Block& block);
  void keep_cancelled(const Entry& known, Entry& entry, const Block& block);
  const Entry* known(const std::string& uid) const {
    const auto found = known_.find(uid);
    return found == known_.end() ? nullptr : found->second;
  }

  const Here& here_;
  Names names_;
  Zones zones_;
  Reading reading_;
  WholeDays whole_days_;
  std::map<std::string, const Entry*> known_;  ///< by UID
  std::map<std::string, std::vector<const Announcement*>> known_days_;
  std::map<std::string, Group> groups_;  ///< by UID
  std::deque<Event> made_;               ///< events of the file, with what belongs to them
  Imported result_;
  int over_ = 0;  ///< events of whole days
};

void Importer::sort_in(const Block& block, const Event& event) {
  if (event.uid.empty()) {
    ++result_.events;
    return note(block, "It has no UID: nobody would know it again.");
  }
  UidParts parts = parts_of_uid(event.uid, here_.centre);
  if (!is_of_ours(event, parts)) parts = {event.uid, {}, {}, {}};
  Group& group = groups_[parts.uid];
  const int slot = parts.slot.value_or(0);
  if (event.original) {
    group.overrides.push_back({slot, {&block, &event}});
    return;
  }
  if (parts.time && event.start) {
    Event& one = made_.emplace_back(event);
    one.original =
        Time{parts.time->original.date, parts.time->original.minutes * 60, event.start->zone};
    if (parts.time->whole_day) one.original->seconds = -1;
    if (parts.time->besides_rule) group.besides[slot].push_back(*one.original);
    group.overrides.push_back({slot, {&block, &one}, !parts.time->besides_rule});
    return;
  }
  const auto [place, fresh] = group.masters.try_emplace(slot, Said{&block, &event});
  if (fresh) return;
  Said other{&block, &event};
  if (event.sequence > place->second.event->sequence) std::swap(other, place->second);
  note(*other.block, "It stands in the file twice; the newer one is taken.");
}

/// Other programs end a UID with a number, or with more, too.
bool Importer::is_of_ours(const Event& event, const UidParts& parts) const {
  const Entry* series = known(parts.uid);
  if (parts.slot) return event.slots || (series && series->series.slots);
  if (parts.time)
    return event.activity || !event.texts.empty() || series || known_days_.contains(parts.uid);
  return true;
}

/// As if the event itself had named them.
void Importer::join_days_besides(Group& group) {
  for (const auto& [slot, besides] : group.besides) {
    auto master = group.masters.find(slot);
    if (master == group.masters.end()) {
      const auto first = std::ranges::find(group.overrides, slot, &Override::slot);
      // Whole days that come again have no other event.
      if (!besides.front().whole_day()) continue;
      master = group.masters.emplace(slot, first->said).first;
    }
    Event& event = made_.emplace_back(*master->second.event);
    if (event.original) event.start = std::exchange(event.original, std::nullopt);
    event.extra.insert(event.extra.end(), besides.begin(), besides.end());
    master->second.event = &event;
  }
}

/// A day that was cancelled here stays so, until the calendar has a newer revision.
void Importer::keep_cancelled(const Entry& known, Entry& entry, const Block& block) {
  if (known.sequence != entry.sequence) return;
  std::vector<Exception>& exceptions = entry.series.exceptions;
  for (const Exception& one : known.series.exceptions) {
    if (!one.cancelled) continue;
    const auto said = std::ranges::find(exceptions, one.original, &Exception::original);
    if (said != exceptions.end() && said->cancelled) continue;
    if (said != exceptions.end())
      *said = one;
    else
      exceptions.push_back(one);
    note(block, "On " + one.original.date.iso() + " it stays cancelled, as it was here.", true);
  }
  std::ranges::sort(exceptions);
}

Series Importer::read(const Group& group, const Entry* known, const Block& block) {
  Reading::Remarks remarks;
  Series series;
  std::map<WallTime, Exception> exceptions;
  for (const auto& [slot, master] : group.masters) {
    Series one = reading_.series(*master.event, master.block->rules,
                                 known ? &known->series : nullptr, remarks);
    for (const Exception& cancelled : one.exceptions)
      exceptions.emplace(cancelled.original, cancelled);
    if (&master == &group.masters.begin()->second) {
      if (slot > 0) one.start = one.start + -slot * step_of(*one.slots);
      series = std::move(one);
    } else if (one.start != series.start + slot * step_of(*series.slots) ||
               one.rule != series.rule) {
      remarks.push_back("Its slots do not follow each other any more; the first one tells.");
    }
  }
  for (const auto& [slot, change, moved_away] : group.overrides) {
    const WallTime begin =
        series.slots ? series.start + slot * step_of(*series.slots) : series.start;
    try {
      const auto exception = reading_.exception(*change.event, series, begin, remarks);
      if (!exception) continue;
      if (moved_away)
        exceptions.insert_or_assign(exception->original, *exception);
      else
        exceptions.emplace(exception->original, *exception);
    } catch (const NotKept& why) {
      remarks.push_back(std::string{"One changed day is not kept. "} + why.what());
    }
  }
  series.exceptions.clear();
  for (auto& [original, exception] : exceptions) series.exceptions.push_back(std::move(exception));
  for (std::string& remark : remarks) note(block, std::move(remark), true);
  return series;
}

Entry Importer::read_series(const std::string& uid, const Group& group, const Entry* old) {
  const auto& [block, event] = group.masters.begin()->second;
  const UidParts parts = parts_of_uid(uid, here_.centre);
  Entry entry{read(group, old, *block), parts.own.empty() ? uid : "", event->sequence};
  entry.series.id = old ? old->series.id : !parts.own.empty() ? parts.own : id_for(uid);
  if (old) keep_cancelled(*old, entry, *block);
  return entry;
}

/// Nothing if the event is a series.
std::optional<std::vector<Announcement>> Importer::read_days(const std::string& uid,
                                                             const Group& group) {
  const auto& [block, event] = group.masters.begin()->second;
  if (!event->start || !event->start->whole_day()) return std::nullopt;
  const auto& old = known_days_[uid];
  const bool own = !own_days(uid, here_.centre).empty();
  const auto said = whole_days_.said(*event, own && !old.empty() ? old.front() : nullptr);
  if (!said) return std::nullopt;
  WholeDays::Times times{uid, *event, block->rules, {}};
  for (const Override& change : group.overrides) times.changes.push_back(change.said.event);
  Reading::Remarks remarks;
  auto days = whole_days_.times(times, *said, remarks);
  for (std::string& remark : remarks) note(*block, std::move(remark), true);
  if (days.empty() && old.empty()) ++over_;
  return days;
}

void Importer::take_days(const std::string& uid, std::vector<Announcement> days,
                         const Block& block) {
  const auto& old = known_days_[uid];
  for (const Announcement* one : old)
    if (one->to >= here_.today && std::ranges::find(days, one->id, &Announcement::id) == days.end())
      result_.days.withdrawn.push_back(one->id);
  for (Announcement& one : days) {
    const auto same_id = [&](const Announcement* other) { return other->id == one.id; };
    const auto stands = std::ranges::find_if(old, same_id);
    if (stands != old.end() && **stands == one)
      ++result_.days.unchanged;
    else if (stands != old.end())
      result_.days.changed.push_back(std::move(one));
    else if (here_.announcements.size() + result_.days.fresh.size() < kMostAnnouncements)
      result_.days.fresh.push_back(std::move(one));
    else
      return note(block, "There are 500 closed days and announcements already.");
  }
}

void Importer::take_series(Entry entry, const Entry* old) {
  if (!old)
    result_.fresh.push_back(std::move(entry));
  else if (*old != entry)
    result_.changed.push_back(std::move(entry));
  else
    ++result_.unchanged;
}

void Importer::take(const std::string& uid, const Group& group) {
  ++result_.events;
  if (group.masters.empty())
    return note(*group.overrides.front().said.block,
                "It changes one day of a series that is not in the file.");
  const auto& [block, event] = group.masters.begin()->second;
  const Entry* old = known(uid);
  int sequence = old ? old->sequence : 0;
  for (const Announcement* one : known_days_[uid]) sequence = std::max(sequence, one->sequence);
  if (event->sequence < sequence)
    return note(*block, "It is older than what is posted, and ignored.");
  std::optional<Entry> series;
  std::vector<Announcement> days;
  try {
    if (!event->cancelled) {
      if (auto read = read_days(uid, group))
        days = *std::move(read);
      else
        series = read_series(uid, group, old);
    }
  } catch (const NotKept& why) {
    return note(*block, why.what());
  }
  // Also of an event that has become one of whole days, or is one no more.
  if (old && !series) result_.withdrawn.push_back(old->series.id);
  if (series) take_series(*std::move(series), old);
  take_days(uid, std::move(days), *block);
}

void Importer::name_what_is_missing() {
  for (const auto& [uid, entry] : known_)
    if (!entry->uid.empty() && !groups_.contains(uid)) result_.missing.push_back(entry->series.id);
  for (const Announcement& one : here_.announcements)
    if (!one.uid.empty() && one.to >= here_.today && !groups_.contains(one.uid))
      result_.days.missing.push_back(one.id);
}

Imported Importer::run(std::istream& file) {
  Scanned scanned = scan(file);
  const Parsed parsed = parse(scanned, zones_.instants());
  zones_.know(parsed.zones);
  for (std::size_t i = 0; i < scanned.events.size(); ++i) {
    const Block& block = scanned.events[i];
    if (block.refused.empty() && parsed.events[i]) {
      sort_in(block, *parsed.events[i]);
    } else {
      ++result_.events;
      note(block, block.refused);
    }
  }
  for (auto& [uid, group] : groups_) {
    join_days_besides(group);
    take(uid, group);
  }
  name_what_is_missing();
  const auto of_the_file = [&](int number, const char* what) {
    if (number > 0) result_.notes.push_back({0, "", std::to_string(number) + what, true});
  };
  of_the_file(scanned.others, " tasks or other things in it are no events.");
  of_the_file(over_, " events of whole days are over, or far ahead.");
  std::ranges::stable_sort(result_.notes, {}, &Note::line);
  return std::move(result_);
}

}  // namespace

Imported import_calendar(std::istream& file, const Here& here) {
  return Importer(here).run(file);
}

}  // namespace sveiki::calendar
