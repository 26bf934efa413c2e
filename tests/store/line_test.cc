// SPDX-License-Identifier: EUPL-1.2
// Many hands on one session: whoever is first, in whatever order, it is never oversold.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

#include "base/mailbox.h"
#include "store/a_timetable.h"
#include "store/check.h"
#include "store/power_cut_vfs.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using Tell = store::Record::Tell;

namespace {

const SessionRef kClay = session_on(5);
const CivilDay kDay = kClay.original.date;
const Instant kNow = november(2, 9);

/// So many people with signs that no wall has room for.
void enrol(const ACentre& centre, int people) {
  std::vector<store::NewPerson> all(static_cast<std::size_t>(people));
  for (std::size_t i = 0; i < all.size(); ++i) all[i].symbol = "hand " + std::to_string(i);
  store::Enrolment(centre.dir.path()).add(all, "test", kNow);
}

std::vector<std::string> tokens_of(store::Record& record) {
  std::vector<std::string> tokens;
  for (const Token& token : record.tokens()) tokens.push_back(token.id);
  return tokens;
}

/// The places as people have them: 0 a place, then 1, 2, ... on the list, in order of `tokens`.
std::vector<int> waiting(store::Record& record, const std::vector<std::string>& tokens) {
  std::vector<int> all;
  for (const std::string& token : tokens) {
    for (const MyPlace& mine : record.places(token, kDay, kDay, Tell::kNo, kNow)) {
      all.push_back(mine.waiting);
    }
  }
  return all;
}

/// `places` people have one, and the others wait, each at their own number.
void check_line(std::vector<int> waiting, int places) {
  std::ranges::sort(waiting);
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    CHECK(waiting[i] == std::max(0, static_cast<int>(i) + 1 - places));
  }
}

}  // namespace

TEST_CASE("A thousand hands on one session, through eight doors at once, never oversell it") {
  constexpr int kHands = 1000;
  constexpr int kDoors = 8;
  constexpr int kPlaces = 12;
  const PowerCutVfs quick_disk(1);
  ACentre centre(0);
  enrol(centre, kHands);
  post(centre, {daily("clay", kPlaces)});
  auto record = centre.open(kNow);
  const auto tokens = tokens_of(record);

  Mailbox<std::string> asked;
  std::vector<std::thread> doors;
  for (int door = 0; door < kDoors; ++door) {
    doors.emplace_back([&, door] {
      for (std::size_t hand = door; hand < tokens.size(); hand += kDoors) asked.send(tokens[hand]);
    });
  }
  std::vector<int> answered;
  for (int i = 0; i < kHands; ++i) {
    const auto outcome = record.sign_up(*asked.receive(), kClay, kNow);
    answered.push_back(std::get<MyPlace>(outcome).waiting);
  }
  for (std::thread& door : doors) door.join();

  check_line(answered, kPlaces);
  check_line(waiting(record, tokens), kPlaces);
  CHECK(record.fills(kDay, kDay).at(kClay) == Fill{kPlaces, kHands - kPlaces});
  CHECK(store::check_record(centre.dir.path()).wrong.empty());
}

TEST_CASE(
    "While staff change the places beside it, the kiosk never gives out more than there are") {
  ACentre centre(0);
  enrol(centre, 40);
  post(centre, {daily("clay", 5)});
  auto record = centre.open(kNow);
  const auto tokens = tokens_of(record);
  std::atomic<bool> done = false;
  std::thread staff([&] {
    for (int places = 1; !done; places = places % 20 + 1) {
      post(centre, {daily("clay", places)});
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
  });
  std::mt19937 random(1);
  for (int i = 0; i < 400; ++i) {
    const std::string& token = tokens[random() % tokens.size()];
    if (random() % 3 == 0) {
      record.give_back(token, kClay, kNow);
    } else {
      CHECK(std::holds_alternative<MyPlace>(record.sign_up(token, kClay, kNow)));
    }
    const auto wall = record.wall(kDay, kDay);
    const int posted = wall.series.at(0).places;
    CHECK(wall.fills.at(kClay).taken <= posted);
  }
  done = true;
  staff.join();
  post(centre, {daily("clay", 7)});
  check_line(waiting(record, tokens), 7);
  CHECK(store::check_record(centre.dir.path()).wrong.empty());
}

TEST_CASE("Whatever people and staff do, the line is what a list on paper says") {
  const unsigned seed = GENERATE(range(1U, 9U));
  INFO("seed " << seed);
  const PowerCutVfs quick_disk(seed);
  std::mt19937 random(seed);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  ACentre centre(0);
  enrol(centre, 12);
  int places = 4;
  post(centre, {daily("clay", places)});
  std::optional<store::Record> record;
  record.emplace(centre.dir.path(), centre.centre, kNow);
  const auto tokens = tokens_of(*record);

  std::vector<std::string> paper;
  for (int step = 0; step < 200; ++step) {
    const std::string& token = tokens[static_cast<std::size_t>(below(12))];
    const auto on_paper = std::ranges::find(paper, token);
    const int act = below(20);
    if (act < 10) {
      const auto outcome = record->sign_up(token, kClay, kNow);
      if (on_paper == paper.end()) paper.push_back(token);
      const auto at = std::ranges::find(paper, token) - paper.begin();
      CHECK(std::get<MyPlace>(outcome).waiting == std::max(0, static_cast<int>(at) + 1 - places));
    } else if (act < 18) {
      CHECK(record->give_back(token, kClay, kNow) == (on_paper != paper.end()));
      std::erase(paper, token);
    } else if (act == 18) {
      places = 1 + below(8);
      post(centre, {daily("clay", places)});
    } else {
      record.reset();  // the kiosk is started again
      record.emplace(centre.dir.path(), centre.centre, kNow);
    }
    const int length = static_cast<int>(paper.size());
    CHECK(record->fills(kDay, kDay).at(kClay) ==
          Fill{std::min(length, places), std::max(0, length - places)});
    for (const std::string& each : tokens) {
      const auto at = std::ranges::find(paper, each) - paper.begin();
      const auto mine = record->places(each, kDay, kDay, Tell::kNo, kNow);
      REQUIRE(mine.size() == (at < length ? 1 : 0));
      if (at < length) CHECK(mine[0].waiting == std::max(0, static_cast<int>(at) + 1 - places));
    }
  }
  CHECK(store::check_record(centre.dir.path()).wrong == std::vector<std::string>{});
}

TEST_CASE("When the kiosk is killed while people sign up, whoever was answered has their place") {
  constexpr int kPeople = 200;
  const int answers = GENERATE(1, 7, 40);
  ACentre centre(0);
  enrol(centre, kPeople);
  post(centre, {daily("clay", 10)});
  int pipe[2];
  REQUIRE(::pipe(pipe) == 0);
  const pid_t kiosk = ::fork();
  if (kiosk == 0) {
    try {
      auto record = centre.open(kNow);
      for (const std::string& token : tokens_of(record)) {
        record.sign_up(token, kClay, kNow);
        if (::write(pipe[1], ".", 1) != 1) break;
      }
    } catch (...) {
      // The parent will miss the answers.
    }
    ::_exit(0);
  }
  ::close(pipe[1]);
  char answer = 0;
  for (int i = 0; i < answers; ++i) REQUIRE(::read(pipe[0], &answer, 1) == 1);
  ::kill(kiosk, SIGKILL);
  ::waitpid(kiosk, nullptr, 0);
  ::close(pipe[0]);

  auto record = centre.open(kNow);
  const auto line = waiting(record, tokens_of(record));
  CHECK(static_cast<int>(line.size()) >= answers);
  CHECK(line.size() < kPeople);
  check_line(line, 10);
  CHECK(store::check_record(centre.dir.path()).wrong == std::vector<std::string>{});
}
