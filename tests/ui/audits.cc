// SPDX-License-Identifier: EUPL-1.2
#include "ui/audits.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

namespace sveiki::test {
namespace {

using ui::Node;
using ui::Nodes;
using ui::Rect;
using ui::Role;

constexpr float kSmallestTargetMm = 20;
constexpr float kSmallestMainMm = 40;
constexpr float kSmallestGapMm = 3;
constexpr double kTextContrast = 7;
constexpr double kPictureContrast = 3;
constexpr int kMostChoices = 6;
/// Rectangles are on whole pixels; millimetres are not.
constexpr float kRounding = 0.6F;

bool is_target(const Node& node) {
  return node.action || node.state == "disabled";
}

bool is_tool(const Node& node) {
  return node.group == "languages" || node.group == "sizes" || node.group == "colours" ||
         node.group == "days";
}

/// Calls `f` for each pair of nodes, in order.
template <class F>
void for_pairs(const Nodes& nodes, F f) {
  for (std::size_t i = 0; i < nodes.size(); ++i)
    for (std::size_t j = i + 1; j < nodes.size(); ++j) f(nodes[i], nodes[j]);
}

std::map<std::string, std::vector<const Node*>> groups(const Nodes& nodes) {
  std::map<std::string, std::vector<const Node*>> members;
  for (const Node& node : nodes)
    if (!node.group.empty()) members[node.group].push_back(&node);
  return members;
}

std::string measure(const char* format, double a, double b = 0) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), format, a, b);
  return text.data();
}

// --- Sizes and places -------------------------------------------------------------------------

void target_size(const Look& look, Findings& findings) {
  const float least = kSmallestTargetMm * look.px_per_mm - kRounding;
  for (const Node& n : look.nodes)
    if (is_target(n) && (n.rect.w < least || n.rect.h < least))
      findings.push_back(n.id + measure(" is %.1f x %.1f mm", n.rect.w / look.px_per_mm,
                                        n.rect.h / look.px_per_mm));
}

void main_size(const Look& look, Findings& findings) {
  for (const Node& n : look.nodes)
    if (n.main && n.rect.h < kSmallestMainMm * look.px_per_mm - kRounding)
      findings.push_back(n.id + measure(" is %.1f mm high", n.rect.h / look.px_per_mm));
}

void gaps(const Look& look, Findings& findings) {
  for_pairs(look.nodes, [&](const Node& a, const Node& b) {
    if (!is_target(a) || !is_target(b)) return;
    const float across = std::max(a.rect.x, b.rect.x) - std::min(a.rect.right(), b.rect.right());
    const float down = std::max(a.rect.y, b.rect.y) - std::min(a.rect.bottom(), b.rect.bottom());
    const float gap = std::max(across, down);
    if (gap < kSmallestGapMm * look.px_per_mm - kRounding)
      findings.push_back(a.id + " and " + b.id +
                         measure(" are %.1f mm apart", gap / look.px_per_mm));
  });
}

void overlap(const Look& look, Findings& findings) {
  for_pairs(look.nodes, [&](const Node& a, const Node& b) {
    if (a.rect.inset(kRounding / 2).overlaps(b.rect.inset(kRounding / 2)))
      findings.push_back(a.id + " and " + b.id);
  });
}

void inside(const Look& look, Findings& findings) {
  for (const Node& n : look.nodes)
    if (!look.glass.holds(n.rect) || n.rect.w <= 0 || n.rect.h <= 0) findings.push_back(n.id);
}

void whole_words(const Look& look, Findings& findings) {
  for (const Node& n : look.nodes)
    if (!n.fits) findings.push_back(n.id + ": " + n.label);
}

/// Rows from the top, or (a text in columns) columns from the left.
void reading_order(const Look& look, Findings& findings) {
  for (const auto& [group, members] : groups(look.nodes)) {
    bool by_row = true;
    bool by_column = true;
    for (std::size_t i = 1; i < members.size(); ++i) {
      const Rect& a = members[i - 1]->rect;
      const Rect& b = members[i]->rect;
      const bool right_of = b.x >= a.right() - kRounding;
      const bool below = b.y >= a.bottom() - kRounding;
      by_row = by_row && (below || (right_of && b.bottom() > a.y));
      by_column = by_column && (right_of || (below && b.right() > a.x));
    }
    if (!by_row && !by_column) findings.push_back(group);
  }
}

/// The keys walk down and to the right: nothing that can be chosen comes after what it stands above
/// or, in the same row, before.
void walking_order(const Look& look, Findings& findings) {
  for_pairs(look.nodes, [&](const Node& a, const Node& b) {
    if (!a.action || !b.action) return;
    const bool above = b.rect.bottom() <= a.rect.y && b.rect.x < a.rect.right();
    const bool same_row = b.rect.bottom() > a.rect.y && b.rect.y < a.rect.bottom();
    if (above || (same_row && b.rect.right() <= a.rect.x))
      findings.push_back(b.id + " comes after " + a.id);
  });
}

// --- What is seen -----------------------------------------------------------------------------

void text_contrast(const Look& look, Findings& findings) {
  for (const Node& n : look.nodes) {
    const double needed = n.role == Role::kImage ? kPictureContrast : kTextContrast;
    const double ratio = contrast(n.ink, n.paper);
    if (n.state != "disabled" && ratio < needed)
      findings.push_back(n.id + measure(" has %.1f : 1", ratio));
  }
}

void few_choices(const Look& look, Findings& findings) {
  const auto choices = std::ranges::count_if(
      look.nodes, [](const Node& n) { return n.action && !n.group.empty() && !is_tool(n); });
  if (choices > kMostChoices) findings.push_back(std::to_string(choices) + " choices");
}

void one_main_thing(const Look& look, Findings& findings) {
  const auto main = std::ranges::count_if(look.nodes, &Node::main);
  if (main > 1) findings.push_back(std::to_string(main) + " main things");
}

void help_is_there(const Look& look, Findings& findings) {
  if (look.screen != "help" && !find(look.nodes, "help")) findings.push_back("no help");
}

// --- What is said -----------------------------------------------------------------------------

void has_words(const Look& look, Findings& findings) {
  for (const Node& n : look.nodes)
    if (n.label.empty() || n.spoken.empty()) findings.push_back(n.id);
}

void has_heading(const Look& look, Findings& findings) {
  const auto headings = std::ranges::count(look.nodes, Role::kHeading, &Node::role);
  if (headings != 1) findings.push_back(std::to_string(headings) + " headings");
}

/// What is written between commas is all said, in whatever order time wants its words.
void spoken_is_written(const Look& look, Findings& findings) {
  for (const Node& n : look.nodes) {
    std::string_view rest = n.label;
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(", "), rest.size());
      if (n.spoken.find(rest.substr(0, comma)) == std::string::npos) {
        findings.push_back(n.id + ": \"" + n.label + "\" is said as \"" + n.spoken + "\"");
        break;
      }
      rest.remove_prefix(std::min(comma + 2, rest.size()));
    }
  }
}

void position_is_said(const Look& look, Findings& findings) {
  for (const auto& [group, members] : groups(look.nodes)) {
    if (members.size() < 2) continue;
    for (std::size_t i = 0; i < members.size(); ++i) {
      std::string place = ui::fill(look.words.tr("{i} of {n}"), "i", std::to_string(i + 1));
      place = ui::fill(std::move(place), "n", std::to_string(members.size()));
      if (!members[i]->spoken.ends_with(place))
        findings.push_back(members[i]->id + ": \"" + members[i]->spoken + "\"");
    }
  }
}

void state_is_said(const Look& look, Findings& findings) {
  for (const auto& [group, members] : groups(look.nodes)) {
    int chosen = 0;
    for (const Node* n : members) {
      if (n->state != "selected") continue;
      ++chosen;
      if (n->spoken.find(look.words.tr("selected")) == std::string::npos)
        findings.push_back(n->id + ": \"" + n->spoken + "\"");
    }
    if (members.front()->role == Role::kRadioButton && chosen != 1)
      findings.push_back(group + ": " + std::to_string(chosen) + " are chosen");
  }
}

/// A key of the catalogue that stands on the screen of another language was not translated.
void translated(const Look& look, Findings& findings) {
  if (look.words.language() == "en") return;
  for (const Node& n : look.nodes)
    if (!n.label.empty() && look.words.tr(n.label.c_str()) != n.label)
      findings.push_back(n.id + ": " + n.label);
}

void own_ids(const Look& look, Findings& findings) {
  std::set<std::string_view> seen;
  for (const Node& n : look.nodes)
    if (n.id.empty() || !seen.insert(n.id).second) findings.push_back("\"" + n.id + "\"");
}

constexpr std::array kRules{
    Rule{"D14 size", target_size},
    Rule{"D14 main", main_size},
    Rule{"D14 gap", gaps},
    Rule{"D3 overlap", overlap},
    Rule{"D3 clipped", whole_words},
    Rule{"D4 outside", inside},
    Rule{"D11 order", reading_order},
    Rule{"D11 walk", walking_order},
    Rule{"D1 contrast", text_contrast},
    Rule{"F1 choices", few_choices},
    Rule{"main thing", one_main_thing},
    Rule{"help", help_is_there},
    Rule{"A2 silent", has_words},
    Rule{"A2 heading", has_heading},
    Rule{"A2 untranslated", translated},
    Rule{"A4 position", position_is_said},
    Rule{"B4 state", state_is_said},
    Rule{"D15 spoken", spoken_is_written},
    Rule{"ids", own_ids},
};

}  // namespace

std::span<const Rule> rules() {
  return kRules;
}

Findings audit(const Look& look) {
  Findings all;
  for (const Rule& rule : kRules) {
    Findings found;
    rule.check(look, found);
    for (const std::string& what : found) all.push_back(std::string{rule.name} + ": " + what);
  }
  return all;
}

void SamePlaces::check(const Look& look, Findings& findings) {
  for (const std::string_view id : {"back", "help"}) {
    const Node* node = find(look.nodes, id);
    if (!node) continue;
    const Node& first = first_.try_emplace(std::string{id}, *node).first->second;
    const Rect& a = first.rect;
    const Rect& b = node->rect;
    if (a.x != b.x || a.y != b.y || a.w != b.w || a.h != b.h || first.label != node->label)
      findings.push_back("D17 place: " + node->id + " has moved");
  }
}

}  // namespace sveiki::test
