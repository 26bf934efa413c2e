// SPDX-License-Identifier: EUPL-1.2
/// Screens made of chance, each a small change of the one before, as real screens are.
#pragma once

#include <imgui.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace sveiki::testing {

struct Shape {
  enum class Kind { kCard, kLine, kDisc, kWords };
  Kind kind = Kind::kCard;
  float x = 0, y = 0, w = 0, h = 0;
  ImU32 colour = 0;
  bool clipped = false;  ///< cut at an edge that lies between pixels
  std::string words;
};

class Scene {
 public:
  Scene(int width, int height, unsigned seed) : width_(width), height_(height), chance_(seed) {
    for (int i = 0; i < 25; ++i) shapes_.push_back(any_shape());
  }

  /// One of: nothing, recolour, move, other words, add, remove, change the order, all new.
  void change() {
    Shape& some = shapes_[static_cast<std::size_t>(up_to(static_cast<int>(shapes_.size()) - 1))];
    switch (up_to(8)) {
      case 0:
        break;
      case 1:
        some.colour = any_colour();
        break;
      case 2:
        some.x += 0.37F;
        some.y -= 3;
        break;
      case 3:
        some.words = any_words();
        break;
      case 4:
        shapes_.insert(shapes_.begin() + up_to(static_cast<int>(shapes_.size())), any_shape());
        break;
      case 5:
        if (shapes_.size() > 5) some = shapes_.back(), shapes_.pop_back();
        break;
      case 6:
        std::swap(some, shapes_.front());
        break;
      case 7:
        some.clipped = !some.clipped;
        break;
      case 8:
        if (up_to(4) == 0)
          for (Shape& shape : shapes_) shape = any_shape();
    }
  }

  /// The frame of this moment, in the current ImGui context.
  const ImDrawData& frame() const {
    ImGui::NewFrame();
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    list.AddRectFilled({0, 0}, {static_cast<float>(width_), static_cast<float>(height_)},
                       0xFFF0F5F7);
    for (const Shape& shape : shapes_) draw(list, shape);
    ImGui::Render();
    return *ImGui::GetDrawData();
  }

 private:
  static void draw(ImDrawList& list, const Shape& s) {
    if (s.clipped)
      list.PushClipRect({s.x + 5.3F, s.y + 5.6F}, {s.x + s.w * 0.7F, s.y + s.h * 0.7F}, true);
    switch (s.kind) {
      case Shape::Kind::kCard:
        list.AddRectFilled({s.x, s.y}, {s.x + s.w, s.y + s.h}, s.colour, 12);
        list.AddRect({s.x, s.y}, {s.x + s.w, s.y + s.h}, 0xFF1A1A1A, 12, 0, 3);
        break;
      case Shape::Kind::kLine:
        list.AddLine({s.x, s.y}, {s.x + s.w, s.y + s.h}, s.colour, 2.5F);
        break;
      case Shape::Kind::kDisc:
        list.AddCircleFilled({s.x, s.y}, s.h / 2, s.colour);
        break;
      case Shape::Kind::kWords:
        list.AddText({std::floor(s.x), std::floor(s.y)}, s.colour | 0xFF000000, s.words.c_str());
        break;
    }
    if (s.clipped) list.PopClipRect();
  }

  int up_to(int most) { return std::uniform_int_distribution<int>(0, most)(chance_); }
  float between(float a, float b) { return std::uniform_real_distribution<float>(a, b)(chance_); }
  ImU32 any_colour() {
    return static_cast<ImU32>(chance_()) | (up_to(1) ? 0xFF000000U : 0x60000000U);
  }
  std::string any_words() {
    static const char* const kWords[] = {"Sveiki!", "Kura ir tava zīme?", "14.30", "Ačiū", ""};
    return kWords[up_to(4)];
  }
  Shape any_shape() {
    const auto w = static_cast<float>(width_);
    const auto h = static_cast<float>(height_);
    return {static_cast<Shape::Kind>(up_to(3)),
            between(-40, w),
            between(-40, h),
            between(8, w / 3),
            between(8, h / 3),
            any_colour(),
            up_to(3) == 0,
            any_words()};
  }

  int width_;
  int height_;
  std::mt19937 chance_;
  std::vector<Shape> shapes_;
};

}  // namespace sveiki::testing
