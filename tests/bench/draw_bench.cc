// SPDX-License-Identifier: EUPL-1.2
// Measures what the platform layer costs: start, letters, a pressed button, a whole screen, memory.
// Usage: draw_bench offscreen|window [WxH]. A window needs an X server; the figures then count
// until the server has the pixels.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <imgui.h>
#undef None

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "platform/fonts.h"
#include "platform/pictograms.h"
#include "platform/sound.h"
#include "platform/surface.h"

namespace {

using namespace sveiki::platform;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

long pss_kib() {
  std::ifstream in("/proc/self/smaps_rollup");
  for (std::string word; in >> word;) {
    if (word == "Pss:") {
      long kib = 0;
      in >> kib;
      return kib;
    }
  }
  return 0;
}

// LOOK.md's type scale at 3.6 px/mm, in heights of a capital; large titles only for their words.
std::vector<FaceSpec> faces(float scale) {
  const std::string title =
      "Sveiki! Labdien! Kura ir tava zīme? Kas tu esi? Kuris tavo ženklas? Esmu klāt "
      "ĄČĘĖĮŠŲŪŽĀĒĢĪĶĻŅ";
  return {{104 * scale, true, title}, {50 * scale, true, title}, {34 * scale, true, ""},
          {31 * scale, true, ""},     {25 * scale, false, ""},   {22 * scale, false, ""}};
}

/// A page of cards with a pictogram and words each; `pressed` is drawn as under a finger.
const ImDrawData& page(const Surface& surface, const std::vector<ImFont*>& fonts,
                       Pictograms& pictograms, int pressed, ImU32 paper) {
  static const char* const kSymbols[] = {"hedgehog", "frog", "turtle", "leaf", "tree", "cactus"};
  ImGui::NewFrame();
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  list.AddRectFilled(
      {0, 0}, {static_cast<float>(surface.width()), static_cast<float>(surface.height())}, paper);
  list.AddText(fonts[1], fonts[1]->FontSize, {640, 40}, 0xFF1A1A1A, "Kura ir tava zīme?");
  for (int i = 0; i < 24; ++i) {
    const auto x = static_cast<float>(48 + i % 6 * 310);
    const auto y = static_cast<float>(180 + i / 6 * 220);
    const Picture picture = pictograms.get(kSymbols[i % 6], 110);
    list.AddRectFilled({x, y}, {x + 280, y + 200}, i == pressed ? 0xFF8A4F0B : 0xFFFFFFFF, 32);
    list.AddRect({x, y}, {x + 280, y + 200}, 0xFF1A1A1A, 32, 0, 3);
    list.AddImage(picture.texture, {x + 85, y + 10}, {x + 195, y + 120}, {picture.u0, picture.v0},
                  {picture.u1, picture.v1});
    list.AddText(fonts[3], fonts[3]->FontSize, {x + 40, y + 130}, 0xFF1A1A1A, "Bruņurupucis");
  }
  ImGui::Render();
  return *ImGui::GetDrawData();
}

void report(const char* what, int times, const std::function<void(int)>& run) {
  std::vector<double> ms;
  for (int i = 0; i < times; ++i) {
    const auto start = Clock::now();
    run(i);
    ms.push_back(since(start));
  }
  std::sort(ms.begin(), ms.end());
  std::printf("%-40s median %.2f ms, p99 %.2f ms\n", what, ms[ms.size() / 2],
              ms[ms.size() * 99 / 100]);
}

}  // namespace

int main(int argc, char** argv) {
  const auto start = Clock::now();
  const bool window = argc > 1 && std::string(argv[1]) == "window";
  int width = 1920;
  int height = 1080;
  if (argc > 2) std::sscanf(argv[2], "%dx%d", &width, &height);

  const auto surface = window ? open_window({false, width, height}) : open_offscreen(width, height);
  const double opened = since(start);
  auto fonts = bake_fonts(faces(1));
  const double baked = since(start);
  Pictograms pictograms(SVEIKI_SHARE_DIR "/pictograms");
  surface->show(page(*surface, fonts, pictograms, -1, 0xFFF0F5F7));

  // One pixel asked back from the server: it has then done all that came before.
  Display* server = window ? XOpenDisplay(nullptr) : nullptr;
  const auto settle = [&] {
    if (server) {
      XImage* pixel = XGetImage(server, DefaultRootWindow(server), 0, 0, 1, 1, AllPlanes, ZPixmap);
      XDestroyImage(pixel);
    }
  };
  settle();
  std::printf("open %.0f ms, letters %.0f ms, first picture at %.0f ms, PSS %ld KiB\n", opened,
              baked - opened, since(start), pss_kib());

  report("page that does not change", 200,
         [&](int) { surface->show(page(*surface, fonts, pictograms, -1, 0xFFF0F5F7)); });
  report("pressed card", 400, [&](int i) {
    surface->show(page(*surface, fonts, pictograms, i % 2 ? 8 : -1, 0xFFF0F5F7));
    settle();
  });
  report("whole screen", 60, [&](int i) {
    surface->show(page(*surface, fonts, pictograms, -1, i % 2 ? 0xFFF0F5F7 : 0xFF201814));
    settle();
  });
  for (const float scale : {1.0F, 1.5F, 2.0F}) {
    const auto from = Clock::now();
    fonts = bake_fonts(faces(scale));
    const double ms = since(from);
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    std::printf("letters at %.0f %%: %.0f ms, %dx%d, %.1f MB\n", static_cast<double>(scale) * 100,
                ms, atlas.TexWidth, atlas.TexHeight, atlas.TexWidth * atlas.TexHeight / 1e6);
  }
  std::printf("PSS at 200 %% %ld KiB\n", pss_kib());
  const Sound sound(SVEIKI_SHARE_DIR "/sounds");
  return 0;
}
