// SPDX-License-Identifier: EUPL-1.2
#include "app/model.h"

#include <algorithm>
#include <array>

namespace sveiki::app {

const Token* Model::token(std::string_view id) const {
  const auto found = std::ranges::find(tokens, id, &Token::id);
  return found == tokens.end() ? nullptr : &*found;
}

std::string_view screen_name(const Model& model) {
  if (model.overlay == Overlay::kHelp) return "help";
  if (model.overlay == Overlay::kStillHere) return "still-here";
  // In the order of the variant.
  static constexpr std::array<std::string_view, std::variant_size_v<Screen>> kNames{
      "attract",  "closed",  "who",   "token",   "purpose", "welcome", "already",
      "leave",    "guest",   "party", "unknown", "privacy", "today",   "week",
      "activity", "confirm", "place", "my-day",  "picture", "trouble"};
  return kNames[model.screen.index()];
}

std::optional<int> Model::free_places(const Session& session) const {
  const int places = session.series->places;
  if (places == 0) return std::nullopt;
  const auto fill = fills.find(session.ref);
  return std::max(0, places - (fill == fills.end() ? 0 : fill->second.taken));
}

}  // namespace sveiki::app
