// SPDX-License-Identifier: EUPL-1.2
#include "platform/damage.h"

#include "platform/imgui_compat.h"
#include "support/catch.h"

namespace sveiki::platform {
namespace {

/// A frame of 200 by 100 pixels made of plain triangles, without any ImGui context.
class Frame {
 public:
  Frame& triangle(float x, float y, float size, ImU32 colour, ImVec4 clip = {0, 0, 200, 100},
                  ImTextureID texture = {}) {
    ImDrawCmd command;
    command.ClipRect = clip;
    command.TextureId = texture;
    command.IdxOffset = static_cast<unsigned>(list_.IdxBuffer.Size);
    command.ElemCount = 3;
    list_.CmdBuffer.push_back(command);
    for (const ImVec2 corner : {ImVec2{x, y}, ImVec2{x + size, y}, ImVec2{x, y + size}}) {
      list_.IdxBuffer.push_back(static_cast<ImDrawIdx>(list_.VtxBuffer.Size));
      list_.VtxBuffer.push_back({corner, {0, 0}, colour});
    }
    return *this;
  }

  const ImDrawData& data() {
    data_.DisplaySize = {200, 100};
    set_only_list(data_, pointer_);
    return data_;
  }

 private:
  ImDrawList list_{nullptr};
  ImDrawList* pointer_ = &list_;
  ImDrawData data_;
};

TEST_CASE("Of a button that changes its colour only the button is drawn") {
  Damage damage;
  damage.next(Frame().triangle(0, 0, 90, 1).triangle(10, 20, 8, 2).triangle(60, 60, 8, 3).data());
  CHECK(damage.next(
            Frame().triangle(0, 0, 90, 1).triangle(10, 20, 8, 7).triangle(60, 60, 8, 3).data()) ==
        PixelRect{10, 20, 8, 8});
}

TEST_CASE("A thing that moves is drawn where it was and where it is") {
  Damage damage;
  damage.next(Frame().triangle(10, 10, 10, 1).data());
  CHECK(damage.next(Frame().triangle(30.5F, 10, 10, 1).data()) == PixelRect{10, 10, 31, 10});
}

TEST_CASE("A thing that comes or goes does not disturb what is drawn after it") {
  Damage damage;
  damage.next(Frame().triangle(0, 0, 50, 1).triangle(70, 10, 5, 2).data());
  CHECK(damage.next(
            Frame().triangle(0, 0, 50, 1).triangle(20, 20, 4, 9).triangle(70, 10, 5, 2).data()) ==
        PixelRect{20, 20, 4, 4});
  CHECK(damage.next(Frame().triangle(0, 0, 50, 1).triangle(70, 10, 5, 2).data()) ==
        PixelRect{20, 20, 4, 4});
}

TEST_CASE("What its clip hides is not drawn, and a clip that moves is") {
  Damage damage;
  damage.next(Frame().triangle(0, 0, 50, 1, {0, 0, 10, 10}).data());
  CHECK(damage.next(Frame().triangle(0, 0, 50, 2, {0, 0, 10, 10}).data()) ==
        PixelRect{0, 0, 10, 10});
  CHECK(damage.next(Frame().triangle(0, 0, 50, 2, {0, 0, 10, 12}).data()) ==
        PixelRect{0, 0, 10, 12});
  CHECK(damage.next(Frame().triangle(60, 60, 9, 3, {0, 0, 10, 12}).data()) ==
        PixelRect{0, 0, 10, 12});
  CHECK(damage.next(Frame().triangle(60, 60, 9, 4, {0, 0, 10, 12}).data()).empty());
}

TEST_CASE("Another picture at the same place is drawn") {
  Damage damage;
  const auto one = reinterpret_cast<ImTextureID>(1);
  const auto two = reinterpret_cast<ImTextureID>(2);
  damage.next(Frame().triangle(5, 5, 10, 1, {0, 0, 200, 100}, one).data());
  CHECK(damage.next(Frame().triangle(5, 5, 10, 1, {0, 0, 200, 100}, two).data()) ==
        PixelRect{5, 5, 10, 10});
}

TEST_CASE("The first frame, and the first after forgetting, are drawn whole") {
  Damage damage;
  CHECK(damage.next(Frame().triangle(5, 5, 10, 1).data()) == PixelRect{0, 0, 200, 100});
  CHECK(damage.next(Frame().triangle(5, 5, 10, 1).data()).empty());
  damage.forget();
  CHECK(damage.next(Frame().triangle(5, 5, 10, 1).data()) == PixelRect{0, 0, 200, 100});
}

TEST_CASE("What lies outside the screen is not drawn") {
  Damage damage;
  damage.next(Frame().triangle(195, 95, 20, 1, {-9, -9, 999, 999}).data());
  CHECK(damage.next(Frame().triangle(195, 95, 20, 2, {-9, -9, 999, 999}).data()) ==
        PixelRect{195, 95, 5, 5});
}

}  // namespace
}  // namespace sveiki::platform
