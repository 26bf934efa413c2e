// SPDX-License-Identifier: EUPL-1.2
/// What the commands that speak for this computer need: its key, its outbox, and the memory of
/// where it is enrolled, which outlives a lost outbox.
#pragma once

#include "courier/parcel.h"
#include "sveiki-sync/commands.h"

namespace sveiki {

class Desk {
 public:
  /// Throws std::runtime_error or RecordFault in plain words.
  explicit Desk(const Places& places);

  Outbox outbox;
  sync::DeviceKey key;

  /// Throws std::runtime_error if this computer is not enrolled.
  courier::Sender sender();
  /// Keeps the enrolment beside the key, or brings it back into an outbox that was lost.
  void remember();

 private:
  std::filesystem::path memory_;
  std::optional<Outbox::Device> remembered_;
};

}  // namespace sveiki
