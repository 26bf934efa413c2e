// SPDX-License-Identifier: EUPL-1.2
#include "region/api_seal.h"

#include <optional>

#include "sync/gzip.h"
#include "sync/ids.h"

namespace sveiki::region {
namespace {

std::string header(const Request& request, const char* name) {
  const auto found = request.headers.find(name);
  return found == request.headers.end() ? std::string{} : found->second;
}

/// True if it is gzip that says of itself to be larger than we take (RFC 1952: the last four bytes,
/// lowest first). It may lie: then it is merely malformed.
bool claims_too_much(std::string_view gzipped) {
  if (!gzipped.starts_with("\x1f\x8b") || gzipped.size() < 18) return false;
  std::size_t size = 0;
  for (std::size_t i = 1; i <= 4; ++i)
    size = size << 8 | static_cast<unsigned char>(gzipped[gzipped.size() - i]);
  return size > sync::kMaxBody;
}

std::variant<std::string, Response> unpacked_body(const Request& request) {
  const std::string coding = header(request, "content-encoding");
  if (coding.empty() || coding == "identity") {
    if (request.body.size() > sync::kMaxBody) return problem(413, "The body is too large.");
    return request.body;
  }
  if (coding != "gzip") return problem(400, "The body may be gzipped, nothing else.");
  if (auto body = sync::gunzip(request.body, sync::kMaxBody)) return *std::move(body);
  if (claims_too_much(request.body)) return problem(413, "The body is too large.");
  return problem(400, "The body is not gzip, or too large.");
}

}  // namespace

std::variant<Sealed, Response> open_seal(Storages& storages, const Request& request,
                                         std::string_view what) {
  auto body = unpacked_body(request);
  if (auto* refused = std::get_if<Response>(&body)) return std::move(*refused);
  const Response unknown = problem(401, "No device of this region signed this.");
  const std::string id = header(request, "sveiki-device");
  const auto signature = sync::signature(header(request, "sveiki-signature"));
  if (!signature || !sync::is_id("dv", id)) return unknown;
  auto device = storages.borrow()->device(id);
  auto& text = std::get<std::string>(body);
  if (!device || !sync::verify(device->key, what, text, *signature)) return unknown;
  if (device->revoked) return problem(403, "This device may not send any more.");
  return Sealed{*std::move(device), *signature, std::move(text)};
}

}  // namespace sveiki::region
