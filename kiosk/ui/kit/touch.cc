// SPDX-License-Identifier: EUPL-1.2
#include "ui/kit/touch.h"

namespace sveiki::ui {
namespace {

/// The target under the finger, or the nearest within the snap distance.
const Node* target(Point at, const Nodes& nodes, float px_per_mm) {
  const Node* nearest = nullptr;
  float best = Touch::kSnapMm * px_per_mm;
  for (const Node& node : nodes) {
    if (!node.action) continue;
    const float distance = node.rect.distance(at);
    if (distance <= 0) return &node;
    if (distance < best) {
      best = distance;
      nearest = &node;
    }
  }
  return nearest;
}

}  // namespace

Moment Touch::ready_at(const std::string& id) const {
  Moment ready;
  if (changed_at_) ready = *changed_at_ + kSettle;
  if (last_at_ && id == last_) ready = std::max(ready, *last_at_ + kIgnoreRepeat);
  return ready;
}

bool Touch::down(Point at, const Nodes& nodes, float px_per_mm, Moment now) {
  held_.clear();
  pressed_.clear();
  if (changed_at_ && now < *changed_at_ + kSettle) return false;
  const Node* node = target(at, nodes, px_per_mm);
  if (node && now >= ready_at(node->id)) held_ = pressed_ = node->id;
  return true;
}

void Touch::move(Point at, const Nodes& nodes, float px_per_mm) {
  if (held_.empty()) return;
  const Node* node = find(nodes, held_);
  const bool over = node && node->rect.distance(at) <= kSnapMm * px_per_mm;
  pressed_ = over ? held_ : std::string{};
}

std::optional<app::Action> Touch::up(Point at, const Nodes& nodes, float px_per_mm, Moment now) {
  move(at, nodes, px_per_mm);
  const Node* node = pressed_.empty() ? nullptr : find(nodes, pressed_);
  held_.clear();
  pressed_.clear();
  if (!node) return std::nullopt;
  last_ = node->id;
  last_at_ = now;
  return node->action;
}

void Touch::screen_changed(Moment now) {
  held_.clear();
  pressed_.clear();
  changed_at_ = now;
}

}  // namespace sveiki::ui
