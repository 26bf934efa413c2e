// SPDX-License-Identifier: EUPL-1.2
#include "store/enrolment.h"

#include <SQLiteCpp/Transaction.h>

#include "store/database.h"
#include "store/faults.h"
#include "store/lock.h"
#include "store/people.h"
#include "store/sql.h"

namespace sveiki::store {

struct Enrolment::Parts {
  explicit Parts(const std::filesystem::path& dir) : lock(dir), db(open_to_record(dir)) {}
  RecorderLock lock;
  SQLite::Database db;
  People people{db};
};

Enrolment::Enrolment(const std::filesystem::path& dir) : parts_(std::make_unique<Parts>(dir)) {}
Enrolment::~Enrolment() = default;

std::vector<Token> Enrolment::tokens() {
  return with_faults([&] { return parts_->people.tokens(); });
}

std::vector<std::string> Enrolment::cards() {
  return with_faults([&] { return parts_->people.cards(); });
}

void Enrolment::add(const std::vector<NewPerson>& people, std::string_view by, Instant now) {
  with_faults([&] {
    SQLite::Transaction transaction(parts_->db, SQLite::TransactionBehavior::IMMEDIATE);
    for (const NewPerson& person : people) parts_->people.add(person, now);
    run(parts_->db, "INSERT INTO audit (at, by, what) VALUES (?, ?, ?)", now, by,
        std::to_string(people.size()) + " people added");
    transaction.commit();
  });
}

}  // namespace sveiki::store
