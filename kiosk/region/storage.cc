// SPDX-License-Identifier: EUPL-1.2
// Every function is one transaction over the table group that it belongs to.
#include "region/storage.h"

#include "region/catalogue.h"
#include "region/counts.h"
#include "region/database_values.h"
#include "region/devices.h"
#include "region/evidence.h"
#include "region/gaps.h"
#include "region/log.h"
#include "region/places.h"
#include "region/refused_sheets.h"
#include "region/schema.h"
#include "region/sessions.h"
#include "region/sheets.h"
#include "region/sheets_check.h"
#include "region/submissions.h"
#include "region/users.h"

namespace sveiki::region {

struct Storage::Parts {
  explicit Parts(std::unique_ptr<Database> database) : db(std::move(database)) {}

  /// What `work` answers, once it is durable.
  template <class Work>
  auto commit(Work&& work) {
    if constexpr (std::is_void_v<decltype(work())>) {
      db->transaction(work);
    } else {
      std::optional<decltype(work())> answer;
      db->transaction([&] { answer = work(); });
      return std::move(*answer);
    }
  }

  std::unique_ptr<Database> db;
  Places places{*db};
  Devices devices{*db};
  Catalogue catalogue{*db};
  Sheets sheets{*db};
  Counts counts{*db};
  Submissions submissions{*db};
  Users users{*db};
  Sessions sessions{*db};
};

Storage::Storage(std::unique_ptr<Database> db) : parts_(std::make_unique<Parts>(std::move(db))) {
  migrate(*parts_->db);
}

Storage::~Storage() = default;

std::string Storage::collector_id() {
  return text(parts_->db->query("SELECT id FROM collector").at(0)[0]);
}

Place Storage::add_place(Place place, std::string_view by, Instant now) {
  return parts_->commit([&] { return parts_->places.add(place, by, now); });
}

void Storage::rename_place(const std::string& id, const std::string& name, CivilDay from,
                           std::string_view by, Instant now) {
  parts_->commit([&] { parts_->places.rename(id, name, from, by, now); });
}

void Storage::move_place(const std::string& id, const std::string& parent, CivilDay from,
                         std::string_view by, Instant now) {
  parts_->commit([&] { parts_->places.move(id, parent, from, by, now); });
}

void Storage::close_place(const std::string& id, CivilDay last, const std::string& successor,
                          std::string_view by, Instant now) {
  parts_->commit([&] { parts_->places.close(id, last, successor, by, now); });
}

void Storage::reopen_place(const std::string& id, CivilDay from, std::string_view by, Instant now) {
  parts_->commit([&] { parts_->places.reopen(id, from, by, now); });
}

void Storage::drop_plans(const std::string& id, std::string_view by, Instant now) {
  parts_->commit([&] { parts_->places.drop_plans(id, by, now); });
}

std::vector<Place> Storage::places(CivilDay from, CivilDay to) {
  return parts_->places.standing(from, to);
}

std::optional<Place> Storage::place(const std::string& id, CivilDay as_of) {
  for (Place& place : places(as_of))
    if (place.id == id) return std::move(place);
  return std::nullopt;
}

std::string Storage::new_code(const std::string& centre, std::string_view by, Instant now) {
  return parts_->commit([&] { return parts_->devices.new_code(centre, by, now); });
}

void Storage::cancel_codes(const std::string& centre, std::string_view by, Instant now) {
  parts_->commit([&] { parts_->devices.cancel_codes(centre, by, now); });
}

Storage::EnrolOutcome Storage::enrol(const std::string& code, const sync::PublicKey& key,
                                     const std::string& address, Instant now) {
  return parts_->commit([&] { return parts_->devices.enrol(code, key, address, now); });
}

std::optional<Device> Storage::device(const std::string& id) {
  return parts_->devices.find(id);
}

std::vector<Device> Storage::devices() {
  return parts_->devices.all();
}

void Storage::revoke(const std::string& device, std::string_view by, Instant now) {
  parts_->commit([&] { parts_->devices.revoke(device, by, now); });
}

std::vector<Taken> Storage::store(std::span<const Delivery> deliveries) {
  return parts_->commit([&] { return parts_->sheets.store(deliveries); });
}

sync::Index Storage::index(const std::string& centre) {
  return {collector_id(), parts_->sheets.index(centre)};
}

std::vector<RefusedSheet> Storage::refused_sheets() {
  return list_refused(*parts_->db);
}

void Storage::withdraw(const sync::Withdrawal& withdrawal, const std::string& body,
                       const sync::Signature& signature, Instant now) {
  parts_->commit([&] { parts_->sheets.withdraw(withdrawal, body, signature, now); });
}

void Storage::note_gaps(const sync::GapReport& report, Instant now) {
  parts_->commit([&] { region::note_gaps(*parts_->db, report, now); });
}

void Storage::settle_gaps(const std::string& centre, std::string_view by, Instant now) {
  parts_->commit([&] { region::settle_gaps(*parts_->db, centre, by, now); });
}

void Storage::add_activity(const std::string& code, std::string_view by, Instant now,
                           const NameByLanguage& names) {
  parts_->commit([&] {
    parts_->catalogue.add_activity(code, by, now);
    if (!names.empty()) parts_->catalogue.name_activity(code, names, by, now);
  });
}

void Storage::name_activity(const std::string& code, const NameByLanguage& names,
                            std::string_view by, Instant now) {
  parts_->commit([&] { parts_->catalogue.name_activity(code, names, by, now); });
}

ActivityNames Storage::activity_names() {
  return parts_->catalogue.activity_names();
}

void Storage::add_indicator(const Indicator& indicator, std::string_view by, Instant now) {
  parts_->commit([&] { parts_->catalogue.add_indicator(indicator, by, now); });
}

std::vector<Indicator> Storage::indicators() {
  return parts_->catalogue.indicators();
}

sync::Catalogue Storage::catalogue() {
  return parts_->catalogue.to_send();
}

void Storage::enter_month(const std::string& centre, const std::string& month,
                          const RowValues& values, std::string_view by, Instant now,
                          bool added_to_kiosk) {
  parts_->commit(
      [&] { parts_->sheets.enter_month(centre, month, values, by, now, added_to_kiosk); });
}

std::optional<EntryFault> Storage::entry_fault(const std::string& centre, const std::string& month,
                                               const RowValues& values, Instant now) {
  return parts_->sheets.entry_fault(centre, month, values, now);
}

bool Storage::kiosk_told(const std::string& centre, const std::string& month) {
  return parts_->sheets.kiosk_told(centre, month);
}

void Storage::read_months(const std::string& from_month, const std::string& to_month,
                          const TakeTotal& take) {
  parts_->counts.read_months(from_month, to_month, take);
}

std::vector<Total> Storage::months(const std::string& from_month, const std::string& to_month) {
  std::vector<Total> months;
  read_months(from_month, to_month, [&](Total& month) { months.push_back(std::move(month)); });
  return months;
}

std::vector<Total> Storage::days(const std::string& centre, CivilDay from, CivilDay to) {
  return parts_->counts.days(centre, from, to);
}

void Storage::read_people(const std::vector<std::string>& periods, const TakeTotal& take) {
  parts_->counts.read_people(periods, take);
}

std::vector<Total> Storage::people(const std::string& period) {
  std::vector<Total> people;
  read_people({period}, [&](Total& some) { people.push_back(std::move(some)); });
  return people;
}

std::vector<Coverage> Storage::coverage(const std::string& centre, const std::string& from_month,
                                        const std::string& to_month) {
  return parts_->counts.coverage(centre, from_month, to_month);
}

std::vector<Correction> Storage::corrections(Instant since) {
  return parts_->counts.corrections(since);
}

std::vector<SignedBody> Storage::evidence(const std::string& from_month,
                                          const std::string& to_month) {
  return read_evidence(*parts_->db, from_month, to_month);
}

std::vector<MonthEntry> Storage::month_entries(const std::string& from_month,
                                               const std::string& to_month) {
  return read_month_entries(*parts_->db, from_month, to_month);
}

void Storage::snapshot(const std::function<void()>& work) {
  parts_->db->snapshot(work);
}

Submission Storage::keep_submission(Submission submission, const std::string& report) {
  return parts_->commit([&] { return parts_->submissions.keep(submission, report); });
}

std::vector<Submission> Storage::submissions() {
  return parts_->submissions.all();
}

std::string Storage::submitted(const std::string& id) {
  return parts_->submissions.report(id);
}

User Storage::add_user(User user, std::string_view by, Instant now) {
  return parts_->commit([&] { return parts_->users.add(user, by, now); });
}

void Storage::set_password_hash(const std::string& login, const std::string& hash,
                                std::string_view by, Instant now) {
  parts_->commit([&] {
    parts_->users.set_password_hash(login, hash, by, now);
    parts_->sessions.end_all_of(login);
  });
}

void Storage::disable_user(const std::string& login, std::string_view by, Instant now) {
  parts_->commit([&] {
    parts_->users.disable(login, by, now);
    parts_->sessions.end_all_of(login);
  });
}

std::optional<User> Storage::user(const std::string& login) {
  return parts_->users.find(login);
}

std::vector<User> Storage::users() {
  return parts_->users.all();
}

void Storage::add_session(const Session& session) {
  parts_->commit([&] { parts_->sessions.add(session); });
}

std::optional<Session> Storage::session(const std::string& key, Instant now) {
  return parts_->sessions.find(key, now);
}

void Storage::see_session(const std::string& key, Instant now) {
  parts_->commit([&] { parts_->sessions.see(key, now); });
}

void Storage::end_session(const std::string& key) {
  parts_->commit([&] { parts_->sessions.end(key); });
}

std::vector<AuditEntry> Storage::audit(int newest) {
  return read_log(*parts_->db, newest);
}

void Storage::note(std::string_view by, const Deed& what, Instant now) {
  parts_->commit([&] { write_log(*parts_->db, by, what, now); });
}

std::vector<std::string> Storage::check() {
  std::vector<std::string> wrong = check_sheets(*parts_->db);
  for (std::string& sentence : parts_->submissions.check()) wrong.push_back(std::move(sentence));
  return wrong;
}

}  // namespace sveiki::region
