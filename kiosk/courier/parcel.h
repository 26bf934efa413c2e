// SPDX-License-Identifier: EUPL-1.2
/// Sheets made ready to leave, sealed with the device's key: the same on the wire and on a USB
/// stick.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "outbox/outbox.h"
#include "sync/signature.h"

namespace sveiki::courier {

struct Sender {
  const sync::DeviceKey& key;
  Outbox::Device device;
  std::string version;           ///< of this program, "0.1.0"
  std::optional<int> catalogue;  ///< version in use

  /// What a sheet is refused with: by something else it may be taken.
  std::string with() const;
};

Sender sender_of(Outbox& outbox, const sync::DeviceKey& key, const Outbox::Device& device,
                 const std::string& version);

sync::Envelope seal(const Sender& from, std::string what, std::string body);

/// Nothing if it would be larger than the region takes.
std::optional<sync::Envelope> seal_sheets(const Sender& from, std::vector<Sheet> sheets,
                                          Instant now);
sync::Envelope seal_withdrawal(const Sender& from, std::vector<std::string> lives);

sync::Envelope seal_gaps(const Sender& from, std::vector<sync::Gap> gaps);

/// As many at a time as one request holds.
template <class T>
std::vector<std::vector<T>> portions(const std::vector<T>& all, std::size_t most) {
  std::vector<std::vector<T>> portions;
  for (const T& one : all) {
    if (portions.empty() || portions.back().size() == most) portions.emplace_back();
    portions.back().push_back(one);
  }
  return portions;
}

/// Cuts after half of them.
std::pair<std::vector<Sheet>, std::vector<Sheet>> halves(std::vector<Sheet> sheets);

}  // namespace sveiki::courier
