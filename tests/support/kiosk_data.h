// SPDX-License-Identifier: EUPL-1.2
/// The data directory of a centre, made as its staff make it: with `setup` and `import people`.
/// Twelve people with tokens, two of each flock, and the cards SV-1001 to SV-1012.
#pragma once

#include <chrono>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

#include "base/time.h"
#include "support/driven.h"
#include "support/po.h"
#include "support/temporary_dir.h"

namespace sveiki::test {

/// A Monday soon: the real clock is past the build, and the centre was set up before it.
inline CivilDay monday() {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  CivilDay day = CivilDay{today}.next(2);
  while (day.weekday() != std::chrono::Monday) day = day.next();
  return day;
}

/// A line for `drive`: it is this time of the Monday, or of so many days after it.
inline std::string clock_at(const std::string& time, int days_later = 0) {
  return "clock " + monday().next(days_later).iso() + "T" + time;
}

/// What the kiosk says in `language` for this English sentence.
inline std::string said_in(const std::string& language, const std::string& english) {
  for (const PoMessage& message : read_po(SVEIKI_SOURCE_DIR "/kiosk/ui/po/" + language + ".po")) {
    if (message.english == english) return message.forms.at(0);
  }
  throw std::runtime_error("nobody says: " + english);
}

/// Kretinga's description, with a first word replaced where a test wants another centre.
inline std::string kretinga(const std::string& instead_of = "", const std::string& with = "") {
  std::string text = read_file(SVEIKI_SOURCE_DIR "/config/centres/kretinga.toml");
  // Tests run on holidays too: on any Monday soon it is open.
  const std::string holidays = "holidays = \"lt\"\n";
  text.erase(text.find(holidays), holidays.size());
  if (instead_of.empty()) return text;
  const std::size_t at = text.find(instead_of);
  if (at == std::string::npos) throw std::runtime_error("Kretinga has no " + instead_of);
  return text.replace(at, instead_of.size(), with);
}

class KioskData {
 public:
  static constexpr int kPeople = 12;

  /// In a folder of its own, or in `place` where a test brings one.
  explicit KioskData(const std::string& description = kretinga(),
                     const std::filesystem::path& place = {})
      : path_(place.empty() ? own_ / "data" : place) {
    write_file(own_ / "centre.toml", description);
    write_file(own_ / "people.csv", people());
    done({"setup", "--data", path_, "--centre", own_ / "centre.toml"});
    done({"import", "people", own_ / "people.csv", "--data", path_});
  }

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const char* name) const { return path_ / name; }
  static std::string card(int person) { return "SV-" + std::to_string(1001 + person); }

  /// "All is well", or what `check` says is wrong.
  std::string check() const {
    const Ran ran = run_kiosk({"check", "--data", path_});
    return ran.code == 0 ? ran.out.substr(0, ran.out.find(':')) : ran.out + ran.err;
  }

  /// "visits people newcomers headcount" of each activity of a day, and of "total".
  std::map<std::string, std::string> counts(CivilDay day) const {
    const Ran ran = run_kiosk({"export", "attendance", "--data", path_, "--from", day.iso(), "--to",
                               day.iso(), "--by", "day,activity"});
    std::map<std::string, std::string> counts;
    std::istringstream lines(ran.out);
    std::string line;
    for (std::getline(lines, line); std::getline(lines, line);) {
      std::istringstream cells(line);
      std::string period, key, state, numbers;
      std::getline(cells, period, ';');
      std::getline(cells, key, ';');
      std::getline(cells, state, ';');
      std::getline(cells, numbers, '\r');
      for (char& c : numbers)
        if (c == ';') c = ' ';
      counts[period == "total" ? period : key] = numbers;
    }
    return counts;
  }

 private:
  static std::string people() {
    // The third, the fox, reads Latvian. The picture of the first, the hedgehog, is an apple.
    const char* const kSigns[]{"hedgehog;green", "frog;green",    "fox;orange", "cat;orange",
                               "whale;blue",     "dolphin;blue",  "bee;yellow", "duck;yellow",
                               "owl;violet",     "grapes;violet", "apple;red",  "rose;red"};
    std::string csv = "alias;symbol;colour;card;language;picture\n";
    for (int i = 0; i < kPeople; ++i) {
      csv += "Person " + std::to_string(i) + ";" + kSigns[i] + ";" + card(i) +
             (i == 2   ? ";lv;\n"
              : i == 0 ? ";;apple\n"
                       : ";;\n");
    }
    return csv;
  }

  static void done(const std::vector<std::string>& arguments) {
    const Ran ran = run_kiosk(arguments);
    if (ran.code != 0) throw std::runtime_error(ran.err);
  }

  TemporaryDir own_;
  std::filesystem::path path_;
};

}  // namespace sveiki::test
