// SPDX-License-Identifier: EUPL-1.2
/// Lets the kiosk end in order when a signal tells it to, as a service is told at shutdown: what
/// was counted is laid in for the region first.
#pragma once

#include <pthread.h>

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>
#include <utility>

namespace sveiki {

class Ending {
 public:
  /// To be called before there is any other thread: all leave these signals to an Ending.
  static void prepare() {
    const sigset_t all = signals();
    ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
  }

  /// Calls `wake`, on a thread of its own, when the time has come.
  explicit Ending(std::function<void()> wake)
      : thread_([this, wake = std::move(wake)] {
          const sigset_t all = signals();
          int signal = 0;
          ::sigwait(&all, &signal);
          come_ = true;
          wake();
        }) {}
  ~Ending() {
    ::pthread_kill(thread_.native_handle(), SIGTERM);
    thread_.join();
  }
  Ending(const Ending&) = delete;
  Ending& operator=(const Ending&) = delete;

  bool come() const { return come_; }

 private:
  static sigset_t signals() {
    sigset_t all;
    ::sigemptyset(&all);
    for (const int signal : {SIGTERM, SIGINT}) ::sigaddset(&all, signal);
    return all;
  }

  std::atomic<bool> come_ = false;
  std::thread thread_;
};

}  // namespace sveiki
