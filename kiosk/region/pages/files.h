// SPDX-License-Identifier: EUPL-1.2
/// Styles, scripts and the icon: a handful of files, read once, served from memory.
#pragma once

#include <filesystem>
#include <map>

#include "region/http.h"

namespace sveiki::region::pages {

class Files {
 public:
  /// Throws std::runtime_error if there are none.
  explicit Files(const std::filesystem::path& dir);
  /// "/static/NAME"; 304 where the browser has it already.
  Response answer(const Request& request) const;

 private:
  struct File {
    std::string type, bytes, tag;
  };
  std::map<std::string, File> files_;
};

}  // namespace sveiki::region::pages
