// SPDX-License-Identifier: EUPL-1.2
// Measures the kiosk as a visitor meets it: the real program in a window of 1920x1080 on an X
// server of its own, touched through XTest, its pixels asked from the server by another connection
// (asked every 0.2 ms). Usage: kiosk_bench [SECONDS OF IDLENESS, 60]
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <thread>
#include <vector>

#include "platform/xvfb.h"
#include "support/kiosk_data.h"

namespace {

using namespace sveiki::test;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

struct Place {
  int x = 0;
  int y = 0;
};
using Color = unsigned long;

/// Eyes and a finger, through a connection that is not the kiosk's.
class Glass {
 public:
  Glass() : display_(XOpenDisplay(nullptr)) {}
  ~Glass() { XCloseDisplay(display_); }
  Glass(const Glass&) = delete;
  Glass& operator=(const Glass&) = delete;

  Color at(Place place) const {
    XImage* image = XGetImage(display_, DefaultRootWindow(display_), place.x, place.y, 1, 1,
                              AllPlanes, ZPixmap);
    const Color color = XGetPixel(image, 0, 0) & 0xFFFFFF;
    XDestroyImage(image);
    return color;
  }

  /// Milliseconds from `start` until the pixel is not `color` any more.
  double changes(Place place, Color color, Clock::time_point start) const {
    while (at(place) == color) {
      std::this_thread::sleep_for(100us);  // the kiosk needs the processor more
      if (Clock::now() - start > 5s) throw std::runtime_error("the screen does not change");
    }
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  }

  void move(Place to) const {
    XTestFakeMotionEvent(display_, 0, to.x, to.y, CurrentTime);
    XSync(display_, False);
  }
  void press(bool down) const {
    XTestFakeButtonEvent(display_, 1, down, CurrentTime);
    XFlush(display_);
  }
  void tap(Place place) const {
    move(place);
    std::this_thread::sleep_for(10ms);
    press(true);
    std::this_thread::sleep_for(30ms);
    press(false);
  }

 private:
  Display* display_;
};

/// `sveiki-kiosk run`, killed with the object.
class Kiosk {
 public:
  explicit Kiosk(const fs::path& data) : process_(::fork()) {
    if (process_ != 0) return;
    ::execl(SVEIKI_BIN_DIR "/sveiki-kiosk", "sveiki-kiosk", "run", "--data", data.c_str(),
            "--window", "1920x1080", static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ~Kiosk() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  Kiosk(const Kiosk&) = delete;
  Kiosk& operator=(const Kiosk&) = delete;

  double pss_mb() const {
    std::ifstream in(proc() / "smaps_rollup");
    for (std::string word; in >> word;) {
      double kib = 0;
      if (word == "Pss:" && in >> kib) return kib * 1024 / 1e6;
    }
    return 0;
  }
  /// Of all its threads; and how often they woke up.
  struct Work {
    double cpu_s = 0;
    long wakes = 0;
  };
  Work work() const {
    Work sum;
    for (const auto& task : fs::directory_iterator(proc() / "task")) {
      double ns = 0;
      std::ifstream(task.path() / "schedstat") >> ns;
      sum.cpu_s += ns / 1e9;
      std::ifstream status(task.path() / "status");
      for (std::string word; status >> word;) {
        long times = 0;
        if (word == "voluntary_ctxt_switches:" && status >> times) sum.wakes += times;
      }
    }
    return sum;
  }

 private:
  fs::path proc() const { return fs::path("/proc") / std::to_string(process_); }
  pid_t process_;
};

void report(const char* what, std::vector<double> ms, const char* target) {
  std::sort(ms.begin(), ms.end());
  std::printf("%-38s median %6.2f   p99 %6.2f   (%zu times; target %s)\n", what, ms[ms.size() / 2],
              ms[ms.size() * 99 / 100], ms.size(), target);
}

/// Kretinga, open at any hour, with one thing to do: a touch on a sign is welcomed at once.
std::string always_open() {
  std::string text = kretinga();
  const std::string activity = "[[activities]]";
  text.resize(text.find(activity, text.find(activity) + 1));
  const std::regex hours{"(mon|tue|wed|thu|fri|sat|sun) = .*"};
  return std::regex_replace(text, hours, "$1 = \"0.00-24.00\"");
}

/// Where things are, by the tree of a kiosk of the same size.
struct Map {
  Place enter;
  Place done;
  std::vector<std::pair<Place, Place>> signs;  ///< a flock, and a token of it
};

Map explore(const fs::path& data) {
  Driven kiosk(data, "1920x1080");
  const auto place_of = [&](const std::string& id) {
    const Json rect = kiosk.node(id)["rect_px"];
    return Place{rect[0].get<int>() + rect[2].get<int>() / 2,
                 rect[1].get<int>() + rect[3].get<int>() / 2};
  };
  Map map{.enter = place_of("enter")};
  kiosk.go({"tap enter"});
  std::string somebody;
  for (const std::string& flock : kiosk.ids("flock.")) {
    const Place flock_place = place_of(flock);
    kiosk.go({"tap " + flock});
    for (const std::string& token : kiosk.ids("token.")) {
      map.signs.emplace_back(flock_place, place_of(token));
      somebody = token;
    }
    kiosk.go({"tap back"});
  }
  // The last one checks in here, to show where "done" is, and not again.
  kiosk.go({"tap flock.6", "tap " + somebody, "wait"});
  map.done = place_of("done");
  map.signs.pop_back();
  return map;
}

constexpr Place kCorner{4, 4};  // the page, on every screen
constexpr auto kSettled = 450ms;

void measure_start(const fs::path& data, const Glass& glass) {
  std::vector<double> ms;
  for (int i = 0; i < 10; ++i) {
    const auto start = Clock::now();
    const Kiosk kiosk(data);
    ms.push_back(glass.changes(kCorner, 0, start));
    std::this_thread::sleep_for(200ms);
  }
  report("start to first picture, ms", ms, "300");
}

void measure_press(const Kiosk& kiosk, const Map& map, const Glass& glass) {
  // Where the ring of a pressed button appears, just inside its upper edge.
  const Place seen{map.enter.x, map.enter.y - 112};
  const Color resting = glass.at(seen);
  std::vector<double> ms;
  const double before_s = kiosk.work().cpu_s;
  for (int i = 0; i < 200; ++i) {
    glass.move(map.enter);
    std::this_thread::sleep_for(40ms);
    const auto start = Clock::now();
    glass.press(true);
    ms.push_back(glass.changes(seen, resting, start));
    const Color pressed = glass.at(seen);
    glass.move(kCorner);  // sliding off is no choice
    glass.press(false);
    glass.changes(seen, pressed, Clock::now());
  }
  report("touch to first changed pixel, ms", ms, "3, p99 12");
  // A touch is two pictures: pressed, and let go.
  std::printf("CPU for one such picture, ms           %.2f\n",
              (kiosk.work().cpu_s - before_s) * 1000 / 400);
}

void measure_welcome(const Map& map, const Glass& glass) {
  const Color page = glass.at(kCorner);
  std::vector<double> ms;
  for (const auto& [flock, sign] : map.signs) {
    for (const Place& place : {map.enter, flock}) {
      glass.tap(place);
      std::this_thread::sleep_for(kSettled);
    }
    glass.move(sign);
    glass.press(true);
    std::this_thread::sleep_for(30ms);
    const auto start = Clock::now();
    glass.press(false);
    ms.push_back(glass.changes(kCorner, page, start));
    std::this_thread::sleep_for(kSettled);
    glass.tap(map.done);
    std::this_thread::sleep_for(kSettled);
  }
  report("touch to durable to welcome, ms", ms, "80");
}

void measure_idle(const Kiosk& kiosk, int seconds) {
  const Kiosk::Work before = kiosk.work();
  std::this_thread::sleep_for(std::chrono::seconds{seconds});
  const Kiosk::Work after = kiosk.work();
  std::printf("idle for %d s                          CPU %.3f s, %ld wake-ups   (target 0.05 s)\n",
              seconds, after.cpu_s - before.cpu_s, after.wakes - before.wakes);
}

}  // namespace

int main(int argc, char** argv) {
  const int idle_s = argc > 1 ? std::atoi(argv[1]) : 60;
  const sveiki::testing::Xvfb server;
  const KioskData data(always_open());
  const Map map = explore(data.path());
  const Glass glass;
  measure_start(data.path(), glass);
  const Kiosk kiosk(data.path());
  glass.changes(kCorner, 0, Clock::now());
  std::this_thread::sleep_for(1s);
  std::printf("memory at start (PSS)                  %.1f MB   (target 90)\n", kiosk.pss_mb());
  measure_press(kiosk, map, glass);
  measure_welcome(map, glass);
  std::printf("memory after that (PSS)                %.1f MB   (target 90)\n", kiosk.pss_mb());
  measure_idle(kiosk, idle_s);
  return 0;
}
