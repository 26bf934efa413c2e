// SPDX-License-Identifier: EUPL-1.2
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <random>

#include "domain/rule.h"
#include "support/catch.h"
#include "support/temporary_dir.h"

using namespace sveiki;

namespace {

constexpr int kRules = 2000;

struct Question {
  Rule rule;
  WallTime start;
  CivilDay from, to;
};

std::string written(WallTime time) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%08dT%02d%02d", time.date.number(), time.minutes / 60,
                time.minutes % 60);
  return text.data();
}

/// Rules as centres write them and as they do not, always the same ones.
class Questions {
 public:
  Question next() {
    for (;;) {
      Question question;
      // Most begin near what is looked at, some long before.
      const int years_before = chance(50) ? below(56) : below(2);
      question.start = {CivilDay{2026 - years_before, 1, 1}.next(below(366)), below(96) * 15};
      question.from = chance(3) ? question.start.date : CivilDay{2026, 1, 1}.next(below(300));
      question.to = question.from.next(30 + below(chance(5) ? 1500 : 300));
      try {
        question.rule = Rule::parse(rule(question.start));
        return question;
      } catch (const RuleError&) {
        // It can never take place.
      }
    }
  }

 private:
  int below(int n) { return std::uniform_int_distribution<int>{0, n - 1}(random_); }
  bool chance(int in) { return below(in) == 0; }

  std::string list(int most, const std::function<std::string()>& one) {
    std::string all;
    for (int i = 0, n = 1 + below(most); i < n; ++i) all.append(i ? "," : "").append(one());
    return all;
  }
  std::string weekday() {
    constexpr std::array<const char*, 7> kDays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    return kDays[static_cast<std::size_t>(below(7))];
  }
  std::string month_day() { return std::to_string(chance(4) ? -1 - below(31) : 1 + below(31)); }
  std::string nth_weekday() {
    return std::to_string(chance(3) ? -1 - below(5) : 1 + below(5)) + weekday();
  }
  std::string position() { return std::to_string(chance(2) ? -1 - below(2) : 1 + below(2)); }

  std::string rule(WallTime start) {
    constexpr std::array<const char*, 4> kFrequencies{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    const int frequency = below(4);
    std::string text = std::string{"FREQ="} + kFrequencies[static_cast<std::size_t>(frequency)];
    if (chance(2)) text += ";INTERVAL=" + std::to_string(1 + below(chance(5) ? 60 : 4));
    if (chance(3))
      text += ";COUNT=" + std::to_string(1 + below(60));
    else if (chance(3))
      text += ";UNTIL=" + written(start + below(600) * 24 * 60).substr(0, 8);
    else if (chance(6))
      text += ";UNTIL=" + written(start + below(600'000)) + "00";
    if (chance(frequency == 3 ? 2 : 6))
      text += ";BYMONTH=" + list(4, [&] { return std::to_string(1 + below(12)); });
    bool chosen = false;
    if (frequency >= 2 && chance(4)) {
      text += ";BYDAY=" + list(3, [&] { return nth_weekday(); });
      chosen = true;
    } else if (chance(2)) {
      text += ";BYDAY=" + list(5, [&] { return weekday(); });
      chosen = true;
    }
    if (frequency != 1 && chance(4)) {
      text += ";BYMONTHDAY=" + list(4, [&] { return month_day(); });
      chosen = true;
    }
    if (chosen && frequency != 0 && chance(4))
      text += ";BYSETPOS=" + list(2, [&] { return position(); });
    if (chance(4)) text += ";WKST=" + weekday();
    return text;
  }

  std::mt19937 random_{20261123};
};

std::string answer_of(const Question& question) {
  std::string all;
  for (const WallTime time : occurrences(question.rule, question.start, question.from, question.to))
    all.append(all.empty() ? "" : " ").append(written(time));
  return all;
}

}  // namespace

TEST_CASE("Thousands of rules mean what an independent program says they mean") {
  Questions questions;
  std::vector<Question> asked;
  const test::TemporaryDir dir;
  const auto file = dir.path() / "questions";
  {
    std::ofstream out(file);
    for (int i = 0; i < kRules; ++i) {
      const Question& q = asked.emplace_back(questions.next());
      out << q.rule.text() << ' ' << written(q.start) << "00 " << written({q.from, 0}) << "00 "
          << written({q.to, 0}) << "00\n";
    }
  }
  const std::string command = "/usr/bin/python3 " SVEIKI_SOURCE_DIR
                              "/tests/domain/rule_oracle.py < " +
                              file.string() + " > " + file.string() + ".answers";
  // Fails if python3-dateutil is missing: it is in the list of packages.
  REQUIRE(std::system(command.c_str()) == 0);
  std::ifstream answers(file.string() + ".answers");
  int with_answer = 0;
  for (const Question& q : asked) {
    std::string expected;
    REQUIRE(std::getline(answers, expected));
    INFO(q.rule.text() << " from " << written(q.start) << ", asked for " << q.from.iso() << " to "
                       << q.to.iso());
    CHECK(answer_of(q) == expected);
    if (!expected.empty()) ++with_answer;
  }
  CHECK(with_answer > kRules / 2);
}
