// SPDX-License-Identifier: EUPL-1.2
/// Many facts in one commit, for a past that is made up or brought in: what Record says of
/// durability holds from `commit()` on. Uncommitted, it changes nothing.
#pragma once

#include "store/record.h"

namespace sveiki::store {

class Batch {
 public:
  explicit Batch(Record& record);
  ~Batch();
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;
  void commit();

 private:
  Record& record_;
};

}  // namespace sveiki::store
