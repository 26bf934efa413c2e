// SPDX-License-Identifier: EUPL-1.2
/// What a region keeps: places in time, devices, the sheets as they came with their signatures, and
/// the totals that reports read. Facts are never rewritten; a change is a new row with its time.
/// Every function is one transaction, durable when it returns; throws DatabaseAway. Refusals that a
/// person must read are Refusal. One object per thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/time.h"
#include "domain/sheet.h"
#include "region/database.h"
#include "region/deed.h"
#include "sync/signature.h"
#include "sync/upload.h"

namespace sveiki::region {

/// What somebody asked for cannot be done, in an English sentence.
struct Refusal : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// An organisation, a centre of it, or a branch of a centre, as it stands from one day on.
struct Place {
  std::string id;  ///< "or_…" for an organisation, "ce_…" for a centre or a branch
  enum class Kind { kOrganisation, kCentre, kBranch } kind = Kind::kCentre;
  std::string parent;          ///< id; empty: the region itself
  std::string name;            ///< of the place, never of a person
  std::string country;         ///< "LV", "LT"; as of its parent where empty
  std::string zone;            ///< "Europe/Riga", "Europe/Vilnius"
  bool kiosk = true;           ///< false: its months come as manual sheets
  CivilDay from;               ///< stands since
  std::optional<CivilDay> to;  ///< closed or replaced after this day
  std::string successor;       ///< id of the place that went on with its work; empty: none
};

/// A tree is never deeper: places that stand under each other in a circle end here.
inline constexpr int kDeepest = 16;

struct Device {
  std::string id;  ///< "dv_…"
  std::string centre;
  sync::PublicKey key;
  Instant enrolled;
  std::optional<Instant> revoked;
  std::optional<Instant> last_seen;
  std::int64_t skew_ms = 0;  ///< its clock minus ours, at its last upload
};

/// A signed upload that was read, checked and is to be kept.
struct Delivery {
  sync::Upload upload;
  std::string body;  ///< before gzip: what was signed
  sync::Signature signature;
  Instant received;
  bool carried = false;  ///< on a USB stick: says nothing about the device's clock
};

/// What became of a delivery.
struct Taken {
  std::vector<sync::SheetAnswer> sheets;  ///< one for each, in their order
  std::int64_t uploads = 0;               ///< sync::Receipt::uploads
};

struct User {
  std::string id;     ///< "us_…"
  std::string login;  ///< as typed, [a-z0-9._-]{3,40}
  enum class Role { kCoordinator, kPartner, kAuditor } role = Role::kCoordinator;
  std::string organisation;   ///< id, of a partner: sees its centres only
  std::string password_hash;  ///< argon2id, as libsodium writes it
  bool disabled = false;
};

/// Somebody is logged in at a browser, which alone holds what `key` is the hash of.
struct Session {
  std::string key;
  std::string login;
  Instant begun, seen;
};

/// What was counted in one centre and period: the sum over all lives that were not withdrawn.
struct Total {
  std::string centre;
  std::string period;  ///< "2026-11-22", "2026-11", or a people period
  std::string rows;    ///< as sheets_text.h reads them: taken apart only where they are needed
  // Of a month of day sheets:
  std::string days;                 ///< a DayMark of sheets_totals.h for each; empty: none came
  std::vector<CivilDay> corrected;  ///< days revised after the day was over
  bool manual = false;              ///< a month sheet was entered by hand
  /// Of people, where two recorders counted in the centre: whose count it is, kRecordDigits of a
  /// life. Two records' people may be the same. Empty: what belongs to it whoever recorded.
  std::string record{};
  /// Of a month of day sheets: days that the centre's kiosk has lost and staff have not settled.
  std::vector<CivilDay> in_gap{};
};

/// Is shown one total after another, and may take it: there are tens of thousands. It asks the
/// storage nothing.
using TakeTotal = std::function<void(Total&)>;

/// The days of one centre's month.
struct Coverage {
  std::string month;                ///< "2026-11"
  std::vector<CivilDay> open;       ///< reported open
  std::vector<CivilDay> closed;     ///< reported closed
  std::vector<CivilDay> corrected;  ///< days revised after the day was over
  std::vector<CivilDay> withdrawn;  ///< days whose sheets were withdrawn, and not entered again
  std::vector<CivilDay> in_gap;     ///< days that the kiosk has lost and staff have not settled
  bool manual = false;              ///< a month sheet was entered by hand
};

/// What is counted towards which target.
struct Indicator {
  std::string period;  ///< "P:SOC1000"
  std::string name;
  CivilDay from, to;
  std::int64_t target = 0;
  CivilDay due;
  int version = 1;
};

/// What something is called, by language: "lv", "lt", "en".
using NameByLanguage = std::map<std::string, std::string>;
/// What the region calls its activities, by id. A language without a name is not there: the code
/// stands for it.
using ActivityNames = std::map<std::string, NameByLanguage>;

struct AuditEntry {
  Instant at;
  std::string by;  ///< login, "command line", device id
  Deed what;
};

/// What a device signed, as it was kept.
struct SignedBody {
  Device device;
  sync::Envelope envelope;
  Instant received;
};

/// A month as somebody counted it.
struct MonthEntry {
  std::string centre;
  std::string month;
  RowValues values{};
  Instant at;
};

/// Why a month cannot be entered.
struct EntryFault {
  const char* sentence;  ///< English, marked with msg
  /// The count it is about, and the one that stands in {field}; nothing: it is the month.
  std::optional<std::pair<DayColumn, DayColumn>> counts;
};

/// A day or people period whose counts changed after it was over and reported.
struct Correction {
  std::string centre;
  SheetKind kind = SheetKind::kDay;
  std::string period;
  Instant at;
};

/// A report as it was given to a funder: kept as it was, never changed.
struct Submission {
  std::string id;    ///< "su_…"
  std::string name;  ///< whom it went to, and what for; never of a person
  std::string from_month, to_month;
  Instant at;
  std::string by;      ///< login, "command line"
  std::string sha256;  ///< of the report's bytes, 64 hexadecimal digits
};

/// A sheet that came and was not taken, and that nothing has settled since: its newest refusal.
struct RefusedSheet {
  std::string centre;
  SheetId id;
  std::int64_t revision = 0;
  std::string why;  ///< as the kiosk was told, or "conflict"
  Instant at;
};

class Storage {
 public:
  /// Makes or migrates the schema.
  explicit Storage(std::unique_ptr<Database> db);
  ~Storage();

  /// The random id of this database.
  std::string collector_id();

  // Places, in time.
  Place add_place(Place place, std::string_view by, Instant now);  ///< gives it its id
  void rename_place(const std::string& id, const std::string& name, CivilDay from,
                    std::string_view by, Instant now);
  void move_place(const std::string& id, const std::string& parent, CivilDay from,
                  std::string_view by, Instant now);
  void close_place(const std::string& id, CivilDay last, const std::string& successor,
                   std::string_view by, Instant now);
  /// Works again from that day on; a closing after it, or on the day before, never was.
  void reopen_place(const std::string& id, CivilDay from, std::string_view by, Instant now);
  /// Changes of it that have not begun will not come.
  void drop_plans(const std::string& id, std::string_view by, Instant now);
  /// As they stood on that day.
  std::vector<Place> places(CivilDay as_of) { return places(as_of, as_of); }
  /// Every version that stood on one of the days, `from` not after `to`.
  std::vector<Place> places(CivilDay from, CivilDay to);
  std::optional<Place> place(const std::string& id, CivilDay as_of);

  // Devices.
  /// Keeps only a hash of the code. It works once, within 48 hours.
  std::string new_code(const std::string& centre, std::string_view by, Instant now);
  /// Those of the centre that nobody used work no more.
  void cancel_codes(const std::string& centre, std::string_view by, Instant now);
  enum class CodeFault { kUnknown, kUsed, kExpired, kTooManyTries };
  struct EnrolOutcome {
    std::optional<Device> device;
    CodeFault fault = CodeFault::kUnknown;
  };
  /// Five wrong tries per address and hour. From this day on the centre has a kiosk.
  EnrolOutcome enrol(const std::string& code, const sync::PublicKey& key,
                     const std::string& address, Instant now);
  std::optional<Device> device(const std::string& id);
  std::vector<Device> devices();
  void revoke(const std::string& device, std::string_view by, Instant now);

  // What comes in. All deliveries in one transaction (group commit); answers in their order.
  // Refuses per sheet, never a whole: "clock" (a day in the future), "activity", "indicator",
  // "closed-centre".
  std::vector<Taken> store(std::span<const Delivery> deliveries);
  sync::Index index(const std::string& centre);
  /// In the order of centres and reasons.
  std::vector<RefusedSheet> refused_sheets();
  /// Signed by a device of the centre; kept as evidence. Its sheets count no more.
  void withdraw(const sync::Withdrawal& withdrawal, const std::string& body,
                const sync::Signature& signature, Instant now);
  /// Signed by a device of the centre. Changes no count: days are marked until they are settled.
  void note_gaps(const sync::GapReport& report, Instant now);
  /// The figures that stand are right, for a centre whose kiosk is gone and cannot say so.
  void settle_gaps(const std::string& centre, std::string_view by, Instant now);

  // What the region sets.
  void add_activity(const std::string& code, std::string_view by, Instant now,
                    const NameByLanguage& names = {});
  /// Names stay in the region: no kiosk is told. Other languages keep theirs; an empty name takes
  /// one away.
  void name_activity(const std::string& code, const NameByLanguage& names, std::string_view by,
                     Instant now);
  ActivityNames activity_names();
  void add_indicator(const Indicator& indicator, std::string_view by, Instant now);
  std::vector<Indicator> indicators();
  sync::Catalogue catalogue();

  /// A centre or a month without a kiosk: visits and people of a month as somebody counted them, in
  /// a day sheet's columns. A later entry stands instead; both are kept. Where a kiosk has told
  /// days of the month they are added to those, and it is refused unless that is meant.
  void enter_month(const std::string& centre, const std::string& month, const RowValues& values,
                   std::string_view by, Instant now, bool added_to_kiosk = false);
  /// What it would be refused for, besides that.
  std::optional<EntryFault> entry_fault(const std::string& centre, const std::string& month,
                                        const RowValues& values, Instant now);
  bool kiosk_told(const std::string& centre, const std::string& month);

  // What reports read.
  /// Day sheets, summed by month, month after month and centre by centre; kDay rows (T and A). A
  /// month entered by hand adds to T all but its people: they are people of the month, not of its
  /// days.
  void read_months(const std::string& from_month, const std::string& to_month,
                   const TakeTotal& take);
  std::vector<Total> months(const std::string& from_month, const std::string& to_month);
  std::vector<Total> days(const std::string& centre, CivilDay from, CivilDay to);
  /// People sheets of each of these periods ("2026-11", "2026", "P:SOC1000") in their order, centre
  /// by centre. Months entered by hand have a T row in them.
  void read_people(const std::vector<std::string>& periods, const TakeTotal& take);
  std::vector<Total> people(const std::string& period);
  /// Month after month, of those that anything came of.
  std::vector<Coverage> coverage(const std::string& centre, const std::string& from_month,
                                 const std::string& to_month);
  /// Oldest first.
  std::vector<Correction> corrections(Instant since);
  /// Every signed body whose sheets stand or were corrected in these months, oldest first.
  std::vector<SignedBody> evidence(const std::string& from_month, const std::string& to_month);
  /// Every revision of the months entered by hand, oldest first.
  std::vector<MonthEntry> month_entries(const std::string& from_month, const std::string& to_month);
  /// Whatever `work` reads here stood at one moment: what comes meanwhile is in none of it.
  void snapshot(const std::function<void()>& work);

  // Reports as they were submitted.
  Submission keep_submission(Submission submission,
                             const std::string& report);  ///< gives it its id
  /// Newest first.
  std::vector<Submission> submissions();
  /// The bytes as they were kept. Refuses where there are none, or no longer the same.
  std::string submitted(const std::string& id);

  // Who may look.
  User add_user(User user, std::string_view by, Instant now);  ///< gives it its id
  /// Both end every session of the login: whoever else knew the password is out.
  void set_password_hash(const std::string& login, const std::string& hash, std::string_view by,
                         Instant now);
  void disable_user(const std::string& login, std::string_view by, Instant now);
  std::optional<User> user(const std::string& login);
  std::vector<User> users();

  void add_session(const Session& session);
  /// Nothing: there is none, or it is over.
  std::optional<Session> session(const std::string& key, Instant now);
  void see_session(const std::string& key, Instant now);
  void end_session(const std::string& key);

  std::vector<AuditEntry> audit(int newest);
  void note(std::string_view by, const Deed& what, Instant now);

  /// Proves the totals against the sheets and entries, and that submitted reports are as they were:
  /// what is wrong, one sentence each.
  std::vector<std::string> check();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sveiki::region
