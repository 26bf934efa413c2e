// SPDX-License-Identifier: EUPL-1.2
/// A collector's storage with a centre and its enrolled kiosk, on the engine that SVEIKI_ENGINE
/// names: "sqlite" (as without it) or "postgres".
#pragma once

#include <functional>
#include <map>
#include <memory>

#include "region/storage.h"
#include "support/own_postgres.h"
#include "support/temporary_dir.h"

namespace sveiki::test {

bool on_postgres();
/// One for all tests of this program.
OwnPostgres& own_postgres();

class ARegion {
 public:
  /// The day on which things happen, 18 o'clock at UTC.
  static Instant evening(int november_day);

  ARegion();

  /// Another connection to the same database.
  std::unique_ptr<region::Database> connect() const;
  region::Storage& storage() { return *storage_; }
  /// As a program that starts anew.
  void reopen();

  const std::string& centre() const { return centre_; }
  /// The kiosk of the first centre.
  const std::string& device() const { return device_; }
  /// Another centre, with a kiosk.
  struct Kiosk {
    std::string centre, device;
  };
  Kiosk add_centre(const std::string& name);

  std::vector<sync::SheetAnswer> send(std::vector<Sheet> sheets, Instant at);
  Verdict send(const Sheet& sheet, Instant at);
  region::Delivery delivery(std::vector<Sheet> sheets, Instant at) const;

  /// The visits of that month in all.
  std::int64_t visits(const std::string& month = "2026-11");
  /// The people of that period.
  std::int64_t people(const std::string& period);

  std::filesystem::path file() const { return dir_ / "region.db"; }

 private:
  TemporaryDir dir_;
  std::string uri_;
  std::unique_ptr<region::Storage> storage_;
  std::string centre_, device_;
};

/// A second kiosk in the region's centre, which signs for real.
class Signer {
 public:
  explicit Signer(ARegion& region);
  void send(std::vector<Sheet> sheets, Instant at);
  void withdraw(const std::string& life, Instant at);

 private:
  ARegion& region_;
  TemporaryDir dir_;
  sync::DeviceKey key_{dir_ / "key"};
  std::string device_;
};

/// An open day of November with so many visits.
Sheet day_sheet(const std::string& life, int november_day, std::int64_t revision,
                std::int64_t visits);
Sheet people_sheet(const std::string& life, const std::string& period, std::int64_t revision,
                   std::int64_t people);
/// A life with this number.
std::string life(int number);
sync::PublicKey a_key(unsigned char number);

}  // namespace sveiki::test
