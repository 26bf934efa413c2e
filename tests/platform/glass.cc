// SPDX-License-Identifier: EUPL-1.2
#include "glass.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

#include <cstdlib>
#include <map>
#include <stdexcept>

namespace sveiki::testing {

platform::Pixels on_the_glass(int width, int height) {
  Display* display = XOpenDisplay(nullptr);
  XImage* image = XGetImage(display, DefaultRootWindow(display), 0, 0, static_cast<unsigned>(width),
                            static_cast<unsigned>(height), AllPlanes, ZPixmap);
  platform::Pixels picture{width, height, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const unsigned long p = XGetPixel(image, x, y);
      for (const int shift : {16, 8, 0})
        picture.rgba.push_back(static_cast<std::uint8_t>(p >> shift));
      picture.rgba.push_back(255);
    }
  }
  XDestroyImage(image);
  XCloseDisplay(display);
  return picture;
}

void resize_window(int width, int height) {
  Display* display = XOpenDisplay(nullptr);
  ::Window root = 0;
  ::Window parent = 0;
  ::Window* children = nullptr;
  unsigned count = 0;
  XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count);
  XResizeWindow(display, children[count - 1], static_cast<unsigned>(width),
                static_cast<unsigned>(height));
  XSync(display, False);
  XFree(children);
  XCloseDisplay(display);
}

struct Cover::Parts {
  Display* display;
  ::Window window;
};

Cover::Cover(const platform::PixelRect& part) : parts_(std::make_unique<Parts>()) {
  Display* display = parts_->display = XOpenDisplay(nullptr);
  XSetWindowAttributes attributes{};
  attributes.override_redirect = True;
  attributes.background_pixel = 0xFF0000;
  parts_->window =
      XCreateWindow(display, DefaultRootWindow(display), part.x, part.y,
                    static_cast<unsigned>(part.w), static_cast<unsigned>(part.h), 0, CopyFromParent,
                    InputOutput, nullptr, CWOverrideRedirect | CWBackPixel, &attributes);
  XMapRaised(display, parts_->window);
  XSync(display, False);
}

Cover::~Cover() {
  XDestroyWindow(parts_->display, parts_->window);
  XSync(parts_->display, False);
  XCloseDisplay(parts_->display);
}

struct Hands::Parts {
  Display* display;
};

Hands::Hands() : parts_(std::make_unique<Parts>()) {
  parts_->display = XOpenDisplay(nullptr);
}

Hands::~Hands() {
  XCloseDisplay(parts_->display);
}

void Hands::tap(int x, int y) {
  XTestFakeMotionEvent(parts_->display, 0, x, y, CurrentTime);
  XTestFakeButtonEvent(parts_->display, 1, True, CurrentTime);
  XTestFakeButtonEvent(parts_->display, 1, False, CurrentTime);
  XSync(parts_->display, False);
}

void Hands::press(const std::string& key) {
  // The numbers that the keys of a PC keyboard have on every X server of today.
  static const std::map<std::string, unsigned> kPlaces{
      {"Escape", 9}, {"1", 10}, {"2", 11},      {"3", 12},  {"8", 17},   {"minus", 20},
      {"Tab", 23},   {"A", 38}, {"Return", 36}, {"F1", 67}, {"Up", 111}, {"Down", 116}};
  const unsigned place = kPlaces.at(key);
  XTestFakeKeyEvent(parts_->display, place, True, CurrentTime);
  XTestFakeKeyEvent(parts_->display, place, False, CurrentTime);
  XSync(parts_->display, False);
}

void Hands::use_layout(const std::string& layout) {
  if (std::system(("setxkbmap " + layout).c_str()) != 0)
    throw std::runtime_error("setxkbmap failed");
}

}  // namespace sveiki::testing
