// SPDX-License-Identifier: EUPL-1.2
/// Dear ImGui 1.86 on Debian 12, 1.90 on Debian 13: the one place that knows the differences.
#pragma once

#include <imgui.h>

namespace sveiki::platform {

/// Makes `list` the only list of `frame`. `list` must outlive the use of `frame`.
inline void set_only_list(ImDrawData& frame, ImDrawList*& list) {
#if IMGUI_VERSION_NUM >= 18980
  frame.CmdLists.resize(0);
  frame.CmdLists.push_back(list);
#else
  frame.CmdLists = &list;
#endif
  frame.CmdListsCount = 1;
  frame.TotalVtxCount = list->VtxBuffer.Size;
  frame.TotalIdxCount = list->IdxBuffer.Size;
}

/// Frees the atlas's pixels once they are on the graphics card.
inline void drop_pixels(ImFontAtlas& atlas) {
  atlas.ClearTexData();
#if IMGUI_VERSION_NUM < 18700
  // 1.86 believes an atlas without pixels was never built: one byte keeps it content.
  atlas.TexPixelsAlpha8 = static_cast<unsigned char*>(ImGui::MemAlloc(1));
#endif
}

}  // namespace sveiki::platform
