// SPDX-License-Identifier: EUPL-1.2
/// The coordinator's pages: who asks is known by a session cookie, what is asked by the table of
/// routes; every form carries a token and comes from our own pages.
#pragma once

#include <filesystem>

#include "region/http.h"
#include "region/storages.h"

namespace sveiki::region {

/// Answers everything that the API does not, and GET /v1/report to who is logged in. In `share`,
/// share/sveiki, `region` has the styles and `locale/region` the words; throws std::runtime_error
/// where a file of it is missing.
Handler make_pages(Storages& storages, const std::filesystem::path& share);

}  // namespace sveiki::region
