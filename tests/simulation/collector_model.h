// SPDX-License-Identifier: EUPL-1.2
/// The collector, as small as it can be and still be right: the join of sheets, withdrawals, an
/// index. It can be put back to last week's backup.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/sheet.h"

namespace sveiki::test {

class CollectorModel {
 public:
  using Shelf = std::map<std::pair<std::string, SheetId>, Sheet>;  // by centre
  /// Rows of a centre's kind and period.
  using Totals = std::map<std::tuple<std::string, SheetKind, std::string>, SheetRows>;

  Verdict take(const std::string& centre, const Sheet& sheet) {
    const auto held = shelf_.find({centre, sheet.id});
    const Verdict verdict = join(held == shelf_.end() ? nullptr : &held->second, sheet);
    if (verdict == Verdict::kStored) shelf_[{centre, sheet.id}] = sheet;
    return verdict;
  }
  void withdraw(const std::string& centre, const std::string& life) {
    withdrawn_.insert({centre, life});
  }

  const Shelf& shelf() const { return shelf_; }
  bool counts(const std::string& centre, const std::string& life) const {
    return !withdrawn_.contains({centre, life});
  }
  Totals totals() const {
    Totals all;
    for (const auto& [key, held] : shelf_) {
      const auto& [centre, id] = key;
      if (counts(centre, id.life)) add(all[{centre, id.kind, id.period}], held.rows);
    }
    std::erase_if(all, [](const auto& total) { return total.second.empty(); });
    return all;
  }

  void back_up() { backup_ = {shelf_, withdrawn_}; }
  void restore() { std::tie(shelf_, withdrawn_) = backup_; }

 private:
  using Withdrawn = std::set<std::pair<std::string, std::string>>;
  Shelf shelf_;
  Withdrawn withdrawn_;
  std::pair<Shelf, Withdrawn> backup_;
};

}  // namespace sveiki::test
