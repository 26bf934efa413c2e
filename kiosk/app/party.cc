// SPDX-License-Identifier: EUPL-1.2
#include "app/party.h"

#include <algorithm>

#include "app/check_in.h"
#include "app/turns.h"

namespace sveiki::app {

Commands next_of_party(Model& model, Now now) {
  PartyCount& party = *model.turn.party;
  ++party.touched;
  if (party.touched < party.known) {
    ask_who(model);
    return {};
  }
  return ask_purpose(model, now);
}

void change_count(Model& model, int by) {
  const auto* asking = std::get_if<screen::Party>(&model.screen);
  if (!asking || !model.turn.party) return;
  PartyCount& party = *model.turn.party;
  if (asking->asks_known) {
    const int most = std::min(party.people, static_cast<int>(model.tokens.size()));
    party.known = std::clamp(party.known + by, 0, most);
  } else {
    party.people = std::clamp(party.people + by, PartyCount::kFewest, PartyCount::kMost);
    party.known = std::min(party.known, party.people);
  }
}

Commands signs_done(Model& model, Now now) {
  PartyCount& party = *model.turn.party;
  const int without = party.known - party.touched;
  party.all_touched = true;
  return without > 0 ? count_heads(model, without, now) : ask_purpose(model, now);
}

Commands party_done(Model& model, screen::Party asked, Now now) {
  const bool signs_here = model.centre->ways.token && !model.tokens.empty();
  if (!asked.asks_known && signs_here) {
    model.screen = screen::Party{.asks_known = true};
    return {};
  }
  const int unknown = model.turn.party->people - model.turn.party->known;
  if (unknown > 0) return count_heads(model, unknown, now);
  ask_who(model);
  return {};
}

}  // namespace sveiki::app
