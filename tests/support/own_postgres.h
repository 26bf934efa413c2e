// SPDX-License-Identifier: EUPL-1.2
/// A PostgreSQL of the test's own: its cluster lies in a temporary folder, it listens on a socket
/// in there and nowhere else, and it ends with the test, however that ends.
#pragma once

#include <sys/types.h>

#include <string>

#include "support/temporary_dir.h"

namespace sveiki::test {

class OwnPostgres {
 public:
  /// False where PostgreSQL is not installed.
  static bool installed();

  /// Makes the cluster and starts it. `durable`: a commit waits for the disk, as in the field.
  explicit OwnPostgres(bool durable = false);
  ~OwnPostgres();
  OwnPostgres(const OwnPostgres&) = delete;
  OwnPostgres& operator=(const OwnPostgres&) = delete;

  void start();
  /// Ends what is under way, as a machine that is shut down.
  void stop();

  /// The URI of a new, empty database.
  std::string new_database();

 private:
  std::string uri_of(const std::string& database) const;

  TemporaryDir dir_;
  bool durable_;
  pid_t server_ = -1;
  int databases_ = 0;
};

}  // namespace sveiki::test
