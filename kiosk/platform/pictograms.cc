// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictograms.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

#include "platform/gl.h"
#include "platform/png.h"

namespace sveiki::platform {
namespace {

constexpr int kPage = 1024;  // 4 MB of RGBA, and larger than any pictogram
constexpr int kGap = 1;      // or the neighbours' edges would bleed in
constexpr int kLargest = kPage - kGap;
constexpr std::size_t kManyPages = 3;  // 12 MB

struct Shelf {
  int y = 0;
  int height = 0;
  int used = 0;
};

/// One texture, filled in rows of squares of about one size.
struct Page {
  GLuint texture = 0;
  std::vector<Shelf> shelves;
  int used = 0;

  Page() {
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, kPage, kPage, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  }

  /// Room for a square of `side`, gap included; nothing when the page is full.
  Shelf* shelf_for(int side) {
    const auto fits = [side](const Shelf& s) {
      return s.height >= side && s.height <= side + side / 4 && s.used + side <= kPage;
    };
    const auto found = std::find_if(shelves.begin(), shelves.end(), fits);
    if (found != shelves.end()) return &*found;
    if (used + side > kPage) return nullptr;
    shelves.push_back({used, side, 0});
    used += side;
    return &shelves.back();
  }
};

/// In the half-size masters a small picture is found as sharp and four times as fast.
constexpr int kSmall = 128;

/// The master's pixels that lie under one pixel, and how much of each.
struct Span {
  float from, to;
  int first, end;
  float covers(int at) const {
    return std::min(to, static_cast<float>(at + 1)) - std::max(from, static_cast<float>(at));
  }
};

Span span(int pixel, float scale, int size) {
  const float from = static_cast<float>(pixel) * scale;
  const float to = from + scale;
  return {from, to, static_cast<int>(from), std::min(size, static_cast<int>(std::ceil(to)))};
}

/// The mean colour of the part of the master under each pixel, each weighed by its alpha.
Pixels scaled_down(const Pixels& master, int px) {
  Pixels small{px, px, {}};
  small.rgba.reserve(static_cast<std::size_t>(px) * static_cast<std::size_t>(px) * 4);
  const float scale_x = static_cast<float>(master.width) / static_cast<float>(px);
  const float scale_y = static_cast<float>(master.height) / static_cast<float>(px);
  for (int y = 0; y < px; ++y) {
    const Span rows = span(y, scale_y, master.height);
    for (int x = 0; x < px; ++x) {
      const Span columns = span(x, scale_x, master.width);
      float sum[4] = {};
      for (int v = rows.first; v < rows.end; ++v) {
        const auto* in =
            &master.rgba[4 * (static_cast<std::size_t>(v) * static_cast<std::size_t>(master.width) +
                              static_cast<std::size_t>(columns.first))];
        for (int u = columns.first; u < columns.end; ++u, in += 4) {
          if (in[3] == 0) continue;
          const float weight = rows.covers(v) * columns.covers(u) * static_cast<float>(in[3]);
          for (int c = 0; c < 3; ++c) sum[c] += weight * static_cast<float>(in[c]);
          sum[3] += weight;
        }
      }
      const float alpha = sum[3] > 0 ? sum[3] : 1;
      for (int c = 0; c < 3; ++c)
        small.rgba.push_back(static_cast<std::uint8_t>(sum[c] / alpha + 0.5F));
      small.rgba.push_back(static_cast<std::uint8_t>(sum[3] / (scale_x * scale_y) + 0.5F));
    }
  }
  return small;
}

/// What is shown for a name nobody knows: a plain ring, white to be tinted.
Pixels ring(int px) {
  Pixels picture{px, px, {}};
  const double radius = px * 0.36;
  const double half_line = px * 0.04;
  for (int y = 0; y < px; ++y) {
    for (int x = 0; x < px; ++x) {
      const double from_line =
          std::abs(std::hypot(x + 0.5 - px / 2.0, y + 0.5 - px / 2.0) - radius);
      const double ink = std::clamp(half_line - from_line + 0.5, 0.0, 1.0);
      picture.rgba.insert(picture.rgba.end(),
                          {255, 255, 255, static_cast<std::uint8_t>(std::lround(ink * 255))});
    }
  }
  return picture;
}

}  // namespace

struct Pictograms::Parts {
  std::filesystem::path dir;
  std::map<std::pair<std::string, int>, Picture> known;
  std::vector<Page> pages;

  void clear() {
    for (const Page& page : pages) glDeleteTextures(1, &page.texture);
    pages.clear();
    known.clear();
  }

  Picture place(const Pixels& pixels) {
    const int side = pixels.width + kGap;
    Shelf* shelf = pages.empty() ? nullptr : pages.back().shelf_for(side);
    if (!shelf) shelf = pages.emplace_back().shelf_for(side);
    const int x = std::exchange(shelf->used, shelf->used + side);
    glBindTexture(GL_TEXTURE_2D, pages.back().texture);
    glTexSubImage2D(GL_TEXTURE_2D, 0, x, shelf->y, pixels.width, pixels.height, GL_RGBA,
                    GL_UNSIGNED_BYTE, pixels.rgba.data());
    const auto share = [](int at) { return static_cast<float>(at) / kPage; };
    return {image_of(pages.back().texture), share(x), share(shelf->y), share(x + pixels.width),
            share(shelf->y + pixels.height)};
  }

  Picture load(const std::string& name, int px) {
    const auto file = dir / (px > kSmall ? "" : "small") / (name + ".png");
    if (name.empty() || !std::filesystem::exists(file)) {
      Picture picture = place(ring(px));
      picture.missing = picture.tintable = true;
      return picture;
    }
    const Pixels master = read_png(file);
    Picture picture = place(px < master.width ? scaled_down(master, px) : master);
    picture.tintable = name.starts_with("icon-");
    return picture;
  }
};

Pictograms::Pictograms(std::filesystem::path dir) : parts_(std::make_unique<Parts>()) {
  parts_->dir = std::move(dir);
}

Pictograms::~Pictograms() {
  parts_->clear();
}

bool Pictograms::forget_if_many() {
  if (parts_->pages.size() <= kManyPages) return false;
  parts_->clear();
  return true;
}

Picture Pictograms::get(std::string_view name, int px) {
  px = std::clamp(px, 1, kLargest);
  const auto [entry, is_new] = parts_->known.try_emplace({std::string(name), px});
  if (is_new) entry->second = parts_->load(entry->first.first, px);
  return entry->second;
}

}  // namespace sveiki::platform
