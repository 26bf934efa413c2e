// SPDX-License-Identifier: EUPL-1.2
// Who are you: first the flock, then one's own sign. Never a list of people.
#include <algorithm>

#include "ui/screens/visitor/parts.h"

namespace sveiki::ui {

namespace action = app::action;

namespace {

/// The animal of each flock, in the order of the flocks.
constexpr std::array<const char*, kFlocks.size()> kAnimals{"hedgehog", "fox",       "whale",
                                                           "bee",      "butterfly", "ladybird"};

std::string who_title(const View& view) {
  const auto& party = view.model.turn.party;
  if (!party) return view.tr("Who are you?");
  std::string title = fill(view.tr("Touch your sign. {i} of {n}"), "i",
                           std::to_string(std::min(party->touched + 1, party->known)));
  return fill(std::move(title), "n", std::to_string(party->known));
}

bool has_tokens(const View& view, Flock flock) {
  return std::ranges::any_of(view.model.tokens,
                             [flock](const Token& token) { return token.flock == flock; });
}

}  // namespace

void draw_who(const View& view) {
  Kit& kit = view.kit;
  const CheckInWays& ways = view.centre().ways;
  Rect area = frame(view, who_title(view));
  const bool in_party = view.model.turn.party.has_value();

  std::vector<Chip> chips;
  if (in_party) {
    chips.push_back({.id = "done",
                     .icon = "icon-check",
                     .label = view.tr("That is all of us"),
                     .action = action::Done{}});
  } else {
    if (ways.party)
      chips.push_back({.id = "party",
                       .icon = "icon-users",
                       .label = view.tr("We are a group"),
                       .action = action::BeParty{}});
    if (ways.guest)
      chips.push_back({.id = "guest",
                       .icon = "icon-user",
                       .label = view.tr("I am visiting"),
                       .action = action::BeGuest{}});
  }
  std::vector<Tile> tiles;
  for (const Flock flock : kFlocks) {
    if (!ways.token || !has_tokens(view, flock)) continue;
    const std::size_t i = static_cast<std::size_t>(flock);
    tiles.push_back({.id = "flock." + std::to_string(i + 1),
                     .picture = kAnimals[i],
                     .label = view.tr(flock_word(flock_name(flock))),
                     .action = action::PickFlock{flock},
                     .group = "flocks",
                     .coat = kit.theme().flocks[i]});
    if (kit.theme().flocks[i].paper != flock_disc(flock)) tiles.back().disc = flock_disc(flock);
  }

  // What was taken back is said beside the chips, where it costs the tiles nothing.
  const bool took_back = view.model.turn.took_back;
  const bool said_beside = !kit.portrait() && !chips.empty();
  const auto say_taken_back = [&](Rect place, Align align) {
    kit.words("taken-back", place, view.tr("That is taken back."), Face::kText, kit.theme().quiet,
              align);
  };
  if (took_back && !said_beside) {
    Rect strip = area.cut_top(kit.type().capital_px(Face::kText) * 1.8F, kit.mm(4));
    say_taken_back(strip, Align::kCentre);
  }
  // The hint about cards shares the row of chips where there is room, and is left out where the
  // words are large: the attract screen says it too.
  if (ways.card && !in_party && !took_back && !kit.large_text() && !kit.portrait()) {
    Rect row = area;
    row = row.cut_bottom(kit.chip_height());
    const std::string hint = view.tr("or show your card");
    const Fitted words = kit.type().fit(hint, Face::kSmall, row.w * 0.4F, row.h);
    const float icon = kit.icon_size();
    Rect card = row.cut_left(words.width + icon + kit.mm(18));
    kit.card(card, Coat{kit.theme().page, kit.theme().quiet, kit.theme().quiet}, true);
    Rect inner = card.inset(kit.mm(7), 0);
    kit.pen().picture("icon-credit-card", inner.cut_left(icon, kit.mm(4)), kit.theme().ink);
    kit.pen().words(words, inner, kit.theme().ink, Align::kLeft);
    kit.note({.id = "card-hint",
              .role = Role::kLabel,
              .label = hint,
              .rect = card,
              .ink = kit.theme().ink,
              .paper = kit.theme().page,
              .fits = words.fits});
  }
  if (tiles.empty()) {
    const Rect free = kit.chip_rows(area, chips, Align::kRight);
    if (took_back && said_beside) say_taken_back(free, Align::kLeft);
    Rect middle = area.middle(area.w * 0.6F, std::min(area.h, kit.mm(130)));
    kit.picture("card", middle.cut_top(middle.h * 0.6F, kit.gap()), "card",
                view.tr("Show your card"));
    kit.words("show-card", middle, view.tr("Show your card"), Face::kTitle, kit.theme().ink,
              Align::kCentre);
    return;
  }
  const Rect free = tile_pages(view, area, tiles, 0, chips);
  if (took_back && said_beside) say_taken_back(free, Align::kLeft);
}

void draw_token_wall(const View& view, const app::screen::TokenWall& screen) {
  Kit& kit = view.kit;
  const std::size_t flock = static_cast<std::size_t>(screen.flock);
  std::string title = view.tr("Which is your sign?");
  Rect area = frame(view, title);

  std::vector<Tile> tiles;
  for (const Token& token : view.model.tokens) {
    if (token.flock != screen.flock) continue;
    Tile tile{.id = "token." + token.id,
              .picture = token.symbol,
              .label = view.tr(symbol_word(token.symbol)),
              .action = action::PickToken{token.id},
              .group = "tokens"};
    tile.disc = flock_disc(screen.flock);
    tile.disc_line = kit.theme().dark ? flock_disc(screen.flock) : kit.theme().tile.line;
    tiles.push_back(std::move(tile));
  }
  // Where you are: the flock, at the bottom left, for reading.
  if (!kit.large_text()) {
    Rect row = area;
    row = row.cut_bottom(kit.chip_height());
    const std::string name = view.tr(flock_word(flock_name(screen.flock)));
    const Fitted words = kit.type().fit(name, Face::kSmall, row.w * 0.3F, row.h);
    const float side = std::round(kit.chip_height() * 0.62F);
    Rect place = row.cut_left(words.width + side + kit.mm(18));
    Coat coat = kit.theme().flocks[flock];
    kit.card(place, coat);
    Rect inner = place.inset(kit.mm(6), kit.mm(2));
    const Rect animal = inner.cut_left(side, kit.mm(4)).middle(side, side);
    if (coat.paper != flock_disc(screen.flock))
      kit.pen().disc(animal.centre(), side / 2, flock_disc(screen.flock));
    kit.pen().picture(kAnimals[flock], animal.inset(side * 0.06F), coat.ink);
    kit.pen().words(words, inner, coat.ink, Align::kLeft);
    kit.note({.id = "flock",
              .role = Role::kLabel,
              .label = name,
              .rect = place,
              .ink = coat.ink,
              .paper = coat.paper,
              .fits = words.fits});
  }
  // Keep the row, so that the tiles stand where the flocks stood.
  const bool paged = static_cast<int>(tiles.size()) > 6;
  if (!paged && !kit.large_text()) area.cut_bottom(kit.chip_height(), kit.gap());
  tile_pages(view, area, tiles, screen.page, {});
}

}  // namespace sveiki::ui
