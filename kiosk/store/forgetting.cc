// SPDX-License-Identifier: EUPL-1.2
#include "store/forgetting.h"

#include <SQLiteCpp/Transaction.h>

#include "store/database.h"
#include "store/faults.h"
#include "store/lock.h"
#include "store/sql.h"
#include "store/sweep.h"

namespace sveiki::store {

struct Forgetting::Parts {
  explicit Parts(const std::filesystem::path& dir) : lock(dir), db(open_to_record(dir)) {}

  template <class Work>
  void commit(Work&& work) {
    with_faults([&] {
      SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
      work();
      transaction.commit();
    });
  }
  /// The one whom `sql` finds.
  std::optional<Person> person(SQLite::Statement found) {
    if (!found.executeStep()) return std::nullopt;
    const auto flock = flock_from_name(found.getColumn(2).getString());
    const std::int64_t visitor = found.getColumn(0);
    return Person{visitor, found.getColumn(1), flock.value_or(Flock::kGreen), found.getColumn(3),
                  facts_of(db, visitor)};
  }

  RecorderLock lock;
  SQLite::Database db;
};

Forgetting::Forgetting(const std::filesystem::path& dir) : parts_(std::make_unique<Parts>(dir)) {}
Forgetting::~Forgetting() = default;

Facts Forgetting::before(CivilDay day) {
  return with_faults([&] { return facts_before(parts_->db, day); });
}

void Forgetting::forget_before(CivilDay day, std::string_view by, Instant now) {
  parts_->commit([&] { store::forget_before(parts_->db, day, by, now); });
}

std::optional<Forgetting::Person> Forgetting::by_sign(std::string_view symbol, Flock flock) {
  return with_faults([&] {
    return parts_->person(query(parts_->db,
                                "SELECT visitor, symbol, flock, ifnull(alias, '') FROM token"
                                " JOIN visitor ON visitor.id = visitor"
                                " WHERE symbol = ? AND flock = ? AND retired IS NULL",
                                symbol, flock_name(flock)));
  });
}

std::optional<Forgetting::Person> Forgetting::by_card(std::string_view code) {
  return with_faults([&] {
    return parts_->person(query(parts_->db,
                                "SELECT token.visitor, symbol, flock, ifnull(alias, '') FROM card"
                                " JOIN token USING (visitor) JOIN visitor ON visitor.id = visitor"
                                " WHERE code = ? AND card.retired IS NULL"
                                " AND token.retired IS NULL",
                                code));
  });
}

void Forgetting::forget(const Person& person, CivilDay today, std::string_view by, Instant now) {
  parts_->commit([&] { forget_person(parts_->db, person.visitor, today, by, now); });
}

bool Forgetting::sweep() {
  return with_faults([&] { return store::sweep(parts_->db); });
}

}  // namespace sveiki::store
