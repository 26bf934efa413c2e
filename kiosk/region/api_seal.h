// SPDX-License-Identifier: EUPL-1.2
/// Who sent it: a request is looked into only when its size, its device and its signature are
/// right.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "region/http.h"
#include "region/storages.h"

namespace sveiki::region {

struct Sealed {
  Device device;
  sync::Signature signature;
  std::string body;  ///< not gzipped
};

/// The request's sender and what it signed; or the refusal: 400, 401, 403 or 413. `what` is
/// the fixed method and path.
std::variant<Sealed, Response> open_seal(Storages& storages, const Request& request,
                                         std::string_view what);

}  // namespace sveiki::region
