// SPDX-License-Identifier: EUPL-1.2
/// Where the pictures go: a window, or memory. Both draw only what changed since the last picture.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "base/time.h"
#include "platform/input.h"

struct ImDrawData;

namespace sveiki::platform {

/// A picture: rows from the top, 4 bytes a pixel, red first.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

/// A rectangle of pixels from the top left; right and bottom are past the end. Empty if w or h is
/// 0.
struct PixelRect {
  int x = 0, y = 0, w = 0, h = 0;
  bool empty() const { return w <= 0 || h <= 0; }
  auto operator<=>(const PixelRect&) const = default;
};

class Surface {
 public:
  virtual ~Surface() = default;
  virtual int width() const = 0;
  virtual int height() const = 0;

  /// Brings `frame` to the glass, drawing only the rectangle that differs from the last frame.
  /// Answers that rectangle (empty: nothing differed, nothing was drawn). The frame must cover
  /// the whole surface: nothing is cleared.
  virtual PixelRect show(const ImDrawData& frame) = 0;

  /// The next `show` draws everything (a texture changed under the same draw list).
  virtual void forget() = 0;

  /// What is on the surface now.
  virtual Pixels read() = 0;

  /// Waits for input, `at_most` this long (nothing: until there is some), and answers all of it
  /// in order. May answer nothing sooner: show a frame then too, the size may be another.
  /// Offscreen there is never any: answers at once.
  virtual std::vector<Input> wait(std::optional<Millis> at_most) = 0;

  /// Ends a `wait` from any thread.
  virtual void wake() = 0;
};

struct WindowOptions {
  bool fullscreen = true;
  int width = 1920;  ///< where not fullscreen
  int height = 1080;
  bool may_copy = true;  ///< false: as where a part of a buffer cannot be shown (for tests)
};

/// A window on the X server (throws std::runtime_error with a sentence for staff if there is none).
std::unique_ptr<Surface> open_window(const WindowOptions& options);

/// A picture in memory through EGL without any display server.
std::unique_ptr<Surface> open_offscreen(int width, int height);

/// Writes a PNG. Throws std::runtime_error if it cannot.
void write_png(const Pixels& picture, const std::string& file);

}  // namespace sveiki::platform
