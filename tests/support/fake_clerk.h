// SPDX-License-Identifier: EUPL-1.2
/// The clerk's record, kept in memory: what tests of the deciding part have instead of a disk.
/// It answers only when asked to, so that a test can act while an answer is on its way.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/command.h"
#include "base/match.h"

namespace sveiki::test {

class FakeClerk {
 public:
  struct Fact {
    FactRef ref;
    std::string token;     ///< of a visit
    std::string activity;  ///< of a participation, or chosen with the arrival
    int people = 1;        ///< of a headcount
    How how = How::kToken;
    bool undone = false;
  };

  std::map<std::string, std::string> cards;            ///< code -> token
  std::map<std::string, std::string> pictures;         ///< token -> one's own picture
  std::map<std::string, std::vector<MyPlace>> places;  ///< token -> what they signed up for
  std::optional<Refused> refuses;                      ///< what signing up ends with
  bool told = false;                                   ///< somebody was shown their own places
  std::optional<Fault> fault;                          ///< the disk: what recording ends with
  std::optional<Instant> newest_fact;                  ///< as the record has it

  /// What is on disk and was not taken back.
  std::vector<Fact> standing(FactRef::Kind kind) const {
    std::vector<Fact> found;
    std::ranges::copy_if(facts_, std::back_inserter(found), [kind](const Fact& fact) {
      return fact.ref.kind == kind && !fact.undone;
    });
    return found;
  }
  std::size_t visits() const { return standing(FactRef::Kind::kVisit).size(); }

  /// Does what the command says; nothing for commands that are not answered.
  std::optional<app::Action> answer(const app::Command& command) {
    namespace c = app::command;
    namespace a = app::action;
    return std::visit(
        Match{
            [&](const c::RecordArrival& r) { return arrive(r, r.token); },
            [&](const c::RecordCard& r) {
              const auto card = cards.find(r.code);
              return arrive(r, card == cards.end() ? "" : card->second);
            },
            [&](const c::RecordHeadcount& r) -> std::optional<app::Action> {
              if (r.people < 1) throw std::logic_error("nobody was to be counted");
              if (fault) return a::NotRecorded{r.turn, *fault};
              const FactRef ref =
                  add({{FactRef::Kind::kHeadcount}, "", r.activity, r.people, r.how});
              return a::Counted{r.turn, ref};
            },
            [&](const c::RecordParts& r) -> std::optional<app::Action> {
              if (fault) return a::NotRecorded{r.turn, *fault};
              a::TookPart took{r.turn, {}};
              for (std::size_t i = 0; i < r.arrivals.size(); ++i)
                took.fresh.push_back(add({{FactRef::Kind::kParticipation}, "", r.activity}));
              return took;
            },
            [&](const c::RecordLeave& r) -> std::optional<app::Action> {
              if (fault) return a::NotRecorded{r.turn, *fault};
              return a::HasLeft{r.turn, add({{FactRef::Kind::kLeave}}), true};
            },
            [&](const c::TakeBack& t) -> std::optional<app::Action> {
              if (fault) return a::NotRecorded{t.turn, *fault};
              for (Fact& fact : facts_)
                if (std::ranges::find(t.facts, fact.ref) != t.facts.end()) fact.undone = true;
              return a::TakenBack{t.turn};
            },
            [&](const c::FindCard& f) -> std::optional<app::Action> {
              const auto card = cards.find(f.code);
              return a::CardFound{f.turn, card == cards.end() ? "" : card->second};
            },
            [&](const c::CheckPicture& p) -> std::optional<app::Action> {
              return a::PictureChecked{p.turn, pictures[p.token] == p.picture};
            },
            [&](const c::SignUp& s) -> std::optional<app::Action> {
              if (fault) return a::NotRecorded{s.turn, *fault};
              if (refuses) return a::SignedUp{s.turn, *refuses};
              MyPlace place{s.session};
              place.fresh = std::ranges::find(places[s.token], s.session, &MyPlace::session) ==
                            places[s.token].end();
              if (place.fresh) places[s.token].push_back(place);
              return a::SignedUp{s.turn, place};
            },
            [&](const c::GiveBack& g) -> std::optional<app::Action> {
              if (fault) return a::NotRecorded{g.turn, *fault};
              const auto gone = std::erase_if(
                  places[g.token], [&](const MyPlace& p) { return p.session == g.session; });
              return a::GivenBack{g.turn, gone > 0};
            },
            [&](const c::FindPlaces& f) -> std::optional<app::Action> {
              told = told || f.tell;
              return a::MyPlaces{f.turn, places[f.token]};
            },
            [&](const c::Probe&) -> std::optional<app::Action> {
              return a::Probed{fault, newest_fact};
            },
            [](const auto&) -> std::optional<app::Action> { return std::nullopt; },
        },
        command);
  }

 private:
  FactRef add(Fact fact) {
    fact.ref.id = static_cast<std::int64_t>(facts_.size()) + 1;
    facts_.push_back(fact);
    return fact.ref;
  }

  template <class Command>
  std::optional<app::Action> arrive(const Command& c, const std::string& token) {
    if (fault) return app::action::NotRecorded{c.turn, *fault};
    if (token.empty()) return app::action::Arrived{c.turn, NotKnown{}};
    for (const Fact& visit : standing(FactRef::Kind::kVisit))
      if (visit.token == token)
        return app::action::Arrived{c.turn, VisitGoesOn{visit.ref, token, Instant{}}};
    How how = How::kCard;
    if constexpr (requires { c.how; }) how = c.how;
    newest_fact = c.at;
    const FactRef visit = add({{FactRef::Kind::kVisit}, token, c.activity, 1, how});
    return app::action::Arrived{c.turn, VisitBegun{visit, token}};
  }

  std::vector<Fact> facts_;
};

}  // namespace sveiki::test
