// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/a_year.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <stdexcept>

#include "domain/period.h"
#include "region/submitted.h"
#include "support/temporary_dir.h"

namespace sveiki::test {
namespace {

using region::Place;

const std::string kZone = "Europe/Riga";
const std::string kLife = "00000000000000a1";

Sheet people(const std::string& period, std::int64_t n, std::int64_t newcomers) {
  Sheet sheet{{kLife, SheetKind::kPeople, period}, 1, {}, {}, {}};
  sheet.rows[{'T', ""}] = {n, newcomers};
  const std::int64_t two = n / 12, three = n / 40, unknown = n / 10;
  sheet.rows[{'O', "0-0"}] = {n - two - three - unknown};
  sheet.rows[{'O', "1-1"}] = {two};
  sheet.rows[{'O', "2-"}] = {three};
  sheet.rows[{'O', "unknown"}] = {unknown};
  return sheet;
}

/// Who they are, as it is told once the period is over.
void tell_who(Sheet& sheet, std::int64_t n) {
  if (n < 10) return;
  const auto share = [&](char type, std::vector<std::pair<const char*, std::int64_t>> parts) {
    std::int64_t left = n;
    for (const auto& [key, percent] : parts) {
      const std::int64_t these = n * percent / 100;
      if (these > 0) sheet.rows[{type, key}] = {these};
      left -= these;
    }
    if (left > 0) sheet.rows[{type, "unknown"}] = {left};
  };
  share('M', {{"child", 15}, {"youth", 30}, {"disability", 25}, {"senior", 20}});
  share('B', {{"7-12", 12},
              {"13-13", 4},
              {"14-15", 12},
              {"16-17", 9},
              {"18-24", 10},
              {"30-54", 25},
              {"65-74", 14},
              {"75-84", 8},
              {"85-", 2}});
  share('G', {{"f", 52}, {"m", 43}});
}

struct Activity {
  const char *code, *lv, *lt, *en;
};
constexpr std::array<Activity, 5> kActivities{{
    {"clay", "Māls", "Molis", "Clay"},
    {"sensory-room", "Sensorā istaba", "Sensorinis kambarys", "Sensory room"},
    {"wood", "Koks", "Medis", "Wood"},
    {"homework", "Palīdzība mājasdarbos", "Pagalba ruošiant namų darbus", "Help with homework"},
    {"gymnastics", "Vingrošana", "Mankšta", "Gymnastics"},
}};

/// What makes one centre different from another.
struct Habit {
  std::int64_t visits;                 ///< of an ordinary day
  int closed_month = 0;                ///< by number; 0: none
  int zero_month = 0;                  ///< open, and nobody came
  std::vector<unsigned> missing_days;  ///< of the last month that is over
  bool silent_since_a_month = false;
};

class Maker {
 public:
  Maker(region::Storage& storage, Instant now)
      : storage_(storage), now_(now), today_(civil_day(now, kZone)) {
    const CivilDay last_month = calendar_periods(today_)[0].from.next(-1);
    last_month_ = calendar_periods(last_month)[0];
    year_ = calendar_periods(last_month)[3];
    for (const auto& [code, lv, lt, en] : kActivities)
      storage_.add_activity(code, kBy, now_, {{"lv", lv}, {"lt", lt}, {"en", en}});
    for (const auto& activity : storage_.catalogue().activities) activities_.push_back(activity.id);
    storage_.add_indicator(
        {"P:SOC1000", "1000 people reached", year_.from, year_.to, 1000, year_.to.next(31), 1}, kBy,
        now_);
  }

  std::string place(Place::Kind kind, const std::string& name, const std::string& parent,
                    const std::string& country, bool kiosk = true) {
    Place place;
    place.kind = kind;
    place.name = name;
    place.parent = parent;
    place.country = country;
    place.zone = country == "LT" ? "Europe/Vilnius" : kZone;
    place.kiosk = kiosk;
    place.from = year_.from;
    return storage_.add_place(place, kBy, now_).id;
  }

  std::string live(const std::string& centre, const Habit& habit, std::int64_t n) {
    const sync::DeviceKey& key = keys_.emplace_back(folder_ / std::to_string(keys_.size()));
    const std::string code = storage_.new_code(centre, kBy, now_);
    const std::string device = storage_.enrol(code, key.public_key(), "192.0.2.1", now_).device->id;
    key_of_.emplace(device, &key);
    for (CivilDay day = year_.from; day < today_; day = calendar_periods(day)[0].to.next()) {
      const Period month = calendar_periods(day)[0];
      if (habit.silent_since_a_month && month.from > last_month_.from) break;
      const CivilDay end = std::min(month.to.next(), today_);
      std::vector<Sheet> sheets;
      for (CivilDay each = day; each < end; each = each.next()) {
        const bool missing = month == last_month_ &&
                             std::ranges::find(habit.missing_days, unsigned{each.date().day()}) !=
                                 habit.missing_days.end();
        if (!missing) sheets.push_back(day_sheet(each, habit));
      }
      if (static_cast<int>(unsigned{month.from.date().month()}) != habit.closed_month) {
        sheets.push_back(people(month.name, n, n / 7));
        if (month.to < today_) tell_who(sheets.back(), n);
      }
      send(centre, device, sheets, end);
    }
    std::vector<Sheet> sheets;
    for (const Period& period : calendar_periods(last_month_.from))
      if (period.name != last_month_.name) sheets.push_back(people(period.name, n * 2, n));
    sheets.push_back(people("P:SOC1000", n * 2, n));
    send(centre, device, sheets, habit.silent_since_a_month ? last_month_.to : today_);
    return device;
  }

  /// Staff settle a day of the last month, now.
  void correct(const std::string& centre, const std::string& device, int day) {
    Sheet sheet = day_sheet(last_month_.from.next(day - 1), {9});
    sheet.revision = 2;
    sheet.rows[{'T', ""}] = {3, 0, 3, 0, 0, 90, 0};
    sheet.state = DayState::kOpen;
    send(centre, device, {sheet}, today_);
  }

  /// Yesterday.
  std::string submit() {
    const Period quarter = calendar_periods(last_month_.from)[1];
    return region::submit_report(storage_, quarter.from.iso().substr(0, 7),
                                 quarter.to.iso().substr(0, 7), "Interreg", kBy,
                                 now_ - std::chrono::hours{24})
        .id;
  }

  void enter(const std::string& centre) {
    storage_.enter_month(centre, last_month_.name, {61, 4, 16, 2, 0, 0, 30}, kBy, now_);
  }

 private:
  Sheet day_sheet(CivilDay day, const Habit& habit) {
    Sheet sheet{{kLife, SheetKind::kDay, day.iso()}, 1, {}, DayState::kOpen, kZone};
    const int month = static_cast<int>(unsigned{day.date().month()});
    if (day.weekday().iso_encoding() > 5 || month == habit.closed_month) {
      sheet.state = DayState::kClosed;
      return sheet;
    }
    if (month == habit.zero_month) return sheet;
    // The same every time, and not two days alike.
    const std::int64_t swing = (day.number() * 7919) % 11 - 5;
    const std::int64_t visits = std::max<std::int64_t>(0, habit.visits + swing * habit.visits / 9);
    const std::int64_t groups = day.number() % 13 == 0 ? visits / 2 : 0;
    sheet.rows[{'T', ""}] = {visits + groups, groups,      visits,    visits / 9,
                             visits / 3,      visits * 75, visits / 5};
    for (std::size_t i = 0; i < activities_.size(); ++i) {
      const std::int64_t part = visits / static_cast<std::int64_t>(i + 2);
      sheet.rows[{'A', activities_[i]}] = {part, 0, part, 0, part / 2, part * 45, part / 6};
    }
    return sheet;
  }

  void send(const std::string& centre, const std::string& device, std::vector<Sheet> sheets,
            CivilDay on) {
    region::Delivery delivery;
    const Instant at = instant_of(on, 17 * 60, kZone);
    delivery.upload = {device, centre, std::min(at, now_), "0.1.0", {}, std::move(sheets)};
    delivery.body = sync::write_upload(delivery.upload);
    delivery.signature = key_of_.at(device)->sign("POST /v1/sheets", delivery.body);
    delivery.received = std::min(at, now_);
    const auto answers = storage_.store(std::array{delivery});
    for (const auto& answer : answers.at(0).sheets)
      if (answer.verdict != Verdict::kStored)
        throw std::runtime_error(answer.id.period + ": " + answer.why);
  }

  static constexpr std::string_view kBy = "command line";
  region::Storage& storage_;
  Instant now_;
  CivilDay today_;
  Period last_month_, year_;
  std::vector<std::string> activities_;
  TemporaryDir folder_;
  std::deque<sync::DeviceKey> keys_;
  std::map<std::string, const sync::DeviceKey*> key_of_;
};

}  // namespace

AYear make_a_year(region::Storage& storage, Instant now) {
  using enum Place::Kind;
  Maker maker(storage, now);
  AYear year;
  year.auce_town = maker.place(kOrganisation, "Dobeles novads", "", "LV");
  year.kretinga_town = maker.place(kOrganisation, "Kretingos rajono savivaldybė", "", "LT");
  year.auce = maker.place(kCentre, "Auces dienas centrs \"Baltā māja\"", year.auce_town, "LV");
  year.bene = maker.place(kCentre, "Bēnes dienas aprūpes centrs", year.auce_town, "LV");
  year.vigante = maker.place(kCentre, "Dobeles grupu dzīvokļi", year.auce_town, "LV", false);
  year.kretinga =
      maker.place(kCentre, "Kretingos dienos veiklos centras", year.kretinga_town, "LT");
  year.salantai = maker.place(kBranch, "Salantų padalinys", year.kretinga, "LT");
  year.device_of_auce = maker.live(year.auce, {24}, 310);
  maker.live(year.bene, {7, 7, 0, {4, 5, 6}}, 33);
  maker.live(year.kretinga, {31, 8}, 420);
  maker.live(year.salantai, {3, 0, 9, {}, true}, 4);
  year.submission = maker.submit();
  maker.correct(year.auce, year.device_of_auce, 7);
  maker.enter(year.vigante);
  return year;
}

}  // namespace sveiki::test
