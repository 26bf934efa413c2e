// SPDX-License-Identifier: EUPL-1.2
/// What travels between a centre and its region, as bytes: the `*.schema.json` of this folder say
/// the same to everybody else. The collector has no field in which a name could travel: keys are
/// ids that the region gave out, enumerations and integers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/sheet.h"

namespace sveiki::sync {

inline constexpr int kSchemaVersion = 1;
inline constexpr std::size_t kMaxBody = 1 << 20;  ///< bytes, before and after gunzip
inline constexpr std::size_t kGzipFrom = 4096;    ///< bytes from which a body is sent gzipped
inline constexpr std::size_t kMaxSheets = 400;
inline constexpr std::size_t kMaxLives = 400;  ///< in one withdrawal
inline constexpr std::size_t kMaxGaps = 400;   ///< days in one report of them
/// Bytes of an index: twenty thousand lives of half a dozen sheets each take some 6 MB.
inline constexpr std::size_t kMaxIndex = 8 << 20;
inline constexpr int kMaxDepth = 6;

/// The body of `POST /v1/sheets`: 1 to 400 sheets, none twice. Rows of nothing but zeros do not
/// travel.
struct Upload {
  std::string device;  ///< "dv_" and 8 of Crockford's base32
  std::string centre;  ///< "ce_" and 8
  Instant sent_at;
  std::string app;               ///< "0.1.0"; empty: not said
  std::optional<int> catalogue;  ///< version in use
  std::vector<Sheet> sheets;
  bool operator==(const Upload&) const = default;
};

/// Why bytes are not what they should be: RFC 9457 problem details.
struct Problem {
  int status = 400;     ///< 400 not JSON, 413 too large, 415 another version, 422 not our schema
  std::string pointer;  ///< RFC 6901, "/sheets/3/rows/0/2"; empty: the whole
  std::string detail;   ///< one English sentence; never holds text of the request
  bool operator==(const Problem&) const = default;
};

/// The same upload gives the same bytes.
std::string write_upload(const Upload& upload);
/// Reads with bounds: size, depth, numbers, no duplicate key, no unknown key, no byte after the
/// end.
std::variant<Upload, Problem> read_upload(std::string_view body);

/// What the collector answers to an upload with 200: one entry for every sheet that was in it.
struct SheetAnswer {
  SheetId id;
  std::int64_t revision = 0;  ///< the one that was sent
  Verdict verdict = Verdict::kStored;
  std::string why;  ///< of a refusal: "clock", "activity", "indicator", "closed-centre", "columns"
  bool operator==(const SheetAnswer&) const = default;
};
struct Receipt {
  std::string
      collector;        ///< a random id of the collector's database: another one has lost or gained
  Instant received_at;  ///< by the collector's clock
  int next_s = 900;     ///< seconds until the next upload is welcome, 5 to 86400
  int catalogue = 0;    ///< the newest version there is
  /// Of this device that the database has seen, with this one: not more than the last time, and the
  /// database was put back to a backup.
  std::int64_t uploads = 0;
  std::vector<SheetAnswer> sheets;
  bool operator==(const Receipt&) const = default;
};
std::string write_receipt(const Receipt& receipt);
/// Nothing for anything that is not a receipt (the page of a captive portal).
std::optional<Receipt> read_receipt(std::string_view body);

/// What the region sets: `GET /v1/catalogue`.
struct Catalogue {
  int version = 0;
  struct Activity {
    std::string id;    ///< "ac_…"
    std::string code;  ///< as centres' files name it, "clay": [a-z0-9-]{1,40}
    bool operator==(const Activity&) const = default;
  };
  std::vector<Activity> activities;
  struct Indicator {
    std::string period;  ///< "P:SOC1000"
    CivilDay from, to;   ///< whole months
    bool operator==(const Indicator&) const = default;
  };
  std::vector<Indicator> indicators;
  bool operator==(const Catalogue&) const = default;
};
std::string write_catalogue(const Catalogue& catalogue);
std::optional<Catalogue> read_catalogue(std::string_view body);

/// What the collector holds of a centre: `GET /v1/centres/{id}/index`. Smallest on the wire where
/// the sheets of one life stand together.
struct IndexEntry {
  SheetId id;
  std::int64_t revision = 0;
  bool withdrawn = false;
  bool operator==(const IndexEntry&) const = default;
};
struct Index {
  std::string collector;
  std::vector<IndexEntry> sheets;
  bool operator==(const Index&) const = default;
};
std::string write_index(const Index& index);
std::optional<Index> read_index(std::string_view body);

/// The body of `POST /v1/enrol` and its answer. The code is 12 characters of Crockford's base32,
/// the last a check symbol; written "ABCD-EFGH-JKMN". A request with a code that looks like one is
/// read, right or not, so that wrong tries are counted.
struct EnrolRequest {
  std::string code;
  std::string public_key;  ///< base64 of 32 bytes
  bool operator==(const EnrolRequest&) const = default;
};
struct Enrolled {
  std::string device;
  std::string centre;
  std::string collector;
  bool operator==(const Enrolled&) const = default;
};
std::string write_enrol_request(const EnrolRequest& request);
std::variant<EnrolRequest, Problem> read_enrol_request(std::string_view body);
std::string write_enrolled(const Enrolled& enrolled);
std::optional<Enrolled> read_enrolled(std::string_view body);

/// The body of `POST /v1/withdraw`: these lives of the centre count no more.
struct Withdrawal {
  std::string device;
  std::string centre;
  std::vector<std::string> lives;  ///< 1 to 400
  bool operator==(const Withdrawal&) const = default;
};
std::string write_withdrawal(const Withdrawal& withdrawal);
std::variant<Withdrawal, Problem> read_withdrawal(std::string_view body);

/// The body of `POST /v1/gaps`: days that the region holds of a life, and the kiosk's record does
/// not, since it was restored from a backup. What was said last of a day stands.
struct Gap {
  std::string life;
  std::string day;       ///< "2026-11-22"
  bool settled = false;  ///< staff have said what is to count, or the record has it again
  bool operator==(const Gap&) const = default;
};
struct GapReport {
  std::string device;
  std::string centre;
  std::vector<Gap> gaps;  ///< 1 to 400
  bool operator==(const GapReport&) const = default;
};
std::string write_gaps(const GapReport& report);
std::variant<GapReport, Problem> read_gaps(std::string_view body);

/// The body of an answer that refuses: `application/problem+json`.
std::string write_problem(const Problem& problem);

}  // namespace sveiki::sync
