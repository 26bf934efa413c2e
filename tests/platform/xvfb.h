// SPDX-License-Identifier: EUPL-1.2
/// An X server of the test's own, on a free display, for as long as the object lives.
#pragma once

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace sveiki::testing {

class Xvfb {
 public:
  explicit Xvfb(const std::string& screen = "1920x1080x24") {
    int ready[2];
    if (pipe(ready) != 0) throw std::runtime_error("no pipe");
    server_ = fork();
    if (server_ == 0) {
      prctl(PR_SET_PDEATHSIG, SIGTERM);  // also when the test crashes
      close(ready[0]);
      const std::string fd = std::to_string(ready[1]);
      execlp("Xvfb", "Xvfb", "-displayfd", fd.c_str(), "-screen", "0", screen.c_str(), "-nolisten",
             "tcp", "-noreset", static_cast<char*>(nullptr));
      _exit(127);
    }
    close(ready[1]);
    // The server writes the number of its display once it can be reached.
    std::string number;
    for (char c = 0; read(ready[0], &c, 1) == 1 && c != '\n';) number += c;
    close(ready[0]);
    if (number.empty()) throw std::runtime_error("Xvfb did not start");
    setenv("DISPLAY", (":" + number).c_str(), 1);
  }
  ~Xvfb() {
    kill(server_, SIGTERM);
    waitpid(server_, nullptr, 0);
  }
  Xvfb(const Xvfb&) = delete;
  Xvfb& operator=(const Xvfb&) = delete;

 private:
  pid_t server_ = -1;
};

}  // namespace sveiki::testing
