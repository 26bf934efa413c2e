// SPDX-License-Identifier: EUPL-1.2
/// A program of ours, run by a test from outside: to its end, or until it is killed.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/temporary_dir.h"

namespace sveiki::test {

class Program {
 public:
  /// Starts bin/NAME; `environment` is added to the test's own ("https_proxy=…").
  Program(const std::string& name, const std::vector<std::string>& arguments,
          const std::vector<std::string>& environment = {});
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// Waits for its end: the exit code, or 128 and the signal that killed it.
  int end();
  void signal(int number);
  std::string out() const { return read_file(dir_ / "out"); }
  std::string err() const { return read_file(dir_ / "err"); }

 private:
  TemporaryDir dir_;
  pid_t process_;
};

}  // namespace sveiki::test
