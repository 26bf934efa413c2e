// SPDX-License-Identifier: EUPL-1.2
#include "store/sweep.h"

#include "store/sql.h"

namespace sveiki::store {

bool sweep(SQLite::Database& db) {
  if (number(db, "SELECT unswept FROM centre") != 1) return true;
  // The copy on the way holds people, too: it must not lie in a folder of the system.
  db.exec("PRAGMA temp_store = MEMORY");
  // secure_delete is not enough: where pages of an index were split, it left a copy of one or two
  // rows in thousands.
  db.exec("VACUUM");
  if (number(db, "PRAGMA wal_checkpoint(TRUNCATE)") != 0) return false;
  run(db, "UPDATE centre SET unswept = 0");
  return true;
}

}  // namespace sveiki::store
