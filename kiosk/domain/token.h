// SPDX-License-Identifier: EUPL-1.2
/// How the centre knows a visitor without a name: a symbol in a flock. The flock is a colour with
/// its animal; colour alone never says which.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sveiki {

/// The six flocks, in the order in which the screen shows them; the value is N in `flock.N` + 1.
enum class Flock { kGreen, kOrange, kBlue, kYellow, kViolet, kRed };
inline constexpr std::array kFlocks{Flock::kGreen,  Flock::kOrange, Flock::kBlue,
                                    Flock::kYellow, Flock::kViolet, Flock::kRed};

/// "green": the word used in files (people.csv, the database).
std::string_view flock_name(Flock flock);
std::optional<Flock> flock_from_name(std::string_view name);

/// The symbols a token may have ("hedgehog"), in the order in which the set-up gives them out.
/// Each is a pictogram of that name and a word in every language.
std::span<const std::string_view> symbols();
bool symbol_exists(std::string_view symbol);

/// The pictures of which a person may choose one as their own, in the order of the screen: who
/// knows it may see their own day. Each is a pictogram, and one of the symbols.
std::span<const std::string_view> own_pictures();

/// A token as the wall shows it, with the settings its person chose. Holds no name.
struct Token {
  std::string id;      ///< opaque, "tk_7F3K9QWX"
  std::string symbol;  ///< "hedgehog"
  Flock flock = Flock::kGreen;
  std::string language;      ///< "lv", "lt", "en"; empty: the centre's
  int text_percent = 0;      ///< 100, 150, 200; 0: the centre's
  std::string theme;         ///< "day", "evening", "yellow", "black"; empty: the centre's
  bool has_picture = false;  ///< its person chose one, to be sure it is them
};

}  // namespace sveiki
