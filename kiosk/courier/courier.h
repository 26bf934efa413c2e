// SPDX-License-Identifier: EUPL-1.2
/// The courier: goes to the region with what lies in the outbox, notes what the region said of each
/// sheet, and brings back what it sets. Whatever happens on the way, what was not acknowledged by
/// name lies there for the next time: it never gives up, and believes nobody but the region.
#pragma once

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/clock.h"
#include "courier/carrier.h"
#include "courier/parcel.h"
#include "courier/waiting.h"

namespace sveiki::courier {

/// How one way to the region ended.
struct Round {
  std::string trouble;  ///< empty: well; else the word that the outbox keeps
  std::string why;      ///< for the log, in English
  Millis wait{};        ///< until the next one
};

class Courier {
 public:
  /// `version` is the program's own, "0.1.0"; `chance` as Waiting wants it.
  Courier(Outbox& outbox, Carrier& carrier, const sync::DeviceKey& key, const Clock& clock,
          std::string version, std::function<double()> chance);

  /// Goes once: enrols where staff asked for it, withdraws, compares, sends all that is pending,
  /// and tells of the gap. Throws RecordFault where the outbox does.
  ///
  /// kWhenDue asks nobody where nothing is to be said; kNow proves that the region is there.
  enum class Compare { kWhenDue, kNow };
  Round go(Compare when = Compare::kWhenDue);

 private:
  /// Ends a round; what was done before it stays done.
  struct Setback : std::runtime_error {
    Setback(std::string word, const std::string& what, Millis until)
        : std::runtime_error(what), trouble(std::move(word)), wait(until) {}
    std::string trouble;
    Millis wait;
  };

  void go_to_region(Compare when);
  void enrol(const Outbox::EnrolWish& wish);
  void withdraw();
  void tell_gaps();
  void compare();
  bool compare_is_due();
  void bring_catalogue();
  void send_pending();
  void send(std::vector<Sheet> sheets);
  void send_halves(std::vector<Sheet> sheets, const char* why);
  void take(const sync::Receipt& receipt);

  Answer carry(Request request);
  /// The answer of a region that let us in and has time: the caller looks at the rest.
  Answer ask(Request request);
  Answer ask_sealed(const sync::Envelope& envelope);
  Setback not_the_region(const std::string& why);
  Sender sender();

  Outbox& outbox_;
  Carrier& carrier_;
  const sync::DeviceKey& key_;
  const Clock& clock_;
  std::string version_;
  Waiting waiting_;

  // Of the round.
  Outbox::Device device_;
  bool reached_ = false;       // the region itself answered
  std::optional<int> next_s_;  // when it wants to see us again, if something was sent
};

}  // namespace sveiki::courier
