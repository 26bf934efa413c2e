// SPDX-License-Identifier: EUPL-1.2
/// Nodes made by hand, for tests of what works on the node record.
#pragma once

#include <string>
#include <utility>

#include "ui/kit/node.h"

namespace sveiki::test {

/// Something to choose that is right in every respect.
inline ui::Node a_button(std::string id, ui::Rect rect, app::Action action = app::action::Enter{}) {
  ui::Node node;
  node.id = std::move(id);
  node.role = ui::Role::kButton;
  node.label = node.spoken = "Māls";
  node.rect = rect;
  node.ink = ui::rgb(0);
  node.paper = ui::rgb(0xFFFFFF);
  node.action = std::move(action);
  return node;
}

/// Something to read.
inline ui::Node some_words(std::string id, ui::Rect rect) {
  ui::Node node = a_button(std::move(id), rect);
  node.role = ui::Role::kLabel;
  node.action.reset();
  return node;
}

}  // namespace sveiki::test
