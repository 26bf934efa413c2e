// SPDX-License-Identifier: EUPL-1.2
/// A picture that the graphics card keeps: drawn into while it is bound, whatever the screen does.
#pragma once

#include "platform/gl.h"

namespace sveiki::platform {

class Canvas {
 public:
  /// Makes it and binds it. Throws std::runtime_error if it is too large for the card.
  Canvas(int width, int height);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  /// Copies all of it into the window's back buffer.
  void copy_to_window() const;

 private:
  int width_;
  int height_;
  GLuint frame_ = 0;
  GLuint colours_ = 0;
};

}  // namespace sveiki::platform
