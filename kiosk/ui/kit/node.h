// SPDX-License-Identifier: EUPL-1.2
/// The node record: what the kit writes down about each thing it draws. Touch, keys, speech,
/// switches, audits and `drive` all work from it, none from pixels.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/action.h"
#include "ui/kit/geometry.h"
#include "ui/kit/theme.h"

namespace sveiki::ui {

/// The roles, a subset of AccessKit's.
enum class Role { kButton, kRadioButton, kHeading, kLabel, kImage, kTimer };
std::string_view role_name(Role role);

struct Node {
  std::string id;  ///< stable word: "enter", "token.tk_7F3K9QWX"
  Role role = Role::kLabel;
  std::string label;   ///< what is written (or, for a picture alone, what it shows)
  std::string spoken;  ///< what is read aloud; contains the label
  std::string state;   ///< "", "selected", "pressed", "disabled"
  std::string group;   ///< nodes of one group are counted together: "2 of 6"
  Rect rect;           ///< pixels
  Color ink, paper;
  bool main = false;                  ///< the one thing to do next
  bool fits = true;                   ///< its words are whole within the rectangle
  std::optional<app::Action> action;  ///< what choosing it means; nothing: it is for reading
};
using Nodes = std::vector<Node>;

/// The node of this id, or nothing.
const Node* find(const Nodes& nodes, std::string_view id);

}  // namespace sveiki::ui
