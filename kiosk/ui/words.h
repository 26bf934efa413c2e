// SPDX-License-Identifier: EUPL-1.2
/// The screen's words: English is the key, gettext catalogues (kiosk/ui/po/*.po) give the other
/// languages. Nothing is process-wide: a Words is one language, and a turn may change it.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/time.h"
#include "domain/facts.h"

namespace sveiki::ui {

/// Marks a string for extraction (xgettext --keyword=msg) where it is not translated at once.
constexpr const char* msg(const char* english) {
  return english;
}

class Words {
 public:
  /// "lv", "lt", "en"; catalogues are in `dir`/LANGUAGE.mo (English needs none). Throws
  /// std::runtime_error if one is missing. Takes about a millisecond.
  Words(std::string language, const std::string& dir);
  ~Words();
  Words(Words&&) noexcept;
  Words& operator=(Words&&) noexcept;

  const std::string& language() const { return language_; }

  /// The translation of a marked English string.
  std::string tr(const char* english) const;
  /// With a count: the plural form of this language; `{n}` in it becomes the number.
  std::string tr(const char* one, const char* many, long n) const;

  /// "14.30" on the screen's clock; 24 hours everywhere.
  std::string clock(int minutes) const;
  /// "plkst. 14.30", "14.30 val.", "14.30": a time within a sentence.
  std::string at_time(int minutes) const;
  /// "pirmdiena, 23. novembris".
  std::string date(CivilDay day) const;
  /// "pirmdiena", and "23. novembris".
  std::string weekday(CivilDay day) const;
  std::string day_and_month(CivilDay day) const;
  /// "pirmdien" / "rīt" / "šodien" as the word for when the centre opens, seen from `today`.
  std::string day_seen_from(CivilDay day, CivilDay today) const;
  /// "rīts", "priekšpusdiena", "pēcpusdiena", "vakars": the part of the day.
  std::string part_of_day(int minutes) const;

 private:
  std::string language_;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// A language's own name: "Latviešu".
std::string language_name(std::string_view language);

/// Replaces `{name}` by `value` in a translated sentence.
std::string fill(std::string sentence, std::string_view name, std::string_view value);

/// English words for our own names, marked for extraction, to be translated with `tr`. A name that
/// is not known gets a word that is right for any.
const char* symbol_word(std::string_view symbol);  ///< "hedgehog" -> "Hedgehog"
const char* flock_word(std::string_view flock);    ///< "green" -> "The greens": its people

/// What staff must do about a fault, in short sentences. Marked for extraction.
const char* fault_word(Fault fault);

/// What the centre keeps about a person, in ten short sentences. Marked for extraction.
std::span<const char* const> privacy_sentences();

}  // namespace sveiki::ui
