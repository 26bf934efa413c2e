// SPDX-License-Identifier: EUPL-1.2
/// Finds what changed between two frames without looking at a pixel: a frame is the sequence of
/// triangles it draws, and only where the sequences differ can the pictures differ. Pure.
#pragma once

#include <imgui.h>

#include <vector>

#include "platform/surface.h"

namespace sveiki::platform {

/// `clip` of a draw command in whole pixels. Everything that draws or compares uses this one
/// rounding, so that a damaged frame equals a full one.
PixelRect pixel_clip(const ImVec4& clip);

/// The common part of both; empty if there is none.
PixelRect intersect(const PixelRect& a, const PixelRect& b);

class Damage {
 public:
  /// Takes the next frame; answers the rectangle that holds every pixel in which it may differ
  /// from the frame before. The first frame differs everywhere.
  PixelRect next(const ImDrawData& frame);

  /// The same in few rectangles: the line around a pressed button is four strips, not the whole
  /// button. They may overlap.
  const std::vector<PixelRect>& parts() const { return parts_; }

  /// The frame after this differs everywhere.
  void forget() { surface_ = {}; }

 private:
  struct Triangle {
    ImDrawVert corners[3];
    PixelRect clip;
    ImTextureID texture;
    bool operator==(const Triangle& other) const;
    PixelRect box() const;
  };

  void add(PixelRect box);

  std::vector<PixelRect> parts_;
  std::vector<Triangle> last_;
  std::vector<Triangle> next_;
  PixelRect surface_;
};

}  // namespace sveiki::platform
