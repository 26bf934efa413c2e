// SPDX-License-Identifier: EUPL-1.2
/// Markup that is escaped by construction: text becomes Html only through the escaping constructor,
/// tags and attributes only through `tag`, and their names are literals. There is no way to put in
/// markup as it is.
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace sveiki::region::pages {

/// A name of a tag or an attribute: known when the program is compiled.
class MarkupName {
 public:
  consteval MarkupName(const char* name) : name_(name) {}
  constexpr std::string_view text() const { return name_; }

 private:
  std::string_view name_;
};

/// `name="value"`, escaped; a bool gives the bare name or nothing at all.
struct Attribute {
  Attribute(MarkupName n, std::string_view v) : name(n), value(v) {}
  Attribute(MarkupName n, const char* v) : name(n), value(v) {}
  Attribute(MarkupName n, const std::string& v) : name(n), value(v) {}
  Attribute(MarkupName n, std::string_view v, bool there) : name(n), value(v), present(there) {}
  Attribute(MarkupName n, std::integral auto v) : name(n), value(std::to_string(v)) {}
  Attribute(MarkupName n, bool there) : name(n), bare(true), present(there) {}
  MarkupName name;
  std::string value;
  bool bare = false, present = true;
};
using Attributes = std::initializer_list<Attribute>;

class Inside;

class Html {
 public:
  Html() = default;
  Html(std::string_view text);
  Html(const char* text) : Html(std::string_view{text}) {}
  Html(const std::string& text) : Html(std::string_view{text}) {}
  Html& operator+=(const Html& more) {
    bytes_ += more.bytes_;
    return *this;
  }
  bool empty() const { return bytes_.empty(); }
  const std::string& bytes() const { return bytes_; }
  std::string take_bytes() && { return std::move(bytes_); }

 private:
  friend Html tag(MarkupName name, Attributes attributes, std::initializer_list<Inside> inside);
  friend Html document(const std::string& language, const Html& head, const Html& body);
  std::string bytes_;
};

/// What stands in a tag: markup as it is, or text. Only looks at it: pages are megabytes, and every
/// tag around them would copy them.
class Inside {
 public:
  Inside(const Html& html) : bytes_(html.bytes()), text_(false) {}
  Inside(std::string_view text) : bytes_(text), text_(true) {}
  Inside(const char* text) : Inside(std::string_view{text}) {}
  Inside(const std::string& text) : Inside(std::string_view{text}) {}

 private:
  friend Html tag(MarkupName name, Attributes attributes, std::initializer_list<Inside> inside);
  std::string_view bytes_;
  bool text_;
};

/// `<name attributes>inside</name>`; void elements (input, meta, …) have no inside and no end.
Html tag(MarkupName name, Attributes attributes, std::initializer_list<Inside> inside);

template <class... All>
Html tag(MarkupName name, Attributes attributes, const All&... inside) {
  return tag(name, attributes, std::initializer_list<Inside>{Inside(inside)...});
}
template <class... All>
Html tag(MarkupName name, const All&... inside) {
  return tag(name, Attributes{}, std::initializer_list<Inside>{Inside(inside)...});
}

/// A whole page.
Html document(const std::string& language, const Html& head, const Html& body);

}  // namespace sveiki::region::pages
