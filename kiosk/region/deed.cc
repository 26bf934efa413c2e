// SPDX-License-Identifier: EUPL-1.2
#include "region/deed.h"

namespace sveiki::region {

std::string in_english(const Deed& deed) {
  return fill(deed.sentence, deed.gaps);
}

std::string fill(std::string_view sentence, const std::map<std::string, std::string>& gaps) {
  std::string filled;
  for (auto open = sentence.find('{'); open != sentence.npos; open = sentence.find('{')) {
    filled += sentence.substr(0, open);
    sentence.remove_prefix(open);
    const auto length = sentence.find('}');
    const auto gap = length == sentence.npos
                         ? gaps.end()
                         : gaps.find(std::string{sentence.substr(1, length - 1)});
    const bool known = gap != gaps.end();
    filled += known ? gap->second : "{";
    sentence.remove_prefix(known ? length + 1 : 1);
  }
  return filled += sentence;
}

}  // namespace sveiki::region
