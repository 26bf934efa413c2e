// SPDX-License-Identifier: EUPL-1.2
/// A request and its answer as values, whatever carries them: the API and the pages are functions
/// from one to the other, and their tests need no socket.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/time.h"

namespace sveiki::region {

struct Request {
  std::string method;                          ///< "GET", "HEAD" or "POST": others never come here
  std::string path;                            ///< decoded, begins with "/", no ".." and no NUL
  std::map<std::string, std::string> query;    ///< decoded; the first of several of one name
  std::map<std::string, std::string> headers;  ///< names in lower case; the first of several
  std::string body;     ///< as it came: still gzipped where the header says so
  std::string address;  ///< who sent it: "203.0.113.7", "::1"
  Instant at;
  bool tls = false;  ///< came encrypted: to us, or to the proxy before us
};

struct Response {
  int status = 200;
  std::string type = "text/plain; charset=utf-8";
  std::string body;
  /// Never made of request text. The server adds length, date, connection and the safe headers.
  std::map<std::string, std::string> headers;
};

/// A refusal: problem details of RFC 9457. `detail` is one English sentence without request text.
Response problem(int status, std::string_view detail, std::string_view pointer = {});
/// 503, and when to come back.
Response busy(std::string_view why = "There is too much to do. Try again later.");

/// Called from several threads at once. What it throws becomes a 500 and a line in the log.
using Handler = std::function<Response(const Request&)>;

/// Answers at most so many at once, so that threads are left for others; more are told to come
/// back.
Handler at_most(int limit, Handler handler);

/// Gives the memory back that an answer needed for its while: a report of a large region takes
/// three times what the collector has otherwise, and the heap would keep it.
Handler giving_memory_back(Handler handler);

}  // namespace sveiki::region
