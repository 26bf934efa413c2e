// SPDX-License-Identifier: EUPL-1.2
/// The coordinator's pages: who asks is known by a session cookie, what is asked by the table of
/// routes; every form carries a token and comes from our own pages.
#pragma once

#include <filesystem>

#include "region/http.h"
#include "region/storages.h"

namespace sveiki::region {

struct PagesOptions {
  std::filesystem::path
      share;         ///< share/sveiki: `region` has the styles, `locale/region` the words
  bool tls = false;  ///< cookies go over TLS only
};

/// Answers everything but /v1, /healthz and /metrics. Throws std::runtime_error where a file of
/// `share` is missing.
Handler make_pages(Storages& storages, const PagesOptions& options);

}  // namespace sveiki::region
