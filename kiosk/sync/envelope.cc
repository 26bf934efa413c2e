// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "sync/sheet_id.h"
#include "sync/signature.h"
#include "sync/strict_json.h"

namespace sveiki::sync {
namespace {

using nlohmann::ordered_json;

// Every byte of a body may have to be escaped, most of them as \u0000.
constexpr std::size_t kMaxEnvelope = 6 * kMaxBody + 1024;
constexpr std::array<std::string_view, 3> kRequests{"POST /v1/sheets", "POST /v1/withdraw",
                                                    "POST /v1/gaps"};

bool is_signature(std::string_view text) {
  return signature(text).has_value();
}

Envelope of(const JsonValue& value) {
  value.keys({"what", "device", "signature", "body"});
  const JsonValue body = value["body"];
  if (body.text().size() > kMaxBody) body.refuse("This is too large.");
  return {std::string{kRequests[value["what"].word(kRequests)]}, value["device"].text(is_device),
          *signature(value["signature"].text(is_signature)), body.text()};
}

}  // namespace

std::string write_envelope(const Envelope& envelope) {
  return ordered_json{{"v", kSchemaVersion},
                      {"what", envelope.what},
                      {"device", envelope.device},
                      {"signature", text_of(envelope.signature)},
                      {"body", envelope.body}}
             .dump() +
         "\n";
}

std::optional<Envelope> read_envelope(std::string_view bytes) {
  return read_if_right(bytes, of, kMaxEnvelope);
}

}  // namespace sveiki::sync
