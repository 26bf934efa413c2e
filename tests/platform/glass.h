// SPDX-License-Identifier: EUPL-1.2
/// What the X server itself has and does, seen from a connection that is not the window's.
#pragma once

#include <memory>
#include <string>

#include "platform/surface.h"

namespace sveiki::testing {

/// The top left of the screen: what a person sees.
platform::Pixels on_the_glass(int width, int height);

/// Gives the topmost window another size, as a person who drags its edge does.
void resize_window(int width, int height);

/// Lays another window over a part of the screen.
class Cover {
 public:
  explicit Cover(const platform::PixelRect& part);
  ~Cover();
  Cover(const Cover&) = delete;
  Cover& operator=(const Cover&) = delete;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Touches the screen and the keyboard as a person or a scanner does (through XTest).
class Hands {
 public:
  Hands();
  ~Hands();
  Hands(const Hands&) = delete;
  Hands& operator=(const Hands&) = delete;

  void tap(int x, int y);
  /// A key by its place, named as on a US keyboard: "A", "1", "Return".
  void press(const std::string& key);
  /// The layout the system has for the keyboard: "lt".
  void use_layout(const std::string& layout);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sveiki::testing
