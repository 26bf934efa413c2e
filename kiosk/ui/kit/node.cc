// SPDX-License-Identifier: EUPL-1.2
#include "ui/kit/node.h"

#include <algorithm>
#include <array>

namespace sveiki::ui {

std::string_view role_name(Role role) {
  static constexpr std::array<std::string_view, 6> kNames{"button", "radio", "heading",
                                                          "label",  "image", "timer"};
  return kNames[static_cast<std::size_t>(role)];
}

const Node* find(const Nodes& nodes, std::string_view id) {
  const auto found = std::ranges::find(nodes, id, &Node::id);
  return found == nodes.end() ? nullptr : &*found;
}

}  // namespace sveiki::ui
