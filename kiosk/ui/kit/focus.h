// SPDX-License-Identifier: EUPL-1.2
/// Going about by keys: Up and Down walk the choices in reading order, Select chooses, Back and
/// Help reach theirs wherever they stand. Pure; works on the node record.
#pragma once

#include <optional>
#include <string>

#include "platform/input.h"
#include "ui/kit/node.h"

namespace sveiki::ui {

class Focus {
 public:
  /// What the key chooses; nothing where it only moves (moving never changes the screen).
  std::optional<app::Action> key(platform::Key key, const Nodes& nodes);
  /// Another screen is in front, or a finger took over: the ring goes.
  void clear() { id_.clear(); }
  /// The node with the ring; empty: none.
  const std::string& id() const { return id_; }

 private:
  void step(int by, const Nodes& nodes);
  std::string id_;
};

}  // namespace sveiki::ui
