// SPDX-License-Identifier: EUPL-1.2
#include "ui/kit/focus.h"

#include <vector>

namespace sveiki::ui {
namespace {

std::optional<app::Action> action_of(const Nodes& nodes, std::string_view id) {
  const Node* node = find(nodes, id);
  return node ? node->action : std::nullopt;
}

}  // namespace

void Focus::step(int by, const Nodes& nodes) {
  std::vector<const Node*> stops;
  std::size_t at = 0;
  bool found = false;
  for (const Node& node : nodes) {
    if (!node.action) continue;
    if (node.id == id_) {
      at = stops.size();
      found = true;
    }
    stops.push_back(&node);
  }
  if (stops.empty()) return;
  if (!found) {
    id_ = by > 0 ? stops.front()->id : stops.back()->id;
    return;
  }
  id_ = stops[(at + stops.size() + static_cast<std::size_t>(by)) % stops.size()]->id;
}

std::optional<app::Action> Focus::key(platform::Key key, const Nodes& nodes) {
  switch (key) {
    case platform::Key::kUp:
      step(-1, nodes);
      return std::nullopt;
    case platform::Key::kDown:
      step(+1, nodes);
      return std::nullopt;
    case platform::Key::kSelect:
      return action_of(nodes, id_);
    case platform::Key::kBack: {
      // A screen of thanks has no way back but the undo.
      if (auto back = action_of(nodes, "back")) return back;
      return action_of(nodes, "undo");
    }
    case platform::Key::kHelp:
      return action_of(nodes, "help");
  }
  return std::nullopt;
}

}  // namespace sveiki::ui
