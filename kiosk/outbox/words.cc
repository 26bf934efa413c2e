// SPDX-License-Identifier: EUPL-1.2
#include "outbox/words.h"

#include <array>
#include <cstdlib>

namespace sveiki {
namespace {

struct Meaning {
  std::string_view word;
  std::string_view sentence;
};

std::string said(std::string_view word, auto& meanings) {
  for (const Meaning& meaning : meanings)
    if (meaning.word == word) return std::string{meaning.sentence};
  return "The region said \"" + std::string{word} + "\".";
}

// Less is what clocks do.
constexpr std::int64_t kShownSkewMs = 5 * 60'000;

constexpr std::array kTroubles{
    Meaning{"", "All is well."},
    Meaning{"no-network", "The region cannot be reached. Look at the network."},
    Meaning{"not-the-region",
            "Somebody else answers instead of the region. Does the network ask for a login?"},
    Meaning{"not-trusted",
            "The certificate of who answers is not trusted. Has the region an authority of its own?"
            " Name its file to sveiki-sync: --ca FILE. If not, does the network ask for a login?"},
    Meaning{"no-authority",
            "The file of authorities that sveiki-sync was given with --ca cannot be read, or holds"
            " no certificate."},
    Meaning{"not-known", "The region does not know this computer. Enrol it with a new code."},
    Meaning{"busy", "The region has no time now."},
    Meaning{"too-old", "This program is too old for the region. Update it."},
    Meaning{"broken", "This computer is not set up for it."},
};

constexpr std::array kEnrolments{
    Meaning{"code-used", "That code was used already. Ask the region for a new one."},
    Meaning{"code-expired", "That code is too old. Ask the region for a new one."},
    Meaning{"code-unknown", "The region does not know that code. Look at it again."},
    Meaning{"address", "That is no address of a region. Write it as https://region.example."},
    Meaning{"too-many-tries", "Too many wrong codes came from here. Try again in an hour."},
};

constexpr std::array kRefusals{
    Meaning{"clock", "the day is in the future: set the date of the kiosk"},
    Meaning{"activity", "the region does not know an activity in it"},
    Meaning{"indicator", "the region does not know its period"},
    Meaning{"closed-centre", "the centre was closed by then"},
    Meaning{"columns", "the region cannot read it: update this program"},
    Meaning{"malformed", "the region cannot read it: update this program"},
    Meaning{"too-large", "it is too large for the region"},
    Meaning{"conflict",
            "another computer said something else under its name: the kiosk takes a new one by"
            " itself when it runs"},
};

}  // namespace

std::string words_for_trouble(std::string_view trouble) {
  return said(trouble, kTroubles);
}

std::string words_for_enrolment(std::string_view why) {
  return said(why, kEnrolments);
}

std::string words_for_skew(std::int64_t skew_ms) {
  if (std::abs(skew_ms) <= kShownSkewMs) return {};
  return "The clock of this computer is " + std::to_string(std::abs(skew_ms) / 60'000) +
         " minutes " + (skew_ms > 0 ? "behind" : "ahead of") + " the region's. Set it.";
}

std::string words_for_refusal(std::string_view why) {
  return said(why, kRefusals);
}

}  // namespace sveiki
