// SPDX-License-Identifier: EUPL-1.2
/// The real sveiki-region that serves on a free port of this computer; ended when this is.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/process_memory.h"

namespace sveiki::test {

class RunningCollector {
 public:
  /// "--data", "/tmp/…" and what else `serve` takes.
  explicit RunningCollector(std::vector<std::string> options) {
    options.insert(options.begin(), {"sveiki-region", "serve"});
    if (std::ranges::find(options, "--listen") == options.end())
      options.insert(options.end(), {"--listen", "127.0.0.1:0"});
    std::vector<char*> argv;
    for (std::string& option : options) argv.push_back(option.data());
    argv.push_back(nullptr);
    int from[2];
    if (::pipe2(from, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(from[1], 1);
      ::execv(SVEIKI_BIN_DIR "/sveiki-region", argv.data());
      ::_exit(127);
    }
    ::close(from[1]);
    char line[200] = {};
    const bool said = ::read(from[0], line, sizeof line - 1) > 0;
    ::close(from[0]);
    said_ = line;
    if (said) port_ = static_cast<std::uint16_t>(std::atoi(std::strrchr(line, ':') + 1));
  }
  ~RunningCollector() {
    if (child_ > 0) end(SIGKILL);
  }
  RunningCollector(const RunningCollector&) = delete;
  RunningCollector& operator=(const RunningCollector&) = delete;

  /// "listening on http://127.0.0.1:40123\n"; empty if it ended without.
  const std::string& said() const { return said_; }
  std::uint16_t port() const { return port_; }

  /// Its exit code; minus the signal that killed it.
  int end(int signal = SIGTERM) {
    int status = 0;
    ::kill(child_, signal);
    ::waitpid(child_, &status, 0);
    child_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

  /// "VmRSS" or "VmHWM", in MB.
  double memory(const std::string& which) const {
    return process_memory(which, std::to_string(child_));
  }

 private:
  pid_t child_ = 0;
  std::string said_;
  std::uint16_t port_ = 0;
};

}  // namespace sveiki::test
