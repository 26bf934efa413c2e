// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/office.h"

#include <regex>

#include "region/passwords.h"

namespace sveiki::test {
namespace {

using region::Request;
using region::Response;

/// One hash for all, made once: it takes its time on purpose.
const std::string& hash() {
  static const std::string hash = region::hash_password(Office::kPassword);
  return hash;
}

std::string encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte)) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

}  // namespace

const std::string Office::kPassword = "long enough for all";

Office::Office(bool tls)
    : tls_(tls),
      now_(instant_of(CivilDay(2026, 11, 18), 10 * 60, "Europe/Riga")),
      storages_([this] {
        return std::make_unique<region::Storage>(region::open_database(dir_.path(), ""));
      }),
      storage_(region::open_database(dir_.path(), "")),
      year_(make_a_year(storage_, now_)),
      pages_(region::make_pages(storages_, SVEIKI_SHARE_DIR)) {
  using Role = region::User::Role;
  const auto add = [&](const std::string& login, Role role, const std::string& organisation) {
    storage_.add_user({{}, login, role, organisation, hash(), false}, "command line", now_);
  };
  add("coordinator", Role::kCoordinator, "");
  add("partner", Role::kPartner, year_.auce_town);
  add("auditor", Role::kAuditor, "");
}

void Office::restart() {
  pages_ = region::make_pages(storages_, SVEIKI_SHARE_DIR);
}

Response Browser::send(Request request) {
  request.address = address_;
  request.at = office_.now();
  request.tls = office_.tls();
  request.headers["host"] = "region.example";
  for (const auto& [name, value] : headers) request.headers[name] = value;
  std::string jar;
  for (const auto& [name, value] : cookies) jar += name + '=' + value + "; ";
  request.headers["cookie"] = jar;
  Response response = office_.answer(request);
  if (const auto set = response.headers.find("Set-Cookie"); set != response.headers.end()) {
    const auto equals = set->second.find('='), end = set->second.find(';');
    cookies[set->second.substr(0, equals)] = set->second.substr(equals + 1, end - equals - 1);
  }
  static const std::regex token{"name=\"form\" value=\"([0-9a-f]+)\""};
  if (std::smatch found; std::regex_search(response.body, found, token)) token_ = found[1];
  return response;
}

Response Browser::get(const std::string& target) {
  Request request;
  request.method = "GET";
  request.path = target.substr(0, target.find('?'));
  static const std::regex pair{"[?&]([a-z]+)=([^&]*)"};
  for (std::sregex_iterator it{target.begin(), target.end(), pair}; it != std::sregex_iterator{};
       ++it)
    request.query[(*it)[1]] = (*it)[2];
  return send(request);
}

Response Browser::post(const std::string& path, Form form) {
  form.emplace("form", token_);
  Request request;
  request.method = "POST";
  request.path = path;
  request.headers["content-type"] = "application/x-www-form-urlencoded";
  for (const auto& [name, value] : form)
    request.body += (request.body.empty() ? "" : "&") + encoded(name) + '=' + encoded(value);
  return send(request);
}

Response Browser::log_in(const std::string& login, const std::string& password) {
  get("/login");
  return post("/login", {{"login", login}, {"password", password}});
}

Browser& Browser::as(const std::string& login) {
  if (log_in(login, Office::kPassword).status != 303)
    throw std::runtime_error(login + " is not let in");
  get("/account");
  return *this;
}

std::vector<std::string> links(const std::string& html) {
  static const std::regex link{"(?:href|action)=\"([^\"?#]+)"};
  std::vector<std::string> found;
  for (std::sregex_iterator it{html.begin(), html.end(), link}; it != std::sregex_iterator{}; ++it)
    found.push_back((*it)[1]);
  return found;
}

std::string text_of(const std::string& html) {
  std::string text;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag) text += c;
    if (c == '>') {
      in_tag = false;
      text += ' ';
    }
  }
  text = std::regex_replace(text, std::regex{"&quot;"}, "\"");
  return std::regex_replace(text, std::regex{"[ \n]+"}, " ");
}

}  // namespace sveiki::test
