// SPDX-License-Identifier: EUPL-1.2
/// Draws frames into the current GL context, and of each frame only what changed. Owns the ImGui
/// context in which the frames are made; both surfaces hold one.
#pragma once

#include <imgui.h>

#include "platform/damage.h"

namespace sveiki::platform {

class Painter {
 public:
  /// Makes the ImGui context and the GL objects. Throws std::runtime_error where OpenGL is too old.
  Painter(int width, int height);
  ~Painter();
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  void resize(int width, int height);

  /// Draws what differs from the frame before; answers where it differs (see Damage).
  PixelRect paint(const ImDrawData& frame);

  /// What the last `paint` drew, in few rectangles that may overlap.
  const std::vector<PixelRect>& parts() const { return damage_.parts(); }

  /// The next `paint` draws everything.
  void forget() { damage_.forget(); }

  /// What the bound buffer holds.
  Pixels read() const;

 private:
  void draw_parts(const ImDrawData& frame);
  void add_part(const ImDrawList& whole, const PixelRect& part);

  ImGuiContext* context_;
  unsigned plain_ = 0;  ///< the texture of what has no letters and no picture
  ImDrawList part_list_{nullptr};
  std::vector<ImDrawIdx> known_as_;  ///< a vertex of the frame, and its index in part_list_
  Damage damage_;
  PixelRect surface_;
};

}  // namespace sveiki::platform
