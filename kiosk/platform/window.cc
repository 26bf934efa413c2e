// SPDX-License-Identifier: EUPL-1.2
#define GLFW_INCLUDE_NONE
#include <GL/glx.h>
#include <GLFW/glfw3.h>

#include <stdexcept>
#include <string>
#include <utility>

#include "platform/canvas.h"
#include "platform/painter.h"
#include "platform/scanner.h"
#include "platform/surface.h"

namespace sveiki::platform {
namespace {

[[noreturn]] void fail(const std::string& sentence) {
  const char* reason = nullptr;
  glfwGetError(&reason);
  throw std::runtime_error(sentence + (reason ? std::string(" (") + reason + ")" : ""));
}

struct Glfw {
  Glfw() {
#ifdef GLFW_PLATFORM
    // A finger does nothing on GLFW's Wayland.
    glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
    if (!glfwInit())
      fail("There is no screen to open a window on: is an X server running, and DISPLAY set?");
  }
  ~Glfw() {
    glfwTerminate();
  }
  Glfw(const Glfw&) = delete;
  Glfw& operator=(const Glfw&) = delete;
};

GLFWwindow* create_window(const WindowOptions& options) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
  glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
  // Nothing is sorted by depth and nothing blends with the desktop: no memory for either.
  for (const int bits : {GLFW_DEPTH_BITS, GLFW_STENCIL_BITS, GLFW_ALPHA_BITS})
    glfwWindowHint(bits, 0);

  GLFWmonitor* monitor = options.fullscreen ? glfwGetPrimaryMonitor() : nullptr;
  int width = options.width;
  int height = options.height;
  if (monitor) {
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    width = mode->width;
    height = mode->height;
  }
  GLFWwindow* window = glfwCreateWindow(width, height, "Sveiki", monitor, nullptr);
  if (!window) fail("A window with OpenGL 3.0 cannot be opened on this screen.");
  glfwMakeContextCurrent(window);
  // Xlib ends the program at any error. One about a picture of a size just past is not worth that.
  XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });
  if (monitor) glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
  return window;
}

class Window final : public Surface {
 public:
  explicit Window(const WindowOptions& options) : window_(create_window(options)), painter_(1, 1) {
    if (options.may_copy && glfwExtensionSupported("GLX_MESA_copy_sub_buffer")) {
      copy_ =
          reinterpret_cast<PFNGLXCOPYSUBBUFFERMESAPROC>(glfwGetProcAddress("glXCopySubBufferMESA"));
    }
    listen();
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    resized(width, height);
  }

  int width() const override { return width_; }
  int height() const override { return height_; }

  PixelRect show(const ImDrawData& frame) override {
    const PixelRect changed = painter_.paint(frame);
    if (!changed.empty()) bring(painter_.parts());
    drawn_ = true;
    return changed;
  }

  void forget() override { painter_.forget(); }

  Pixels read() override { return painter_.read(); }

  std::vector<Input> wait(std::optional<Millis> at_most) override {
    if (!at_most) {
      glfwWaitEvents();
    } else if (at_most->count() > 0) {
      glfwWaitEventsTimeout(static_cast<double>(at_most->count()) / 1000);
    } else {
      glfwPollEvents();
    }
    return std::exchange(inputs_, {});
  }

  void wake() override { glfwPostEmptyEvent(); }

 private:
  static Window& of(GLFWwindow* window) {
    return *static_cast<Window*>(glfwGetWindowUserPointer(window));
  }

  void listen() {
    glfwSetWindowUserPointer(window_, this);
    glfwGetCursorPos(window_, &x_, &y_);
    glfwSetFramebufferSizeCallback(
        window_, [](GLFWwindow* w, int width, int height) { of(w).resized(width, height); });
    glfwSetWindowRefreshCallback(window_, [](GLFWwindow* w) { of(w).exposed(); });
    glfwSetWindowCloseCallback(window_,
                               [](GLFWwindow* w) { of(w).inputs_.push_back(CloseRequest{}); });
    glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double x, double y) { of(w).moved(x, y); });
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int button, int action, int) {
      if (button == GLFW_MOUSE_BUTTON_LEFT) of(w).touched(action == GLFW_PRESS);
    });
    glfwSetWindowFocusCallback(window_, [](GLFWwindow* w, int focused) {
      // GLFW now lets go of the button. Nobody lifted a finger: it must not tap anything.
      if (!focused) of(w).moved(-1, -1);
    });
    glfwSetKeyCallback(window_, [](GLFWwindow* w, int key, int, int action, int mods) {
      if (action == GLFW_PRESS) of(w).pressed(key, (mods & GLFW_MOD_SHIFT) != 0);
    });
  }

  /// To the glass, from the buffer that keeps the whole picture. Where a part of it can be copied
  /// that is the window's back buffer, which is never swapped; elsewhere it is a canvas.
  void bring(const std::vector<PixelRect>& parts) {
    if (copy_) {
      for (const PixelRect& part : parts)
        copy_(glXGetCurrentDisplay(), glXGetCurrentDrawable(), part.x, height_ - part.y - part.h,
              part.w, part.h);
    } else {
      canvas_->copy_to_window();
      glfwSwapBuffers(window_);
    }
  }

  void resized(int width, int height) {
    if (width <= 0 || height <= 0) return;  // minimised
    // The one swap: Mesa asks for the window's new size only after it.
    if (copy_ && drawn_) glfwSwapBuffers(window_);
    if (!copy_) canvas_.emplace(width, height);
    width_ = width;
    height_ = height;
    drawn_ = false;
    painter_.resize(width, height);
  }

  void exposed() {
    if (drawn_) bring({{0, 0, width_, height_}});
  }

  void moved(double x, double y) {
    x_ = x;
    y_ = y;
    if (down_) finger(Finger::Kind::kMove);
  }

  void touched(bool down) {
    down_ = down;
    finger(down ? Finger::Kind::kDown : Finger::Kind::kUp);
  }

  void finger(Finger::Kind kind) {
    inputs_.push_back(Finger{kind, static_cast<float>(x_), static_cast<float>(y_)});
  }

  void pressed(int key, bool shifted) {
    switch (key) {
      case GLFW_KEY_UP:
      case GLFW_KEY_LEFT:
        return inputs_.push_back(Key::kUp);
      case GLFW_KEY_DOWN:
      case GLFW_KEY_RIGHT:
        return inputs_.push_back(Key::kDown);
      case GLFW_KEY_TAB:
        return inputs_.push_back(shifted ? Key::kUp : Key::kDown);
      case GLFW_KEY_ESCAPE:
      case GLFW_KEY_BACKSPACE:
        return inputs_.push_back(Key::kBack);
      case GLFW_KEY_F1:
        return inputs_.push_back(Key::kHelp);
      case GLFW_KEY_ENTER:
      case GLFW_KEY_KP_ENTER:
        return typed('\n');
      default:
        break;
    }
    if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9)
      return typed(static_cast<char>('0' + key - GLFW_KEY_KP_0));
    // GLFW names printable keys by what a US keyboard has there, whatever the layout.
    if (key > GLFW_KEY_SPACE && key < 127) typed(us_character(static_cast<char>(key), shifted));
  }

  void typed(char character) {
    const Moment now{static_cast<std::int64_t>(glfwGetTime() * 1000)};
    if (auto input = scanner_.stroke({character, now})) inputs_.push_back(*std::move(input));
  }

  Glfw glfw_;
  GLFWwindow* window_;
  Painter painter_;
  PFNGLXCOPYSUBBUFFERMESAPROC copy_ = nullptr;
  std::optional<Canvas> canvas_;
  ScannerReader scanner_;
  std::vector<Input> inputs_;
  int width_ = 0;
  int height_ = 0;
  bool drawn_ = false;  ///< the buffer holds a whole picture of this size
  double x_ = 0;
  double y_ = 0;
  bool down_ = false;
};

}  // namespace

std::unique_ptr<Surface> open_window(const WindowOptions& options) {
  return std::make_unique<Window>(options);
}

}  // namespace sveiki::platform
