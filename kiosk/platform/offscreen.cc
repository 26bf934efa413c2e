// SPDX-License-Identifier: EUPL-1.2
#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <stdexcept>

#include "platform/canvas.h"
#include "platform/painter.h"
#include "platform/surface.h"

namespace sveiki::platform {
namespace {

/// A current GL context that belongs to no display server (Mesa's surfaceless platform).
class EglContext {
 public:
  EglContext() {
    display_ = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
    if (display_ && eglInitialize(display_, nullptr, nullptr) && eglBindAPI(EGL_OPENGL_API)) {
      context_ = eglCreateContext(display_, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, nullptr);
    }
    if (!context_ || !eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_)) {
      end();
      throw std::runtime_error(
          "Pictures cannot be made here: Mesa's EGL is missing (libegl-mesa0, libgl1-mesa-dri).");
    }
  }
  ~EglContext() { end(); }
  EglContext(const EglContext&) = delete;
  EglContext& operator=(const EglContext&) = delete;

 private:
  // The display is not terminated: it is the same one for the whole process.
  void end() {
    if (!context_) return;
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display_, context_);
  }

  EGLDisplay display_ = EGL_NO_DISPLAY;
  EGLContext context_ = EGL_NO_CONTEXT;
};

class Offscreen final : public Surface {
 public:
  Offscreen(int width, int height)
      : width_(width), height_(height), canvas_(width, height), painter_(width, height) {}

  int width() const override { return width_; }
  int height() const override { return height_; }
  PixelRect show(const ImDrawData& frame) override {
    const PixelRect changed = painter_.paint(frame);
    glFlush();  // nothing is presented here, and the driver would keep every frame until it is
    return changed;
  }
  void forget() override { painter_.forget(); }
  Pixels read() override { return painter_.read(); }
  std::vector<Input> wait(std::optional<Millis>) override { return {}; }
  void wake() override {}

 private:
  int width_;
  int height_;
  EglContext egl_;
  Canvas canvas_;
  Painter painter_;
};

}  // namespace

std::unique_ptr<Surface> open_offscreen(int width, int height) {
  return std::make_unique<Offscreen>(width, height);
}

}  // namespace sveiki::platform
