// SPDX-License-Identifier: EUPL-1.2
/// The pages of a region with a year behind it, and a browser to look at them: cookies are kept,
/// forms are sent as the page has them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "region/pages/a_year.h"
#include "region/pages/pages.h"
#include "support/temporary_dir.h"

namespace sveiki::test {

class Office {
 public:
  explicit Office(bool tls = false);

  region::Storage& storage() { return storage_; }
  const AYear& year() const { return year_; }
  /// As a collector that starts anew, or another one on the same database.
  void restart();
  /// As somebody who has the database's file.
  void touch(std::string_view sql) { region::open_database(dir_.path(), "")->query(sql); }
  void wait(Millis time) { now_ = now_ + time; }
  Instant now() const { return now_; }
  bool tls() const { return tls_; }
  /// "coordinator", "partner" (of Auce), "auditor"; the password is the same for all.
  static const std::string kPassword;

  region::Response answer(const region::Request& request) { return pages_(request); }

 private:
  bool tls_;
  TemporaryDir dir_;
  Instant now_;
  region::Storages storages_;
  region::Storage storage_;
  AYear year_;
  region::Handler pages_;
};

class Browser {
 public:
  explicit Browser(Office& office, std::string address = "192.0.2.7")
      : office_(office), address_(std::move(address)) {}

  using Form = std::map<std::string, std::string>;
  region::Response get(const std::string& target);
  /// With the token of the page that was got last, unless the form brings its own.
  region::Response post(const std::string& path, Form form);
  region::Response log_in(const std::string& login, const std::string& password);
  Browser& as(const std::string& login);

  /// Sent with every request; empty: not sent.
  std::map<std::string, std::string> headers;
  std::map<std::string, std::string> cookies;
  const std::string& token() const { return token_; }

 private:
  region::Response send(region::Request request);

  Office& office_;
  std::string address_, token_;
};

/// The paths of all links and forms of a page, without what stands after '?'.
std::vector<std::string> links(const std::string& html);
/// What a person sees of it: without tags, entities read, one space between words.
std::string text_of(const std::string& html);

}  // namespace sveiki::test
