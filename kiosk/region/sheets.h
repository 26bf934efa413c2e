// SPDX-License-Identifier: EUPL-1.2
/// The sheets that stand, with the signed bodies that prove them; every change keeps the totals up.
#pragma once

#include "region/storage.h"

namespace sveiki::region {

class Sheets {
 public:
  explicit Sheets(Database& db) : db_(db) {}

  // Each within the caller's transaction.

  /// Of uploads that sync::read_upload has read and a device of the centre has signed.
  std::vector<Taken> store(std::span<const Delivery> deliveries);
  void withdraw(const sync::Withdrawal& withdrawal, const std::string& body,
                const sync::Signature& signature, Instant now);
  void enter_month(const std::string& centre, const std::string& month, const RowValues& values,
                   std::string_view by, Instant now, bool added_to_kiosk);

  std::optional<EntryFault> entry_fault(const std::string& centre, const std::string& month,
                                        const RowValues& values, Instant now);
  /// Some days of that month came as open or closed.
  bool kiosk_told(const std::string& centre, const std::string& month);
  std::vector<sync::IndexEntry> index(const std::string& centre);

 private:
  Database& db_;
};

/// What a month that was entered by hand adds to the totals of this kind.
SheetRows entered_rows(SheetKind kind, const RowValues& values);

/// An id for a signed body, which sorts by the time of its arrival.
std::string new_delivery_id(Instant received);

}  // namespace sveiki::region
