// SPDX-License-Identifier: EUPL-1.2
#include "platform/canvas.h"

#include <stdexcept>

namespace sveiki::platform {

Canvas::Canvas(int width, int height) : width_(width), height_(height) {
  glGenFramebuffers(1, &frame_);
  glBindFramebuffer(GL_FRAMEBUFFER, frame_);
  glGenRenderbuffers(1, &colours_);
  glBindRenderbuffer(GL_RENDERBUFFER, colours_);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colours_);
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
    throw std::runtime_error("OpenGL cannot make a picture of this size.");
  }
}

Canvas::~Canvas() {
  glDeleteFramebuffers(1, &frame_);
  glDeleteRenderbuffers(1, &colours_);
}

void Canvas::copy_to_window() const {
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
  glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, frame_);
}

}  // namespace sveiki::platform
