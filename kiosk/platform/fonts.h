// SPDX-License-Identifier: EUPL-1.2
/// The faces of the screen, measured by what the eye sees: the height of a capital H in pixels.
#pragma once

#include <string>
#include <vector>

struct ImFont;

namespace sveiki::platform {

/// No face is larger: ImGui's FreeType builder has buffers of 256 KiB, and the widest letter with
/// an accent (Ŵ) would write past their end soon after.
inline constexpr float kLargestCapital = 176;

struct FaceSpec {
  float capital_px = 12;  ///< height of H on the screen; above kLargestCapital means that
  bool bold = false;
  /// UTF-8: the letters this face needs, besides what is needed to cut a word short; empty: all of
  /// European Latin with the catalogues' punctuation (what a name in a configuration may need).
  std::string only;
};

/// Bakes one atlas with these faces (Andika, through FreeType) into the current ImGui context,
/// replacing what was there, and uploads it: between frames only. The answer has one font per spec,
/// in order, valid until the next call. Needs a current GL context. Throws std::runtime_error if
/// Andika is missing.
std::vector<ImFont*> bake_fonts(const std::vector<FaceSpec>& faces);

/// Pixels from the top of a line of this font to the top of its capital H, and H's height.
struct CapitalMetrics {
  float top = 0;
  float height = 0;
};
CapitalMetrics capital_metrics(const ImFont& font);

}  // namespace sveiki::platform
