// SPDX-License-Identifier: EUPL-1.2
// How long a report of 1000 centres and three years takes, read from SQLite, made, and written, and
// how much memory it takes the collector for that while.
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>

#include "region/http.h"
#include "region/json_report.h"
#include "region/open_data.h"
#include "region/workbook.h"
#include "support/process_memory.h"
#include "support/temporary_dir.h"

using namespace sveiki;
using namespace sveiki::region;
using test::process_memory;

namespace {

constexpr int kCentres = 1000;
constexpr Instant kNow{1'764'000'000'000};  // 24 November 2025
const ReportQuestion kEverything{"2022-11", "2025-10", {}, {}, {}};
const ReportQuestion kSums{"2022-11", "2025-10", {}, {}, {}, Detail::kSums};

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

void forget_peak() {
  std::ofstream("/proc/self/clear_refs") << 5;
}

/// One day of the month, with eight activities, and the month's people.
std::vector<Sheet> sheets_of(const std::string& month, const std::vector<std::string>& activities,
                             int number) {
  const std::int64_t visits = 20 + number % 300;
  Sheet day{
      {"00112233445566aa", SheetKind::kDay, month + "-05"}, 1, {}, DayState::kOpen, "Europe/Riga"};
  day.rows[{'T', ""}] = {visits, 5, visits - 5, 3, 12, 60 * visits, 9};
  for (const std::string& activity : activities)
    day.rows[{'A', activity}] = {visits / 4, 0, visits / 4, 1, 2, 15 * visits, 1};
  Sheet people{{"00112233445566aa", SheetKind::kPeople, month}, 1, {}, {}, {}};
  people.rows[{'T', ""}] = {visits / 3, 2};
  for (const char* band : {"1-1", "2-4", "5-9", "10-"}) people.rows[{'F', band}] = {visits / 12, 0};
  for (const char* band : {"0-0", "1-1", "unknown"}) people.rows[{'O', band}] = {visits / 9, 0};
  return {std::move(day), std::move(people)};
}

Device add_centre(Storage& storage, int number) {
  Place place;
  place.name = "Centre " + std::to_string(number);
  place.zone = "Europe/Riga";
  place.from = CivilDay(2022, 1, 1);
  const std::string centre = storage.add_place(place, "bench", kNow).id;
  return *storage.enrol(storage.new_code(centre, "bench", kNow), {}, "::1", kNow).device;
}

/// Month after month, as it comes.
void fill(Storage& storage, Database& database) {
  for (const char* code : {"clay", "wood", "music", "sport", "games", "talk", "cook", "sew"})
    storage.add_activity(code, "bench", kNow);
  std::vector<std::string> activities;
  for (const auto& activity : storage.catalogue().activities) activities.push_back(activity.id);
  std::vector<Device> devices;
  for (int i = 0; i < kCentres; ++i) devices.push_back(add_centre(storage, i));
  int number = 0;
  for (const std::string& month : months_between(kSums.from_month, kSums.to_month)) {
    std::vector<Delivery> deliveries;
    for (const Device& device : devices)
      deliveries.push_back(
          {{device.id, device.centre, kNow, "", {}, sheets_of(month, activities, number += 37)},
           "",
           {},
           kNow});
    storage.store(deliveries);
  }
  // As if a sheet of each other day had come, too, and said closed: a million would take minutes.
  database.transaction([&] {
    database.query("UPDATE total SET days = replace(days, '-', 'c') WHERE kind = 'day'");
  });
}

void measure(Storage& storage, const char* what, const ReportQuestion& question) {
  const double before = process_memory("VmRSS");
  forget_peak();
  giving_memory_back([&](const Request&) {
    timed(what, [&] { return make_report(storage, question, kNow); });
    return Response{};
  })({});
  std::printf("memory: %.0f MB before, %.0f MB at most, %.0f MB after\n", before,
              process_memory("VmHWM"), process_memory("VmRSS"));
  for (int again = 0; again < 4; ++again)
    timed("again", [&] { return make_report(storage, question, kNow); });
}

}  // namespace

int main() {
  const test::TemporaryDir dir;
  Storage storage(open_sqlite(dir / "region.db"));
  timed("fill 1000 centres, 36 months",
        [&] { return fill(storage, *open_sqlite(dir / "region.db")), 0; });
  giving_memory_back([](const Request&) { return Response{}; })({});
  measure(storage, "read and make what a page shows", kSums);
  measure(storage, "read and make everything", kEverything);
  const ReportInput input =
      timed("all totals at once", [&] { return read_input(storage, kEverything, kNow); });
  timed("open data", [&] { return open_data(input).rows.size(); });
  const Report report = make_report(storage, kEverything, kNow);
  const auto size = timed("JSON", [&] { return json_report(report, Purpose::kCopy).size(); });
  std::printf("%zu centres, %lld visits, JSON of %zu KB\n", report.centres.size(),
              static_cast<long long>(report.counts.total[kVisits]), size >> 10);
  timed("workbook", [&] { return workbook(report, Purpose::kCopy, Language::kEnglish).size(); });
}
