// SPDX-License-Identifier: EUPL-1.2
/// A collector's API without a socket: a region with a centre, its database in a temporary folder,
/// and the devices that send to it.
#pragma once

#include <atomic>

#include "region/api.h"
#include "support/temporary_dir.h"
#include "sync/gzip.h"

namespace sveiki::test {

/// A database that can be away.
class FlakyDatabase final : public region::Database {
 public:
  FlakyDatabase(std::unique_ptr<region::Database> db, const std::atomic<bool>& away)
      : db_(std::move(db)), away_(away) {}
  void read(std::string_view sql, const region::Values& values,
            const std::function<void(region::Values&)>& row) override {
    here().read(sql, values, row);
  }
  std::vector<std::vector<region::Values>> query_each(
      std::string_view sql, const std::vector<region::Values>& rows) override {
    return here().query_each(sql, rows);
  }
  std::int64_t run_each(std::string_view sql, const std::vector<region::Values>& rows) override {
    return here().run_each(sql, rows);
  }
  void transaction(const std::function<void()>& work) override { here().transaction(work); }
  void snapshot(const std::function<void()>& work) override { here().snapshot(work); }

 private:
  region::Database& here() {
    if (away_) throw region::DatabaseAway("away");
    return *db_;
  }
  std::unique_ptr<region::Database> db_;
  const std::atomic<bool>& away_;
};

/// One day's sheet of forty cells, or nearly: six rows of seven.
inline Sheet a_day_sheet(int day, std::int64_t revision = 1, std::int64_t visits = 12) {
  Sheet sheet{{"00112233445566aa", SheetKind::kDay, CivilDay(2026, 11, day).iso()},
              revision,
              {},
              DayState::kOpen,
              "Europe/Riga"};
  sheet.rows[{'T', ""}] = {visits, 2, 9, 1, 3, 600, 4};
  return sheet;
}

struct ADevice {
  std::string id;
  std::string centre;
  std::shared_ptr<sync::DeviceKey> key;
};

class AnApi {
 public:
  explicit AnApi(std::size_t most_waiting = region::Ingest::kMostWaiting)
      : storages_([this] { return open(); }),
        ingest_(region::storing_in([this] { return open(); }), most_waiting),
        api_(region::make_api({storages_, ingest_, metrics_, load_}, [](const region::Request&) {
          return region::problem(404, "There is no such page.");
        })) {
    centre = add_centre("Saulīte");
    device = add_device(centre);
  }

  std::string add_centre(const std::string& name) {
    region::Place place;
    place.name = name;
    place.country = "LV";
    place.zone = "Europe/Riga";
    place.from = CivilDay(2026, 1, 1);
    return storages_.borrow()->add_place(place, "test", now).id;
  }
  std::string new_code(const std::string& of_centre) {
    return storages_.borrow()->new_code(of_centre, "test", now);
  }
  ADevice add_device(const std::string& of_centre) {
    auto key = std::make_shared<sync::DeviceKey>(dir_ / ("key-" + std::to_string(++keys_)));
    const auto answer = enrol(new_code(of_centre), *key);
    const auto enrolled = sync::read_enrolled(answer.body);
    if (!enrolled) throw std::runtime_error("not enrolled: " + answer.body);
    return {enrolled->device, enrolled->centre, key};
  }
  region::Response enrol(const std::string& code, const sync::DeviceKey& key) {
    return ask("POST", "/v1/enrol",
               sync::write_enrol_request({code, sync::text_of(key.public_key())}));
  }

  region::Response ask(const std::string& method, const std::string& path, std::string body = {},
                       std::map<std::string, std::string> headers = {}) {
    return api_({method, path, {}, std::move(headers), std::move(body), "127.0.0.1", now});
  }
  /// Signed by `by`.
  region::Response ask_signed(const std::string& method, const std::string& path,
                              const std::string& body, const ADevice& by) {
    return ask(method, path, body, seal(method + " " + path, body, by));
  }
  static std::map<std::string, std::string> seal(const std::string& what, const std::string& body,
                                                 const ADevice& by) {
    return {{"sveiki-device", by.id},
            {"sveiki-signature", sync::text_of(by.key->sign(what, body))}};
  }

  std::string upload_of(std::vector<Sheet> sheets) const {
    return sync::write_upload({device.id, centre, now, "0.1.0", {}, std::move(sheets)});
  }
  region::Response send(std::vector<Sheet> sheets) {
    return ask_signed("POST", "/v1/sheets", upload_of(std::move(sheets)), device);
  }

  region::Storages& storages() { return storages_; }
  region::Handler handler() const { return api_; }
  region::Load& load() { return load_; }

  Instant now = *parse_instant("2026-11-22T18:00", "Europe/Riga");
  std::atomic<bool> away = false;
  std::string centre;
  ADevice device;

 private:
  std::unique_ptr<region::Storage> open() {
    if (away) throw region::DatabaseAway("away");
    return std::make_unique<region::Storage>(
        std::make_unique<FlakyDatabase>(region::open_sqlite(dir_ / "region.db"), away));
  }

  TemporaryDir dir_;
  int keys_ = 0;
  region::Storages storages_;
  region::Ingest ingest_;
  region::Metrics metrics_;
  region::Load load_;
  region::Handler api_;
};

}  // namespace sveiki::test
