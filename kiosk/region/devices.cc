// SPDX-License-Identifier: EUPL-1.2
#include "region/devices.h"

#include <sodium.h>

#include <chrono>

#include "region/database_values.h"
#include "region/log.h"
#include "region/places.h"
#include "sync/ids.h"

namespace sveiki::region {
namespace {

using namespace std::chrono_literals;
constexpr Millis kCodeLife = 48h;
constexpr Millis kTryWindow = 1h;
constexpr std::int64_t kWrongTries = 5;

std::string hash_of(const std::string& code) {
  std::string hash(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(code.data()), code.size(), nullptr, 0);
  return sync::base64(hash);
}

Device device_of(const Values& row) {
  const auto key = sync::public_key(text(row[2]));
  if (!key) throw std::runtime_error("the key of " + text(row[0]) + " in the database is damaged");
  return {text(row[0]),           text(row[1]),           *key,          instant(row[3]),
          instant_if_any(row[4]), instant_if_any(row[5]), number(row[6])};
}

}  // namespace

std::string Devices::new_code(const std::string& centre, std::string_view by, Instant now) {
  const Place place = Places(db_).open(centre, day_of(now));
  if (place.kind == Place::Kind::kOrganisation)
    throw Refusal("\"" + place.name + "\" is an organisation: a kiosk stands in a centre");
  const std::string code = sync::new_code();
  db_.query("INSERT INTO code (hash, centre, expires) VALUES ($1, $2, $3)",
            {hash_of(sync::read_code(code).value()), centre, (now + kCodeLife).ms});
  write_log(db_, by, {msg("Made a code to enrol a kiosk of {centre}."), {{"centre", centre}}}, now);
  return code;
}

void Devices::cancel_codes(const std::string& centre, std::string_view by, Instant now) {
  if (db_.run_each("DELETE FROM code WHERE centre = $1 AND device IS NULL", {{centre}}) == 0)
    throw Refusal("no code of \"" + centre + "\" waits to be used");
  write_log(db_, by, {msg("Cancelled the unused codes of {centre}."), {{"centre", centre}}}, now);
}

Storage::EnrolOutcome Devices::enrol(const std::string& code, const sync::PublicKey& key,
                                     const std::string& address, Instant now) {
  if (!may_try(address, now)) return {std::nullopt, Storage::CodeFault::kTooManyTries};
  auto outcome = redeem(code, key, now);
  if (!outcome.device)
    db_.query("INSERT INTO wrong_try (address, at) VALUES ($1, $2)", {address, now.ms});
  return outcome;
}

bool Devices::may_try(const std::string& address, Instant now) {
  db_.query("DELETE FROM wrong_try WHERE at <= $1", {(now - kTryWindow).ms});
  const auto tries = db_.query("SELECT count(*) FROM wrong_try WHERE address = $1", {address});
  return number(tries[0][0]) < kWrongTries;
}

Storage::EnrolOutcome Devices::redeem(const std::string& code, const sync::PublicKey& key,
                                      Instant now) {
  const auto plain = sync::read_code(code);
  if (!plain) return {std::nullopt, Storage::CodeFault::kUnknown};
  const std::string hash = hash_of(*plain);
  const auto rows = db_.query("SELECT centre, expires, device FROM code WHERE hash = $1", {hash});
  if (rows.empty()) return {std::nullopt, Storage::CodeFault::kUnknown};
  if (!is_null(rows[0][2])) {
    auto device = find(text(rows[0][2]));
    // The answer to its first try was lost on the way.
    if (device && device->key == key) return {std::move(device), {}};
    return {std::nullopt, Storage::CodeFault::kUsed};
  }
  if (now > instant(rows[0][1])) return {std::nullopt, Storage::CodeFault::kExpired};

  Device device;
  device.id = sync::new_id("dv");
  device.centre = text(rows[0][0]);
  device.key = key;
  device.enrolled = now;
  db_.query(
      "INSERT INTO device (id, centre, public_key, enrolled, skew_ms)"
      " VALUES ($1, $2, $3, $4, 0)",
      {device.id, device.centre, sync::text_of(key), now.ms});
  Places(db_).add_kiosk(device.centre, day_of(now));
  db_.query("UPDATE code SET device = $2 WHERE hash = $1", {hash, device.id});
  write_log(db_, device.id, {msg("Enrolled as a kiosk of {centre}."), {{"centre", device.centre}}},
            now);
  return {std::move(device), {}};
}

void Devices::revoke(const std::string& id, std::string_view by, Instant now) {
  const auto device = find(id);
  if (!device) throw Refusal("there is no device \"" + id + "\"");
  if (device->revoked) throw Refusal(id + " was revoked before");
  db_.query("UPDATE device SET revoked = $2 WHERE id = $1", {id, now.ms});
  write_log(db_, by,
            {msg("Revoked {device} of {centre}."), {{"device", id}, {"centre", device->centre}}},
            now);
}

std::optional<Device> Devices::find(const std::string& id) {
  const auto rows = db_.query(
      "SELECT id, centre, public_key, enrolled, revoked, last_seen, skew_ms"
      " FROM device WHERE id = $1",
      {id});
  if (rows.empty()) return std::nullopt;
  return device_of(rows[0]);
}

std::vector<Device> Devices::all() {
  std::vector<Device> devices;
  for (const Values& row :
       db_.query("SELECT id, centre, public_key, enrolled, revoked, last_seen, skew_ms"
                 " FROM device ORDER BY centre, enrolled, id"))
    devices.push_back(device_of(row));
  return devices;
}

}  // namespace sveiki::region
