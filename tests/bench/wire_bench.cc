// SPDX-License-Identifier: EUPL-1.2
// What an upload of 40 cells costs: writing, signing, reading, verifying, packing and unpacking it.
// Usage: wire_bench
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <string>

#include "support/temporary_dir.h"
#include "sync/gzip.h"
#include "sync/signature.h"
#include "sync/upload.h"

namespace {

using namespace sveiki;
using Clock = std::chrono::steady_clock;

constexpr int kTimes = 2000;

/// The best of five runs, of one time: what else the machine does only makes it slower.
void say(const char* what, const std::function<void()>& work) {
  double best = 1e9;
  for (int run = 0; run < 5; ++run) {
    const auto begin = Clock::now();
    for (int i = 0; i < kTimes; ++i) work();
    const double us = std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
    best = std::min(best, us / kTimes);
  }
  std::printf("%-12s %7.1f µs\n", what, best);
}

std::string machine() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("model name")) return line.substr(line.find(": ") + 2);
  return "unknown";
}

/// A day with three activities, 28 cells, and its month, 12 cells.
sync::Upload upload_of_40_cells() {
  const std::string life = "5d41402abc4b2a76";
  Sheet day{{life, SheetKind::kDay, "2026-11-22"}, 12, {}, DayState::kOpen, "Europe/Riga"};
  day.rows[{'T', ""}] = {31, 12, 17, 2, 5, 1440, 3};
  for (const char* const activity : {"ac_7F3K9QWX", "ac_2MPNH8ZT", "ac_0000000A"})
    day.rows[{'A', activity}] = {9, 3, 6, 1, 2, 480, 1};
  Sheet month{{life, SheetKind::kPeople, "2026-11"}, 12, {}, {}, {}};
  const RowKey rows[]{{'T', ""},    {'F', "1-1"}, {'F', "2-4"},
                      {'F', "5-9"}, {'O', "0-0"}, {'O', "unknown"}};
  for (const RowKey& row : rows) month.rows[row] = {61, 7};
  return {"dv_7F3K9QWX", "ce_2MPNH8ZT", {1'795'000'000'000}, "0.1.0", 3, {day, month}};
}

}  // namespace

int main() {
  const test::TemporaryDir dir;
  const sync::DeviceKey key{dir / "device.key"};
  const sync::Upload upload = upload_of_40_cells();
  const std::string what = "POST /v1/sheets";
  const std::string body = sync::write_upload(upload);
  const sync::Signature signature = key.sign(what, body);
  const std::string packed = sync::gzip(body);
  std::printf("%s\n40 cells, %zu bytes, %zu packed\n", machine().c_str(), body.size(),
              packed.size());
  say("write", [&] { sync::write_upload(upload); });
  say("read", [&] { (void)sync::read_upload(body); });
  say("sign", [&] { (void)key.sign(what, body); });
  say("verify", [&] { (void)sync::verify(key.public_key(), what, body, signature); });
  say("gzip", [&] { sync::gzip(body); });
  say("gunzip", [&] { (void)sync::gunzip(packed, sync::kMaxBody); });
}
