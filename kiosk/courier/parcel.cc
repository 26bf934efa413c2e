// SPDX-License-Identifier: EUPL-1.2
#include "courier/parcel.h"

#include <algorithm>

namespace sveiki::courier {

std::string Sender::with() const {
  return "catalogue " + std::to_string(catalogue.value_or(0)) + ", program " + version;
}

Sender sender_of(Outbox& outbox, const sync::DeviceKey& key, const Outbox::Device& device,
                 const std::string& version) {
  Sender sender{key, device, version, {}};
  if (const auto catalogue = outbox.catalogue()) sender.catalogue = catalogue->version;
  return sender;
}

sync::Envelope seal(const Sender& from, std::string what, std::string body) {
  const sync::Signature signature = from.key.sign(what, body);
  return {std::move(what), from.device.device, signature, std::move(body)};
}

std::optional<sync::Envelope> seal_sheets(const Sender& from, std::vector<Sheet> sheets,
                                          Instant now) {
  // A clock before 1970 is no reason not to send.
  std::string body =
      sync::write_upload({from.device.device, from.device.centre, std::max(now, Instant{0}),
                          from.version, from.catalogue, std::move(sheets)});
  if (body.size() > sync::kMaxBody) return std::nullopt;
  return seal(from, "POST /v1/sheets", std::move(body));
}

sync::Envelope seal_withdrawal(const Sender& from, std::vector<std::string> lives) {
  return seal(from, "POST /v1/withdraw",
              sync::write_withdrawal({from.device.device, from.device.centre, std::move(lives)}));
}

sync::Envelope seal_gaps(const Sender& from, std::vector<sync::Gap> gaps) {
  return seal(from, "POST /v1/gaps",
              sync::write_gaps({from.device.device, from.device.centre, std::move(gaps)}));
}

std::pair<std::vector<Sheet>, std::vector<Sheet>> halves(std::vector<Sheet> sheets) {
  const auto middle = sheets.begin() + static_cast<std::ptrdiff_t>(sheets.size() / 2);
  std::vector<Sheet> second(std::make_move_iterator(middle), std::make_move_iterator(sheets.end()));
  sheets.erase(middle, sheets.end());
  return {std::move(sheets), std::move(second)};
}

}  // namespace sveiki::courier
