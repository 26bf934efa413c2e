// SPDX-License-Identifier: EUPL-1.2
#include "region/names.h"

#include <algorithm>

#include "report/utf8.h"

namespace sveiki::region {

bool is_name(std::string_view name, std::size_t most) {
  return name.find_first_not_of(' ') != name.npos && !report::first_not_utf8(name) &&
         report::characters(name) <= most &&
         std::ranges::none_of(name, [](unsigned char c) { return c < ' ' || c == 0x7f; });
}

}  // namespace sveiki::region
