// SPDX-License-Identifier: EUPL-1.2
// How long a report of 1000 centres and three years takes: read from SQLite, made, and written.
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>

#include "region/json_report.h"
#include "region/open_data.h"
#include "region/workbook.h"
#include "support/temporary_dir.h"

using namespace sveiki;
using namespace sveiki::region;

namespace {

constexpr int kCentres = 1000;
constexpr Instant kNow{1'764'000'000'000};  // 24 November 2025
const ReportQuestion kQuestion{"2022-11", "2025-10", {}, {}, {}};

template <typename F>
auto timed(const char* what, F&& work) {
  const auto begin = std::chrono::steady_clock::now();
  const std::clock_t cpu = std::clock();
  auto result = work();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  std::printf("%-42s %8.0f ms, of the processor %6.0f ms\n", what, took.count(),
              1000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC);
  return result;
}

/// One day of each month, with eight activities, and the month's people.
std::vector<Sheet> sheets(const std::vector<std::string>& activities, int centre) {
  std::vector<Sheet> sheets;
  for (const std::string& month : months_between(kQuestion.from_month, kQuestion.to_month)) {
    const std::int64_t visits = 20 + (centre * 37 + static_cast<int>(sheets.size()) * 11) % 300;
    Sheet day{{"00112233445566aa", SheetKind::kDay, month + "-05"},
              1,
              {},
              DayState::kOpen,
              "Europe/Riga"};
    day.rows[{'T', ""}] = {visits, 5, visits - 5, 3, 12, 60 * visits, 9};
    for (const std::string& activity : activities)
      day.rows[{'A', activity}] = {visits / 4, 0, visits / 4, 1, 2, 15 * visits, 1};
    Sheet people{{"00112233445566aa", SheetKind::kPeople, month}, 1, {}, {}, {}};
    people.rows[{'T', ""}] = {visits / 3, 2};
    for (const char* band : {"1-1", "2-4", "5-9", "10-"})
      people.rows[{'F', band}] = {visits / 12, 0};
    for (const char* band : {"0-0", "1-1", "unknown"}) people.rows[{'O', band}] = {visits / 9, 0};
    sheets.push_back(std::move(day));
    sheets.push_back(std::move(people));
  }
  return sheets;
}

void fill(Storage& storage) {
  for (const char* code : {"clay", "wood", "music", "sport", "games", "talk", "cook", "sew"})
    storage.add_activity(code, "bench", kNow);
  std::vector<std::string> activities;
  for (const auto& activity : storage.catalogue().activities) activities.push_back(activity.id);
  for (int i = 0; i < kCentres; ++i) {
    Place place;
    place.name = "Centre " + std::to_string(i);
    place.zone = "Europe/Riga";
    place.from = CivilDay(2022, 1, 1);
    const std::string centre = storage.add_place(place, "bench", kNow).id;
    const std::string code = storage.new_code(centre, "bench", kNow);
    const Device device = *storage.enrol(code, {}, "::1", kNow).device;
    const Delivery delivery{{device.id, centre, kNow, "", {}, sheets(activities, i)}, "", {}, kNow};
    storage.store({&delivery, 1});
  }
}

}  // namespace

int main() {
  const test::TemporaryDir dir;
  Storage storage(open_sqlite(dir / "region.db"));
  timed("fill 1000 centres, 36 months", [&] { return fill(storage), 0; });
  const ReportInput input =
      timed("read from SQLite", [&] { return read_input(storage, kQuestion, kNow); });
  const Report report = timed("make the report", [&] { return make_report(input); });
  timed("read and make, again", [&] { return make_report(storage, kQuestion, kNow); });
  const auto size = timed("JSON", [&] { return json_report(report, Purpose::kCopy).size(); });
  std::printf("%zu centres, %lld visits, JSON of %zu KB\n", report.centres.size(),
              static_cast<long long>(report.counts.total[kVisits]), size >> 10);
  timed("open data", [&] { return open_data(input).rows.size(); });
  timed("workbook", [&] { return workbook(report, Purpose::kCopy, Language::kEnglish).size(); });
}
