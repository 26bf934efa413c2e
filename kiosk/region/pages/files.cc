// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/files.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "region/secrets.h"

namespace sveiki::region::pages {
namespace {

std::string type_of(const std::filesystem::path& file) {
  if (file.extension() == ".css") return "text/css; charset=utf-8";
  if (file.extension() == ".js") return "text/javascript; charset=utf-8";
  if (file.extension() == ".svg") return "image/svg+xml";
  return "text/plain; charset=utf-8";
}

}  // namespace

Files::Files(const std::filesystem::path& dir) {
  if (!std::filesystem::is_directory(dir))
    throw std::runtime_error(dir.string() + ": the styles of the pages are missing");
  for (const auto& entry : std::filesystem::directory_iterator(dir)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    files_[entry.path().filename().string()] = {type_of(entry.path()), bytes,
                                                '"' + fingerprint(bytes).substr(0, 16) + '"'};
  }
}

Response Files::answer(const Request& request) const {
  const auto found = files_.find(request.path.substr(std::string_view{"/static/"}.size()));
  if (found == files_.end()) return {404, "text/plain; charset=utf-8", "Not found.\n", {}};
  const File& file = found->second;
  Response response{200, file.type, file.bytes, {}};
  response.headers = {{"Cache-Control", "no-cache"}, {"ETag", file.tag}};
  const auto held = request.headers.find("if-none-match");
  if (held != request.headers.end() && held->second == file.tag) {
    response.status = 304;
    response.body.clear();
  }
  return response;
}

}  // namespace sveiki::region::pages
