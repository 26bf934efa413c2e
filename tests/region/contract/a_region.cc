// SPDX-License-Identifier: EUPL-1.2
#include "region/contract/a_region.h"

#include <cstdio>
#include <cstdlib>

#include "region/sheets_text.h"

namespace sveiki::test {

using namespace std::chrono_literals;

bool on_postgres() {
  const char* engine = std::getenv("SVEIKI_ENGINE");
  return engine != nullptr && std::string_view{engine} == "postgres";
}

OwnPostgres& own_postgres() {
  if (!OwnPostgres::installed()) {
    std::puts("not tested here: PostgreSQL is not installed");
    std::exit(0);
  }
  static OwnPostgres server;
  return server;
}

Instant ARegion::evening(int november_day) {
  const auto day = std::chrono::sys_days{std::chrono::November / november_day / 2026};
  return Instant{std::chrono::sys_time<Millis>{day}.time_since_epoch().count()} + 18h;
}

ARegion::ARegion() {
  if (on_postgres()) uri_ = own_postgres().new_database();
  reopen();
  const Kiosk first = add_centre("Varpelis");
  centre_ = first.centre;
  device_ = first.device;
}

std::unique_ptr<region::Database> ARegion::connect() const {
  auto db = region::open_database(dir_.path(), uri_);
  // Nobody pulls the plug here, and a disk is slow.
  if (!on_postgres()) db->query("PRAGMA synchronous = OFF");
  return db;
}

void ARegion::reopen() {
  storage_.reset();
  storage_ = std::make_unique<region::Storage>(connect());
}

ARegion::Kiosk ARegion::add_centre(const std::string& name) {
  region::Place place;
  place.name = name;
  place.country = "LV";
  place.zone = "Europe/Riga";
  place.from = CivilDay{2026, 1, 1};
  const std::string centre = storage_->add_place(place, "test", evening(1)).id;
  const std::string code = storage_->new_code(centre, "test", evening(1));
  return {centre, storage_->enrol(code, a_key(1), "192.0.2.1", evening(1)).device.value().id};
}

region::Delivery ARegion::delivery(std::vector<Sheet> sheets, Instant at) const {
  region::Delivery delivery;
  delivery.upload = {device_, centre_, at, "", {}, std::move(sheets)};
  delivery.body = sync::write_upload(delivery.upload);
  delivery.received = at;
  return delivery;
}

std::vector<sync::SheetAnswer> ARegion::send(std::vector<Sheet> sheets, Instant at) {
  return storage_->store(std::array{delivery(std::move(sheets), at)}).at(0).sheets;
}

Verdict ARegion::send(const Sheet& sheet, Instant at) {
  return send(std::vector{sheet}, at).at(0).verdict;
}

std::int64_t ARegion::visits(const std::string& month) {
  std::int64_t sum = 0;
  for (const region::Total& total : storage_->months(month, month))
    sum += region::total_values(total.rows)[kVisits];
  return sum;
}

std::int64_t ARegion::people(const std::string& period) {
  std::int64_t sum = 0;
  for (const region::Total& total : storage_->people(period))
    sum += region::total_values(total.rows)[kN];
  return sum;
}

Signer::Signer(ARegion& region) : region_(region) {
  const std::string code = region.storage().new_code(region.centre(), "test", ARegion::evening(1));
  device_ = region.storage()
                .enrol(code, key_.public_key(), "192.0.2.1", ARegion::evening(1))
                .device.value()
                .id;
}

void Signer::send(std::vector<Sheet> sheets, Instant at) {
  const sync::Upload upload{device_, region_.centre(), at, "", {}, std::move(sheets)};
  const std::string body = sync::write_upload(upload);
  const region::Delivery delivery{upload, body, key_.sign("POST /v1/sheets", body), at};
  region_.storage().store({&delivery, 1});
}

void Signer::withdraw(const std::string& life, Instant at) {
  const sync::Withdrawal withdrawal{device_, region_.centre(), {life}};
  const std::string body = sync::write_withdrawal(withdrawal);
  region_.storage().withdraw(withdrawal, body, key_.sign("POST /v1/withdraw", body), at);
}

Sheet day_sheet(const std::string& life, int november_day, std::int64_t revision,
                std::int64_t visits) {
  Sheet sheet;
  sheet.id = {life, SheetKind::kDay, CivilDay(2026, 11, static_cast<unsigned>(november_day)).iso()};
  sheet.revision = revision;
  if (visits != 0) sheet.rows[{'T', ""}] = {visits, 0, visits};
  sheet.state = DayState::kOpen;
  sheet.zone = "Europe/Riga";
  return sheet;
}

Sheet people_sheet(const std::string& life, const std::string& period, std::int64_t revision,
                   std::int64_t people) {
  Sheet sheet;
  sheet.id = {life, SheetKind::kPeople, period};
  sheet.revision = revision;
  if (people != 0) sheet.rows[{'T', ""}] = {people};
  return sheet;
}

std::string life(int number) {
  const std::string digits = std::to_string(number);
  return std::string(16 - digits.size(), '0') + digits;
}

sync::PublicKey a_key(unsigned char number) {
  sync::PublicKey key{};
  key.fill(number);
  return key;
}

}  // namespace sveiki::test
