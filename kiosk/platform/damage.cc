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

int area(const PixelRect& r) {
  return r.w * r.h;
}

/// Drawing so many pixels more is cheaper than drawing one rectangle more.
constexpr int kWorthJoining = 4096;
constexpr std::size_t kMostParts = 6;

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

void Damage::add(PixelRect box) {
  if (box.empty()) return;
  // A part that has grown may now be worth joining with another.
  for (std::size_t i = 0; i < parts_.size();) {
    const PixelRect both = unite(parts_[i], box);
    const bool full = parts_.size() == kMostParts && i + 1 == parts_.size();
    if (!full && area(both) > area(parts_[i]) + area(box) + kWorthJoining) {
      ++i;
      continue;
    }
    box = both;
    parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(i));
    i = 0;
  }
  parts_.push_back(box);
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
  parts_.clear();
  if (!(surface == surface_)) {
    add(surface);
  } else {
    const auto differs = [&](const Triangle& triangle) { add(intersect(triangle.box(), surface)); };
    // What is drawn before the first difference and after the last is the same picture twice.
    const auto [a, b] = std::mismatch(last_.begin(), last_.end(), next_.begin(), next_.end());
    const auto [ra, rb] = std::mismatch(last_.rbegin(), std::make_reverse_iterator(a),
                                        next_.rbegin(), std::make_reverse_iterator(b));
    const auto last_end = ra.base();
    const auto next_end = rb.base();

    if (last_end - a == next_end - b) {
      // As many triangles as before: most often the same shapes, only some of them altered.
      for (auto was = a, now = b; now != next_end; ++was, ++now) {
        if (*was == *now) continue;
        differs(*was);
        differs(*now);
      }
    } else {
      std::for_each(a, last_end, differs);
      std::for_each(b, next_end, differs);
    }
  }
  surface_ = surface;
  last_.swap(next_);
  PixelRect all;
  for (const PixelRect& part : parts_) all = unite(all, part);
  return all;
}

}  // namespace sveiki::platform
