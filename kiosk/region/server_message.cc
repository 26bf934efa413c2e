// SPDX-License-Identifier: EUPL-1.2
#include "region/server_message.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/beast/core/string.hpp>
#include <ctime>

#include "base/clock.h"

namespace sveiki::region {
namespace {

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Who sent it to the proxy: it adds itself what it saw, after whatever its client claims.
asio::ip::address sender_of(const Header& header, const asio::ip::address& proxy) {
  std::string_view last;
  for (const auto& field : header)
    if (beast::iequals(field.name_string(), "X-Forwarded-For"))
      last = {field.value().data(), field.value().size()};
  last.remove_prefix(std::min(last.find_last_of(", ") + 1, last.size()));
  beast::error_code odd;
  const auto sender = asio::ip::make_address(last, odd);
  return odd ? proxy : sender;
}

/// "Sun, 22 Nov 2026 18:46:48 GMT"
std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc)};
}

bool has_body(int status) {
  return status != 204 && status != 304;
}

}  // namespace

Response refusal(int status) {
  if (status == 405) {
    Response response = problem(405, "Only GET, HEAD and POST are understood.");
    response.headers["Allow"] = "GET, HEAD, POST";
    return response;
  }
  if (status == 413) return problem(413, "The body is too large.");
  if (status == 431) return problem(431, "The header is too large.");
  if (status == 500) return problem(500, "Something went wrong here.");
  if (status == 503) return busy();
  return problem(400, "The request cannot be read.");
}

int status_of(beast::error_code error) {
  if (error == http::error::body_limit) return 413;
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
  if (error == http::error::end_of_stream || error == http::error::partial_message) return 0;
  return error.category() == make_error_code(http::error::bad_method).category() ? 400 : 0;
}

int fault_of(const Header& header) {
  // Two readers of one stream must never disagree where a body ends (RFC 9112, 6.3 and 11.2).
  const auto coding = header.find(http::field::transfer_encoding);
  if (coding != header.end() &&
      (header.version() != 11 || !beast::iequals(coding->value(), "chunked")))
    return 400;
  if (header.version() == 11 && header.count(http::field::host) != 1) return 400;
  if (header.method() != http::verb::get && header.method() != http::verb::head &&
      header.method() != http::verb::post)
    return 405;
  return 0;
}

Request request_of(const Header& header, Target target, const asio::ip::address& peer,
                   bool behind_proxy, bool tls) {
  Request request{header.method_string(),
                  std::move(target.path),
                  std::move(target.query),
                  {},
                  {},
                  (behind_proxy ? sender_of(header, peer) : peer).to_string(),
                  SystemClock().now().wall,
                  tls || (behind_proxy && header["X-Forwarded-Proto"] == "https")};
  for (const auto& field : header) {
    std::string name = field.name_string();
    std::ranges::transform(name, name.begin(), to_lower);
    request.headers.try_emplace(std::move(name), field.value());
  }
  return request;
}

Message message_of(Response response, unsigned version, bool keep_alive, bool tls) {
  Message message;
  message.result(static_cast<unsigned>(response.status));
  message.version(version);
  message.set(http::field::date, http_date());
  message.set("X-Content-Type-Options", "nosniff");
  message.set(http::field::cache_control, "no-store");
  // A year: from then on a browser comes no other way.
  if (tls) message.set(http::field::strict_transport_security, "max-age=31536000");
  for (const auto& [name, value] : response.headers) message.set(name, value);
  if (has_body(response.status)) {
    message.set(http::field::content_type, response.type);
    message.content_length(response.body.size());
    message.body() = std::move(response.body);
  }
  message.keep_alive(keep_alive);
  return message;
}

bool is_clean(const Response& response) {
  const auto visible = [](std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) >= ' '; });
  };
  return visible(response.type) && std::ranges::all_of(response.headers, [&](const auto& header) {
           return visible(header.first) && visible(header.second);
         });
}

}  // namespace sveiki::region
