// SPDX-License-Identifier: EUPL-1.2
#include "platform/damage.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

namespace sveiki::platform {
namespace {

PixelRect from_edges(float left, float top, float right, float bottom) {
  const int x = static_cast<int>(std::floor(left));
  const int y = static_cast<int>(std::floor(top));
  return {x, y, static_cast<int>(std::ceil(right)) - x, static_cast<int>(std::ceil(bottom)) - y};
}

PixelRect unite(const PixelRect& a, const PixelRect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const int x = std::min(a.x, b.x);
  const int y = std::min(a.y, b.y);
  return {x, y, std::max(a.x + a.w, b.x + b.w) - x, std::max(a.y + a.h, b.y + b.h) - y};
}

}  // namespace

PixelRect pixel_clip(const ImVec4& clip) {
  return from_edges(clip.x, clip.y, clip.z, clip.w);
}

PixelRect intersect(const PixelRect& a, const PixelRect& b) {
  const int x = std::max(a.x, b.x);
  const int y = std::max(a.y, b.y);
  const PixelRect common{x, y, std::min(a.x + a.w, b.x + b.w) - x,
                         std::min(a.y + a.h, b.y + b.h) - y};
  return common.empty() ? PixelRect{} : common;
}

bool Damage::Triangle::operator==(const Triangle& other) const {
  return std::memcmp(corners, other.corners, sizeof corners) == 0 && clip == other.clip &&
         texture == other.texture;
}

PixelRect Damage::Triangle::box() const {
  const auto [left, right] = std::minmax({corners[0].pos.x, corners[1].pos.x, corners[2].pos.x});
  const auto [top, bottom] = std::minmax({corners[0].pos.y, corners[1].pos.y, corners[2].pos.y});
  return intersect(from_edges(left, top, right, bottom), clip);
}

PixelRect Damage::next(const ImDrawData& frame) {
  next_.clear();
  for (int l = 0; l < frame.CmdListsCount; ++l) {
    const ImDrawList& list = *frame.CmdLists[l];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      assert(!command.UserCallback && "what a callback draws cannot be compared");
      const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
      const ImDrawVert* vertex = list.VtxBuffer.Data + command.VtxOffset;
      const PixelRect clip = pixel_clip(command.ClipRect);
      for (const ImDrawIdx* end = index + command.ElemCount; index != end; index += 3) {
        next_.push_back(
            {{vertex[index[0]], vertex[index[1]], vertex[index[2]]}, clip, command.GetTexID()});
      }
    }
  }

  const PixelRect surface{0, 0, static_cast<int>(frame.DisplaySize.x),
                          static_cast<int>(frame.DisplaySize.y)};
  PixelRect changed = surface;
  if (surface == surface_) {
    // What is drawn before the first difference and after the last is the same picture twice.
    const auto [a, b] = std::mismatch(last_.begin(), last_.end(), next_.begin(), next_.end());
    const auto [ra, rb] = std::mismatch(last_.rbegin(), std::make_reverse_iterator(a),
                                        next_.rbegin(), std::make_reverse_iterator(b));
    const auto last_end = ra.base();
    const auto next_end = rb.base();

    changed = {};
    if (last_end - a == next_end - b) {
      // As many triangles as before: most often the same shapes, only some of them altered.
      for (auto was = a, now = b; now != next_end; ++was, ++now) {
        if (!(*was == *now)) changed = unite(changed, unite(was->box(), now->box()));
      }
    } else {
      for (auto was = a; was != last_end; ++was) changed = unite(changed, was->box());
      for (auto now = b; now != next_end; ++now) changed = unite(changed, now->box());
    }
    changed = intersect(changed, surface);
  }
  surface_ = surface;
  last_.swap(next_);
  return changed;
}

}  // namespace sveiki::platform
