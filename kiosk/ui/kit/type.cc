// SPDX-License-Identifier: EUPL-1.2
#include "ui/kit/type.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cfloat>

#include "platform/fonts.h"

namespace sveiki::ui {
namespace {

/// From base line to base line, in capital heights: room for a caron above and a cedilla below.
constexpr float kAdvance = 1.85F;

/// How far the small face may shrink. Below the last, text is too small to be worth showing: it
/// counts as not fitting.
constexpr std::array kSmallerScales{0.9F, 0.8F, 0.7F, 0.6F};

/// Titles are ours, in the languages of the catalogues; they need no more than this. At these sizes
/// every letter counts: a full range would take tens of megabytes.
constexpr const char* kLettersOfTitles =
    " !\"',-.0123456789:;?()–„“”"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "ĀČĒĢĪĶĻŅŠŪŽāčēģīķļņšūž"
    "ĄĘĖĮŲąęėįų";

std::size_t index(Face face) {
  return static_cast<std::size_t>(face);
}

}  // namespace

float capital_mm(Face face, int text_percent) {
  static constexpr float kMillimetres[kFaces.size()][3] = {
      {27.0F, 25.0F, 23.0F},  // display
      {14.5F, 16.5F, 18.5F},  // title
      {9.2F, 12.0F, 15.0F},   // card
      {7.0F, 10.5F, 14.0F},   // text
      {6.2F, 9.3F, 12.4F},    // small
  };
  const std::size_t size = text_percent >= 200 ? 2 : text_percent >= 150 ? 1 : 0;
  return kMillimetres[index(face)][size];
}

void Type::set(float px_per_mm, int text_percent) {
  if (px_per_mm == px_per_mm_ && text_percent == text_percent_) return;
  std::vector<platform::FaceSpec> specs;
  for (const Face face : kFaces) {
    const bool big = face == Face::kDisplay || face == Face::kTitle;
    specs.push_back({.capital_px = capital_mm(face, text_percent) * px_per_mm,
                     .bold = big || face == Face::kCard,
                     .only = big ? kLettersOfTitles : ""});
  }
  const auto fonts = platform::bake_fonts(specs);
  std::ranges::copy(fonts, fonts_.begin());
  px_per_mm_ = px_per_mm;
  text_percent_ = text_percent;
}

float Type::width(std::string_view text, Face face) const {
  const ImFont* f = font(face);
  return f->CalcTextSizeA(f->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float Type::capital_px(Face face) const {
  return platform::capital_metrics(*font(face)).height;
}

float Type::capital_top(Face face) const {
  return platform::capital_metrics(*font(face)).top;
}

Fitted Type::break_lines(std::string_view text, Face face, float scale, float width) const {
  Fitted fitted;
  fitted.face = face;
  fitted.scale = scale;
  fitted.capital = capital_px(face) * scale;
  fitted.advance = fitted.capital * kAdvance;
  const auto measure = [&](std::string_view line) { return this->width(line, face) * scale; };
  std::size_t begin = 0;
  while (begin <= text.size()) {
    std::size_t end = text.find(' ', begin);
    if (end == std::string_view::npos) end = text.size();
    // Take further words while they fit. There is no kerning: widths add up.
    float taken = measure(text.substr(begin, end - begin));
    while (end < text.size()) {
      std::size_t next = text.find(' ', end + 1);
      if (next == std::string_view::npos) next = text.size();
      taken += measure(text.substr(end, next - end));
      if (taken > width) break;
      end = next;
    }
    const std::string_view line = text.substr(begin, end - begin);
    fitted.lines.push_back(line);
    fitted.width = std::max(fitted.width, measure(line));
    begin = end + 1;
  }
  fitted.height = fitted.capital + fitted.advance * static_cast<float>(fitted.lines.size() - 1);
  return fitted;
}

Fitted Type::balanced(std::string_view text, Fitted fitted) const {
  while (fitted.lines.size() > 1) {
    // Too narrow for the longest line by a hair: its last word moves down.
    Fitted narrower = break_lines(text, fitted.face, fitted.scale, fitted.width - 0.5F);
    if (narrower.lines.size() > fitted.lines.size() || narrower.width >= fitted.width) break;
    fitted = std::move(narrower);
  }
  return fitted;
}

Fitted Type::fit(std::string_view text, Face first, float width, float height) const {
  const auto whole = [&](const Fitted& f) { return f.width <= width && f.height <= height; };
  float smallest_tried = FLT_MAX;
  for (const Face face : kFaces) {
    // At large text the faces come near to each other: only go down, never up.
    if (index(face) < index(first) || capital_px(face) >= smallest_tried) continue;
    smallest_tried = capital_px(face);
    Fitted fitted = break_lines(text, face, 1, width);
    if (whole(fitted)) return balanced(text, std::move(fitted));
  }
  Fitted fitted;
  for (const float scale : kSmallerScales) {
    fitted = break_lines(text, Face::kSmall, scale, width);
    if (whole(fitted)) return balanced(text, std::move(fitted));
  }
  fitted.fits = false;
  return fitted;
}

Face Type::common_face(std::span<const std::string> texts, Face first, float width,
                       float height) const {
  Face face = first;
  for (const std::string& text : texts) face = std::max(face, fit(text, face, width, height).face);
  return face;
}

}  // namespace sveiki::ui
