// SPDX-License-Identifier: EUPL-1.2
#include "region/pack_recount.h"

#include <array>
#include <map>

#include "region/sheets_text.h"
#include "region/sheets_totals.h"

namespace sveiki::region {
namespace {

class Recounter {
 public:
  Recounter(const std::vector<Device>& devices, const std::set<SheetPlace>& set_aside)
      : set_aside_(set_aside) {
    for (const Device& device : devices) devices_[device.id] = &device;
  }

  void take(std::size_t index, const sync::Envelope& envelope) {
    const auto device = devices_.find(envelope.device);
    if (device == devices_.end()) return fault(index, "is of a device that nobody knows");
    if (!sync::verify(device->second->key, envelope.what, envelope.body, envelope.signature))
      return fault(index, "does not bear the signature of its device");
    if (envelope.what == "POST /v1/sheets")
      take_upload(index, envelope, *device->second);
    else
      take_withdrawal(index, envelope, *device->second);
  }

  Recount finish() {
    using Period = std::pair<std::string, std::string>;  // of a centre
    struct Month {
      SheetRows rows;
      std::array<DayMarker, 31> days;
    };
    std::map<Period, Month> months;
    std::map<std::pair<Period, std::string>, SheetRows> people;  // by record
    for (const auto& [key, sheet] : standing_) {
      const auto& [centre, id] = key;
      if (withdrawn_.contains({centre, id.life})) continue;
      ++result_.sheets;
      if (id.kind == SheetKind::kPeople) {
        add(people[{{centre, id.period}, id.life.substr(0, kRecordDigits)}], sheet.rows);
        continue;
      }
      Month& month = months[{centre, id.period.substr(0, 7)}];
      add(month.rows, sheet.rows);
      if (!sheet.state) continue;
      const CivilDay day = CivilDay::parse(id.period).value();
      month.days.at(static_cast<unsigned>(day.date().day()) - 1)
          .add(day_state_name(*sheet.state), false);
    }
    for (const auto& [of, month] : months) {
      std::string marks;
      for (const DayMarker& day : month.days) marks += day.mark();
      result_.months.push_back({of.first, of.second, write_rows(month.rows), marks, {}, false});
    }
    for (const auto& [key, rows] : people) {
      const auto& [of, record] = key;
      result_.people.push_back({of.first, of.second, write_rows(rows), {}, {}, false, record});
    }
    return std::move(result_);
  }

 private:
  void fault(std::size_t index, const std::string& why) {
    result_.faults.push_back(envelope_name(index) + " " + why + ".");
  }

  void take_upload(std::size_t index, const sync::Envelope& envelope, const Device& device) {
    const auto read = sync::read_upload(envelope.body);
    const auto* upload = std::get_if<sync::Upload>(&read);
    if (!upload) return fault(index, "holds no sheets that can be read");
    if (upload->device != device.id || upload->centre != device.centre)
      return fault(index, "speaks for a centre that is not its device's");
    for (std::size_t i = 0; i < upload->sheets.size(); ++i) {
      if (set_aside_.contains({index, i})) continue;
      const Sheet& sheet = upload->sheets[i];
      const auto [held, fresh] = standing_.try_emplace({device.centre, sheet.id}, sheet);
      if (!fresh && join(&held->second, sheet) == Verdict::kStored) held->second = sheet;
    }
  }

  void take_withdrawal(std::size_t index, const sync::Envelope& envelope, const Device& device) {
    const auto read = sync::read_withdrawal(envelope.body);
    const auto* withdrawal = std::get_if<sync::Withdrawal>(&read);
    if (envelope.what != "POST /v1/withdraw" || !withdrawal)
      return fault(index, "holds nothing that can be read");
    if (withdrawal->device != device.id || withdrawal->centre != device.centre)
      return fault(index, "speaks for a centre that is not its device's");
    for (const std::string& life : withdrawal->lives) withdrawn_.emplace(device.centre, life);
  }

  const std::set<SheetPlace>& set_aside_;
  std::map<std::string, const Device*> devices_;
  std::map<std::pair<std::string, SheetId>, Sheet> standing_;  // by centre
  std::set<std::pair<std::string, std::string>> withdrawn_;    // centre and life
  Recount result_;
};

}  // namespace

Recount recount(const std::vector<Device>& devices, const std::vector<sync::Envelope>& envelopes,
                const std::set<SheetPlace>& set_aside) {
  Recounter recounter(devices, set_aside);
  for (std::size_t i = 0; i < envelopes.size(); ++i) recounter.take(i, envelopes[i]);
  return recounter.finish();
}

std::string envelope_name(std::size_t index) {
  return "envelopes/" + std::to_string(1'000'001 + index).substr(1) + ".json";
}

}  // namespace sveiki::region
