// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/browser.h"

#include <algorithm>

#include "region/pages/words.h"

namespace sveiki::region::pages {
namespace {

constexpr std::string_view kLanguageCookie = "language";

std::string_view header(const Request& request, const std::string& name) {
  const auto found = request.headers.find(name);
  return found == request.headers.end() ? std::string_view{} : found->second;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// Cuts off and returns what stands before the next `mark`.
std::string_view next(std::string_view& rest, char mark) {
  const auto end = rest.find(mark);
  const std::string_view part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return part;
}

int digit(char c) {
  if ('0' <= c && c <= '9') return c - '0';
  if ('a' <= c && c <= 'f') return c - 'a' + 10;
  if ('A' <= c && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    if (escape) {
      plain += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      plain += text[i] == '+' ? ' ' : text[i];
    }
  }
  return plain;
}

}  // namespace

std::string cookie(const Request& request, std::string_view name) {
  std::string_view rest = header(request, "cookie");
  while (!rest.empty()) {
    std::string_view value = trimmed(next(rest, ';'));
    if (next(value, '=') == name) return std::string{value};
  }
  return {};
}

void set_cookie(Response& response, std::string_view name, std::string_view value,
                std::optional<std::chrono::seconds> age, bool tls) {
  std::string text = std::string{name} + '=' + std::string{value};
  text += "; Path=/; HttpOnly; SameSite=Strict";
  if (age) text += "; Max-Age=" + std::to_string(age->count());
  if (tls) text += "; Secure";
  response.headers["Set-Cookie"] = text;
}

std::optional<std::string_view> language_named(std::string_view name) {
  const auto found = std::ranges::find(kLanguages, name);
  if (found == kLanguages.end()) return std::nullopt;
  return *found;
}

std::string_view language_of(const Request& request) {
  if (const auto chosen = language_named(cookie(request, kLanguageCookie))) return *chosen;
  // Browsers send their languages in order; weights are not read.
  std::string_view rest = header(request, "accept-language");
  while (!rest.empty()) {
    std::string_view each = trimmed(next(rest, ','));
    each = next(each, ';');
    if (const auto spoken = language_named(next(each, '-'))) return *spoken;
  }
  return kLanguages.front();
}

std::map<std::string, std::string> read_form(const Request& request) {
  std::map<std::string, std::string> form;
  std::string_view type = header(request, "content-type");
  if (trimmed(next(type, ';')) != "application/x-www-form-urlencoded" ||
      !header(request, "content-encoding").empty())
    return form;
  std::string_view rest = request.body;
  while (!rest.empty()) {
    std::string_view value = next(rest, '&');
    const std::string name = decoded(next(value, '='));
    form.emplace(name, decoded(value));
  }
  return form;
}

bool from_our_pages(const Request& request) {
  const std::string_view site = header(request, "sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  const std::string_view origin = header(request, "origin");
  if (origin.empty()) return true;  // an old browser: the form's token stands alone
  const std::string host{header(request, "host")};
  return !host.empty() && (origin == "https://" + host || origin == "http://" + host);
}

}  // namespace sveiki::region::pages
