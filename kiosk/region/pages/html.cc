// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/html.h"

#include <algorithm>
#include <array>

namespace sveiki::region::pages {
namespace {

constexpr std::array<std::string_view, 6> kVoid{"br", "hr", "img", "input", "link", "meta"};

void append_escaped(std::string& to, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        to += "&amp;";
        break;
      case '<':
        to += "&lt;";
        break;
      case '>':
        to += "&gt;";
        break;
      case '"':
        to += "&quot;";
        break;
      case '\'':
        to += "&#39;";
        break;
      default:
        to += c;
    }
  }
}

}  // namespace

Html::Html(std::string_view text) {
  append_escaped(bytes_, text);
}

Html tag(MarkupName name, Attributes attributes, std::initializer_list<Inside> inside) {
  Html html;
  std::string& out = html.bytes_;
  out += '<';
  out += name.text();
  for (const Attribute& attribute : attributes) {
    if (!attribute.present) continue;
    out += ' ';
    out += attribute.name.text();
    if (attribute.bare) continue;
    out += "=\"";
    append_escaped(out, attribute.value);
    out += '"';
  }
  out += '>';
  if (std::ranges::find(kVoid, name.text()) != kVoid.end()) return html;
  std::size_t room = out.size() + name.text().size() + 3;
  for (const Inside& part : inside) room += part.bytes_.size();
  out.reserve(room);
  for (const Inside& part : inside) {
    if (part.text_)
      append_escaped(out, part.bytes_);
    else
      out += part.bytes_;
  }
  out += "</";
  out += name.text();
  out += '>';
  return html;
}

Html document(const std::string& language, const Html& head, const Html& body) {
  Html html;
  html.bytes_ = "<!DOCTYPE html>\n";
  html += tag("html", {{"lang", language}}, head, body);
  return html;
}

}  // namespace sveiki::region::pages
