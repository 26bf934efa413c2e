// SPDX-License-Identifier: EUPL-1.2
/// Pictograms as textures at the exact size they are drawn at: decoded from the PNGs that the
/// build made out of assets/pictograms/*.svg, scaled down, kept in one atlas.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace sveiki::platform {

/// A square part of a texture. `texture` is what ImGui's draw list takes (ImTextureID).
struct Picture {
  void* texture = nullptr;
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
  bool missing = false;   ///< the name is not known: this is the fallback, a plain ring
  bool tintable = false;  ///< a line icon in white, to be drawn in the ink's colour
};

class Pictograms {
 public:
  /// `dir` holds NAME.png (colour) and icon-NAME.png (line icons, tintable), and in small/ the same
  /// in half the size.
  explicit Pictograms(std::filesystem::path dir);
  ~Pictograms();

  /// The picture of `name` for a square of `px` pixels. Loads on first use, in 1 to 5 ms (ask for
  /// the next screen's while idle); needs the GL context. A missing name answers the fallback:
  /// never throws for it.
  Picture get(std::string_view name, int px);

  /// Forgets all pictures if they have become many (a day of signs). True if it did: pictures got
  /// before are gone, and the next frame must be drawn whole.
  bool forget_if_many();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sveiki::platform
