// SPDX-License-Identifier: EUPL-1.2
/// A region in memory, without a network: what it says to a request. It checks signatures for real,
/// keeps sheets as domain/sheet.h says, and says something else where a test scripts it.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "sync/ids.h"
#include "sync/signature.h"
#include "sync/upload.h"

namespace sveiki::test {

/// A request as it came, and its body after gunzip.
struct Heard {
  std::string method;
  std::string path;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
  std::string plain;
};

struct Says {
  int status = 200;
  std::string body;
  std::string type = "application/json";
  std::map<std::string, std::string> headers;
  std::size_t cut = std::string::npos;  ///< of the body, so many bytes go out, then nothing
  std::function<void()> before;         ///< something happens before it is said
};

/// RFC 9457, as a collector refuses.
Says problem(int status, const std::string& detail = "no");

class FakeRegion {
 public:
  Says answer(const Heard& heard);

  // What a test sets and reads; from another thread under `mutex`.
  std::mutex mutex;
  const std::string code = sync::read_code(sync::new_code()).value();
  std::string collector = "5d41402abc4b2a76";
  std::string device = "dv_7F3K9QWX";
  std::string centre = "ce_2MPNH8ZT";
  sync::Catalogue catalogue{3, {}, {}};
  int next_s = 900;
  Instant received_at{1'795'000'000'000};
  std::optional<sync::PublicKey> key;  ///< of the device, once enrolled
  std::map<SheetId, Sheet> held;
  std::set<std::string> withdrawn;
  std::vector<sync::Gap> gaps;                 ///< as they were told, one after the other
  std::map<std::string, std::string> refuses;  ///< period -> why
  std::string unreadable;         ///< an upload with a sheet of this period is malformed
  std::size_t most_sheets = 400;  ///< more at once are too large
  std::deque<Says> script;        ///< said first, whatever is asked
  std::vector<Heard> heard;
  int uploads = 0;  ///< that were read
  int wrong_signatures = 0;

 private:
  Says enrol(const Heard& heard);
  Says sheets(const Heard& heard);
  bool is_signed(const Heard& heard, const std::string& what);
};

}  // namespace sveiki::test
