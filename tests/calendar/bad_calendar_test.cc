// SPDX-License-Identifier: EUPL-1.2
// Files of any size and any dirt end in a sentence, soon, and in little memory.
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <random>
#include <streambuf>

#include "calendar/calendars.h"
#include "calendar/child.h"
#include "calendar/parse.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using calendar::ChildEnd;
using calendar::Imported;

namespace {

/// What is said about a file that cannot be read at all.
std::string refusal(std::istream& in) {
  try {
    calendar::import_calendar(in, {kretinga(), {}, kToday, {}});
  } catch (const calendar::CalendarError& error) {
    return error.what();
  }
  return "";
}

std::string refusal(const std::string& file) {
  std::istringstream in(file);
  return refusal(in);
}

/// A beginning, then the same letter for ever: never in memory at once.
class Endless final : public std::streambuf {
 public:
  Endless(std::string beginning, std::size_t letters)
      : piece_(std::move(beginning)), left_(letters) {
    setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
  }

 protected:
  int_type underflow() override {
    if (left_ == 0) return traits_type::eof();
    piece_.assign(std::min<std::size_t>(left_, 1 << 16), 'x');
    left_ -= piece_.size();
    setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
    return traits_type::to_int_type(piece_[0]);
  }

 private:
  std::string piece_;
  std::size_t left_;
};

/// The most memory that this process ever had, in bytes.
std::size_t most_memory() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) << 10;
}

template <class Work>
std::chrono::milliseconds took(const Work& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                               begin);
}

std::string sentence_of_one(const Imported& imported) {
  CHECK(imported.fresh.empty());
  REQUIRE(imported.notes.size() == 1);
  return imported.notes[0].sentence;
}

}  // namespace

TEST_CASE("A file that is no calendar is refused") {
  CHECK(refusal("") == "is empty.");
  CHECK(refusal("\r\n\r\n") == "is empty.");
  CHECK(refusal("<!DOCTYPE html><html>Sign in</html>") ==
        "is not a calendar: it does not begin with BEGIN:VCALENDAR.");
  CHECK(refusal("BEGIN:VCARD\r\n") == "is not a calendar: it does not begin with BEGIN:VCALENDAR.");
  CHECK(refusal(std::string{"\xFF\xFE"
                            "B\0E\0G\0I\0N\0",
                            12}) == "is UTF-16 text. Save it again as UTF-8.");
  CHECK(refusal(std::string(1000, '\0')) ==
        "is not a calendar: it does not begin with BEGIN:VCALENDAR.");
}

TEST_CASE("A calendar of 100 megabytes in one line is refused, and never in memory") {
  const std::size_t before = most_memory();
  Endless bytes("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:", 100 << 20);
  std::istream in(&bytes);
  CHECK(refusal(in) == "is larger than 20 MB. Export fewer years, or fewer calendars at once.");
  CHECK(most_memory() - before < std::size_t{32} << 20);
}

TEST_CASE("A long line costs an event only where it matters") {
  const std::string picture(5 << 20, 'A');
  const Imported kept =
      import(calendar_of(event("ATTACH;ENCODING=BASE64;VALUE=BINARY:" + picture + "\r\n")));
  CHECK(kept.fresh.size() == 1);
  CHECK(kept.notes.empty());
  CHECK(sentence_of_one(import(calendar_of(event("SUMMARY:" + picture + "\r\n")))) ==
        "SUMMARY is far too long.");
  std::string folds = "LOCATION:";
  for (int i = 0; i < 100'000; ++i) folds += "x\r\n ";
  CHECK(sentence_of_one(import(calendar_of(event(folds + "\r\n")))) == "LOCATION is far too long.");
}

TEST_CASE("Components in components in components are refused") {
  std::string deep = "BEGIN:VCALENDAR\r\n";
  for (int i = 0; i < 100'000; ++i) deep += "BEGIN:VALARM\r\n";
  CHECK(refusal(deep).starts_with("is nested too deep"));
  std::string alarms;
  for (int i = 0; i < 5; ++i) alarms += "BEGIN:VALARM\r\n";
  for (int i = 0; i < 5; ++i) alarms += "SUMMARY:Medis\r\nEND:VALARM\r\n";
  const Imported imported = import(calendar_of(event(alarms + "SUMMARY:Molis\r\n")));
  REQUIRE(imported.fresh.size() == 1);
  CHECK(imported.fresh[0].series.activity == "clay");
}

TEST_CASE("A calendar with too many events or zones is refused") {
  std::string many;
  for (int i = 0; i <= 20'000; ++i) many += "BEGIN:VEVENT\r\nEND:VEVENT\r\n";
  CHECK(refusal(calendar_of(many)).starts_with("holds more than 20,000 events"));
  many.clear();
  for (int i = 0; i <= 200; ++i) many += "BEGIN:VTIMEZONE\r\nEND:VTIMEZONE\r\n";
  CHECK(refusal(calendar_of(many)).starts_with("holds more than 200 time zones"));
}

TEST_CASE("Broken folding and strange line ends are read as they were meant") {
  const std::string good = calendar_of(event("LOCATION:Mankštos salė\r\n"));
  const auto room_of = [](std::string file, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = file.find(from, at)) != std::string::npos; at += to.size())
      file.replace(at, from.size(), to);
    const Imported imported = import(file);
    REQUIRE(imported.fresh.size() == 1);
    return imported.fresh[0].series.room;
  };
  CHECK(room_of(good, "\r\n", "\n") == "hall");
  CHECK(room_of(good, "\r\n", "\r") == "hall");
  CHECK(room_of(good, "\r\n", "\r\r\n") == "hall");
  CHECK(room_of(good, "\r\n", "\r\n\r\n") == "hall");
  CHECK(room_of(good, "salė", "sa\r\n lė") == "hall");
  CHECK(room_of(good, "salė", "sa\r\nlė") == "hall");          // the blank was lost
  CHECK(room_of(good, "salė", "sal\xC4\r\n \x97") == "hall");  // a letter cut in two
  CHECK(room_of(good, "BEGIN:VCAL",
                "\xEF\xBB\xBF"
                "BEGIN:VCAL") == "hall");
  CHECK(room_of(good, "BEGIN:VEVENT", "begin:vevent") == "hall");
}

TEST_CASE("An event that is cut off is named, and the others are kept") {
  const std::string whole = event("", "a") + event("", "b");
  const Imported cut =
      import("BEGIN:VCALENDAR\r\n" + whole + "BEGIN:VEVENT\r\nSUMMARY:Medis\r\nDTSTART:2026");
  CHECK(cut.fresh.size() == 2);
  CHECK(notes(cut) ==
        std::vector<std::string>{"Medis: It has no end: the file stops in the middle of it."});
  CHECK(cut.notes[0].line == 14);
  const Imported missing = import(calendar_of("BEGIN:VEVENT\r\nSUMMARY:Medis\r\n" + whole));
  CHECK(missing.fresh.size() == 2);
  CHECK(notes(missing) ==
        std::vector<std::string>{"Medis: It has no end: the line END:VEVENT is missing."});
}

TEST_CASE("Bytes that are no text cost their event, and are named") {
  const std::string zero{"SUMMARY:Mo\0lis\r\n", 16};
  CHECK(sentence_of_one(import(calendar_of(event(zero)))).starts_with("SUMMARY is not text"));
  CHECK(sentence_of_one(import(calendar_of(event("LOCATION:Mank\xF0tos sal\xEB\r\n")))) ==
        "LOCATION is not text in UTF-8. Save or export the calendar as UTF-8.");
  CHECK(import(calendar_of(event("DESCRIPTION:\x01\xFF\r\n"))).fresh.size() == 1);
}

TEST_CASE("Times and numbers that make no sense are named") {
  const auto begins = [](const std::string& more, std::string_view with) {
    const std::string said = sentence_of_one(import(calendar_of(event(more))));
    INFO(said);
    CHECK(said.starts_with(with));
  };
  begins("DTSTART;TZID=Europe/Vilnius:20261324T100000\r\n", "It does not say when it begins.");
  begins("DTSTART;TZID=Europe/Vilnius:soon\r\n", "It does not say when it begins.");
  begins("DTSTART:00010101T000000Z\r\n", "It does not say when it begins.");
  begins("DTEND:99991231T235959Z\r\n", "It has no end.");
  begins("DURATION:P99999999999W\r\n", "It ");
  begins("DTSTART;TZID=" + std::string(30'000, '/') + ":20261124T100000\r\n", "There is no time");
  CHECK(import(calendar_of(event("SEQUENCE:-7\r\n"))).fresh.size() == 1);
}

TEST_CASE("Work that hangs, crashes or eats memory dies in its child, and not before it spoke") {
  const auto run = [](const std::function<void(const calendar::Send&)>& work) {
    std::string heard;
    const auto end =
        calendar::in_child(work, [&](std::string_view message) { heard += message; },
                           {.memory = 64 << 20, .quiet = std::chrono::milliseconds{200}});
    return std::pair{end, heard};
  };
  CHECK(run([](const auto& send) { send("all well"); }) ==
        std::pair{ChildEnd::kDone, std::string{"all well"}});
  CHECK(run([](const auto& send) {
          send("hm");
          while (true) ::usleep(1000);
        }) == std::pair{ChildEnd::kTooLong, std::string{"hm"}});
  CHECK(run([](const auto& send) {
          send("oh");
          ::raise(SIGKILL);
        }) == std::pair{ChildEnd::kCrashed, std::string{"oh"}});
  CHECK(run([](const auto&) { throw std::runtime_error("no"); }).first == ChildEnd::kCrashed);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  CHECK(run([](const auto& send) {
          std::string eaten(std::size_t{512} << 20, 'x');
          send(eaten.substr(0, 1));
        }).first == ChildEnd::kCrashed);
#endif
}

TEST_CASE("Two hundred broken calendars end soon, with a sentence or without") {
  std::vector<std::string> good;
  for (const char* name : {"google", "thunderbird", "outlook", "apple", "nextcloud"})
    good.push_back(
        read_file(SVEIKI_SOURCE_DIR "/tests/calendar/samples/" + std::string{name} + ".ics"));
  std::mt19937 random(20261122);
  const auto below = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
  };
  const auto time = took([&] {
    for (int i = 0; i < 200; ++i) {
      std::string file = good[below(good.size())];
      for (std::size_t change = 1 + below(12); change > 0 && !file.empty(); --change) {
        const std::size_t at = below(file.size());
        const std::size_t size = std::min(below(80) + 1, file.size() - at);
        switch (below(5)) {
          case 0:
            file[at] = static_cast<char>(below(256));
            break;
          case 1:
            file.erase(at, size);
            break;
          case 2:
            file.insert(at, file.substr(below(file.size()), size));
            break;
          case 3:
            file.insert(at, std::string(size, static_cast<char>(below(256))));
            break;
          default:
            file.resize(std::max<std::size_t>(at, 1));
        }
      }
      INFO(i << '\n' << file);
      std::istringstream in(file);
      try {
        const Imported imported = calendar::import_calendar(in, {kretinga(), {}, kToday, {}});
        // Whatever came out can be expanded, and goes out again.
        for (const calendar::Entry& entry : imported.fresh)
          sessions(entry.series, kToday, kToday.next(366));
        for (const Announcement& one : imported.days.fresh)
          CHECK((!one.id.empty() && kToday <= one.to && one.from <= one.to));
        for (const calendar::Note& note : imported.notes) CHECK_FALSE(note.sentence.empty());
      } catch (const calendar::CalendarError& error) {
        CHECK(std::string_view{error.what()}.ends_with('.'));
      }
    }
  });
  CHECK(time < std::chrono::seconds{5});
}
