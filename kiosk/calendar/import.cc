// SPDX-License-Identifier: EUPL-1.2
#include "calendar/import.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <set>

#include "calendar/parse.h"
#include "calendar/reading.h"

namespace sveiki::calendar {
namespace {

/// A new id, always the same for the same UID (FNV-1a).
std::string id_for(std::string_view uid) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : uid) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  char id[24];
  std::snprintf(id, sizeof id, "cal-%016llx", static_cast<unsigned long long>(hash));
  return id;
}

struct Said {
  const Block* block = nullptr;
  const Event* event = nullptr;
};

/// All that a file says about one series: the event, or one for each slot, and its changed days.
struct Group {
  std::map<int, Said> masters;                  ///< by slot
  std::vector<std::pair<int, Said>> overrides;  ///< with their slot
};

class Importer {
 public:
  explicit Importer(const Here& here)
      : here_(here),
        names_(here.centre, here.activities),
        zones_(here.centre.zone, here.today),
        reading_(here.centre, names_, zones_, here.today) {
    for (const Entry& entry : here.known) known_.emplace(uid_of(entry, here.centre), &entry);
  }

  Imported run(std::istream& file);

 private:
  void note(const Block& block, std::string sentence, bool kept = false) {
    result_.notes.push_back({block.line, block.name, std::move(sentence), kept});
  }
  void sort_in(const Block& block, const Event& event);
  void take(const std::string& uid, const Group& group);
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
  std::map<std::string, const Entry*> known_;  ///< by UID
  std::map<std::string, Group> groups_;        ///< by UID
  Imported result_;
};

void Importer::sort_in(const Block& block, const Event& event) {
  if (event.uid.empty()) {
    ++result_.events;
    return note(block, "It has no UID: nobody would know it again.");
  }
  // Other programs end a UID with a number too.
  UidParts parts = parts_of_uid(event.uid, here_.centre);
  const Entry* of_slots = parts.slot ? known(parts.uid) : nullptr;
  if (!event.slots && !(of_slots && of_slots->series.slots)) parts = {event.uid, 0, {}};
  Group& group = groups_[parts.uid];
  const int slot = parts.slot.value_or(0);
  if (event.original) {
    group.overrides.push_back({slot, {&block, &event}});
    return;
  }
  const auto [place, fresh] = group.masters.try_emplace(slot, Said{&block, &event});
  if (fresh) return;
  Said other{&block, &event};
  if (event.sequence > place->second.event->sequence) std::swap(other, place->second);
  note(*other.block, "It stands in the file twice; the newer one is taken.");
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
  for (const auto& [slot, change] : group.overrides) {
    const WallTime begin =
        series.slots ? series.start + slot * step_of(*series.slots) : series.start;
    try {
      if (const auto exception = reading_.exception(*change.event, series, begin, remarks))
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

void Importer::take(const std::string& uid, const Group& group) {
  ++result_.events;
  if (group.masters.empty())
    return note(*group.overrides.front().second.block,
                "It changes one day of a series that is not in the file.");
  const auto& [block, event] = group.masters.begin()->second;
  const Entry* old = known(uid);
  if (old && event->sequence < old->sequence)
    return note(*block, "It is older than what is posted, and ignored.");
  if (event->cancelled) {
    if (old) result_.withdrawn.push_back(old->series.id);
    return;
  }
  const UidParts parts = parts_of_uid(uid, here_.centre);
  Entry entry{{}, parts.own.empty() ? uid : "", event->sequence};
  try {
    entry.series = read(group, old, *block);
  } catch (const NotKept& why) {
    return note(*block, why.what());
  }
  entry.series.id = old ? old->series.id : !parts.own.empty() ? parts.own : id_for(uid);
  if (old) keep_cancelled(*old, entry, *block);
  if (!old)
    result_.fresh.push_back(std::move(entry));
  else if (*old != entry)
    result_.changed.push_back(std::move(entry));
  else
    ++result_.unchanged;
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
  for (const auto& [uid, group] : groups_) take(uid, group);
  for (const auto& [uid, entry] : known_)
    if (!entry->uid.empty() && !groups_.contains(uid)) result_.missing.push_back(entry->series.id);
  std::ranges::stable_sort(result_.notes, {}, &Note::line);
  if (scanned.others > 0)
    result_.notes.insert(
        result_.notes.begin(),
        {0, "", std::to_string(scanned.others) + " tasks or other things in it are no events.",
         true});
  return std::move(result_);
}

}  // namespace

Imported import_calendar(std::istream& file, const Here& here) {
  return Importer(here).run(file);
}

}  // namespace sveiki::calendar
