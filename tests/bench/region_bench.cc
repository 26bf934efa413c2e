// SPDX-License-Identifier: EUPL-1.2
// Figures of the collector: region_bench [--senders 50] [--seconds 5] [--postgres own|URI]
// [--old 0] starts the real sveiki-region, lets every sender upload days of forty cells, signed,
// over one connection each, and prints uploads a second, how long one takes, and the memory of the
// collector. --old: so many replaced bodies of long ago, which retention lets go meanwhile.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

#include "region/retention.h"
#include "support/own_postgres.h"
#include "support/raw_client.h"
#include "support/running_collector.h"
#include "support/temporary_dir.h"

using namespace sveiki;
using namespace sveiki::test;
using Clock = std::chrono::steady_clock;

namespace {

struct Sender {
  std::string device, centre;
  sync::DeviceKey key;
  std::vector<double> ms;
  int failed = 0;
};

std::string upload_of(const Sender& sender, const std::vector<std::string>& activities, int n) {
  Sheet sheet;
  sheet.id = {"00112233445566aa", SheetKind::kDay, CivilDay(2026, 1, 1).next(n % 300).iso()};
  sheet.revision = 1 + n;
  sheet.rows[{'T', ""}] = {n + 12, 2, 9, 1, 3, 600, 4};
  for (const std::string& activity : activities)
    sheet.rows[{'A', activity}] = {n + 1, 1, 1, 1, 1, 60, 1};
  sheet.state = DayState::kOpen;
  sheet.zone = "Europe/Riga";
  return sync::write_upload(
      {sender.device, sender.centre, Instant{1'795'000'000'000}, "0.1.0", {}, {std::move(sheet)}});
}

void send(Sender& sender, const std::vector<std::string>& activities, std::uint16_t port,
          Clock::time_point until) {
  RawClient client(port);
  for (int n = 0; Clock::now() < until; ++n) {
    const std::string body = upload_of(sender, activities, n);
    const std::string headers = "Sveiki-Device: " + sender.device + "\r\nSveiki-Signature: " +
                                sync::text_of(sender.key.sign("POST /v1/sheets", body)) + "\r\n";
    const auto begin = Clock::now();
    const RawAnswer answer = client.ask(http_request("POST", "/v1/sheets", body, headers));
    sender.ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    if (answer.status != 200 || answer.body.find("stored") == std::string::npos) {
      if (sender.failed++ == 0) std::fprintf(stderr, "%d %s\n", answer.status, answer.body.c_str());
      if (answer.status == 0) return;
    }
  }
}

void keep_old_bodies(region::Database& db, const std::vector<Sender>& senders, int count) {
  std::vector<region::Values> rows;
  for (int i = 0; i < count; ++i)
    rows.push_back(
        {"1-" + std::to_string(i), senders[i % senders.size()].device, std::string(1200, 'x')});
  db.transaction([&] {
    db.run_each(
        "INSERT INTO delivery (id, what, device, received, body, signature)"
        " VALUES ($1, 'POST /v1/sheets', $2, 1, $3, '')",
        rows);
  });
}

void let_go_of_old_bodies(region::Database& db) {
  const auto begin = Clock::now();
  const auto gone = region::Retention(db).let_go(Instant{1'795'000'000'000}, "bench", [] {
    std::this_thread::sleep_for(region::kRetentionPause);
    return true;
  });
  std::printf("retention: %s in %.1f s\n", in_words(gone).c_str(),
              std::chrono::duration<double>(Clock::now() - begin).count());
}

}  // namespace

int main(int argc, char** argv) {
  int senders = 50, seconds = 5, old = 0;
  std::string postgres;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view option = argv[i];
    if (option == "--senders") senders = std::atoi(argv[i + 1]);
    if (option == "--seconds") seconds = std::atoi(argv[i + 1]);
    if (option == "--postgres") postgres = argv[i + 1];
    if (option == "--old") old = std::atoi(argv[i + 1]);
  }

  std::optional<OwnPostgres> own;
  if (postgres == "own") postgres = own.emplace(true).new_database();
  const TemporaryDir dir;
  std::vector<Sender> all;
  std::vector<std::string> activities;
  {
    region::Storage storage(region::open_database(dir.path(), postgres));
    const Instant now{1'795'000'000'000};
    for (int i = 0; i < 5; ++i) storage.add_activity("clay-" + std::to_string(i), "bench", now);
    for (const auto& activity : storage.catalogue().activities) activities.push_back(activity.id);
    for (int i = 0; i < senders; ++i) {
      region::Place place;
      place.name = "Centre " + std::to_string(i);
      place.country = "LV";
      place.zone = "Europe/Riga";
      place.from = CivilDay(2025, 1, 1);
      const std::string centre = storage.add_place(place, "bench", now).id;
      sync::DeviceKey key(dir / ("key-" + std::to_string(i)));
      const auto enrolled =
          storage.enrol(storage.new_code(centre, "bench", now), key.public_key(), "bench", now);
      all.push_back({enrolled.device.value().id, centre, std::move(key), {}, 0});
    }
  }
  const auto db = region::open_database(dir.path(), postgres);
  keep_old_bodies(*db, all, old);
  RunningCollector collector(postgres.empty()
                                 ? std::vector<std::string>{"--data", dir.path().string()}
                                 : std::vector<std::string>{"--postgres", postgres});
  const double idle = collector.memory("VmRSS");
  const auto begin = Clock::now();
  std::vector<std::thread> threads;
  for (Sender& sender : all)
    threads.emplace_back(
        [&] { send(sender, activities, collector.port(), begin + std::chrono::seconds(seconds)); });
  std::jthread retention;
  if (old > 0) retention = std::jthread([&] { let_go_of_old_bodies(*db); });
  for (std::thread& thread : threads) thread.join();
  const double took = std::chrono::duration<double>(Clock::now() - begin).count();

  std::vector<double> ms;
  int failed = 0;
  for (const Sender& sender : all) {
    ms.insert(ms.end(), sender.ms.begin(), sender.ms.end());
    failed += sender.failed;
  }
  std::ranges::sort(ms);
  std::printf("%d senders, %s: %.0f uploads/s, %d failed\n", senders,
              postgres.empty() ? "SQLite" : "PostgreSQL", static_cast<double>(ms.size()) / took,
              failed);
  std::printf("one upload: median %.1f ms, p99 %.1f ms, worst %.1f ms\n", ms[ms.size() / 2],
              ms[ms.size() * 99 / 100], ms.back());
  std::printf("memory of the collector: %.1f MB idle, %.1f MB after, %.1f MB at most\n", idle,
              collector.memory("VmRSS"), collector.memory("VmHWM"));
  return failed == 0 ? 0 : 1;
}
