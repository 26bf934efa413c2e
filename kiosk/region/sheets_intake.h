// SPDX-License-Identifier: EUPL-1.2
/// Many deliveries in one transaction: everything they touch is read at once, joined in memory, and
/// written at once, so that a hundred uploads cost little more than one.
#pragma once

#include "region/refused_sheets.h"
#include "region/sheets_rules.h"
#include "region/sheets_totals.h"
#include "region/storage.h"

namespace sveiki::region {

class SheetIntake {
 public:
  SheetIntake(Database& db, std::span<const Delivery> deliveries);
  std::vector<Taken> run();

 private:
  using Key = std::pair<std::string, SheetId>;  // centre
  struct Held {
    std::optional<Sheet> sheet;
    std::string delivery;
    bool fresh = false;  // to be written
  };

  void read_held();
  void read_withdrawn();
  void note_refusal(const Delivery& delivery, const Sheet& sheet, const sync::SheetAnswer& answer);
  Verdict take(const Delivery& delivery, const std::string& delivery_id, const Sheet& sheet);
  void count(const Delivery& delivery, const std::string& delivery_id, const Sheet& sheet,
             const Held& held);
  void note_correction(const Delivery& delivery, const std::string& delivery_id, const Sheet& sheet,
                       const Held& held);
  /// Where it came late. kNo: it changed no count, but what it replaces may have been published.
  enum class Counted { kYes, kNo };
  void keep_correction(const Delivery& delivery, const std::string& delivery_id, const Sheet& sheet,
                       const Held& held, Counted counted);
  bool is_reported(const std::string& centre, const SheetId& id);
  void write();
  void count_uploads(std::vector<Taken>& taken);

  Database& db_;
  std::span<const Delivery> deliveries_;
  std::set<std::string> centres_;
  SheetRules rules_;
  Totals totals_;
  RefusedSheets refused_;
  std::map<Key, Held> held_;
  std::set<std::pair<std::string, std::string>> withdrawn_;  // centre, life
  std::set<std::pair<std::string, std::string>> recorders_;  // centre, record; of new people sheets
  std::set<std::pair<std::string, std::string>> mark_anew_;  // centre, day
  std::map<Key, bool> reported_before_;                      // this delivery; the life is empty
  std::vector<Values> bodies_, corrections_;
  std::map<std::string, Values> devices_;  // what is to be noted of each
};

}  // namespace sveiki::region
