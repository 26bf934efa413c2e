// SPDX-License-Identifier: EUPL-1.2
/// Every page and form there is, and who may open it. One table, so that a test can walk all.
#pragma once

#include <span>
#include <string_view>

#include "region/pages/view.h"

namespace sveiki::region::pages {

struct Route {
  std::string_view method;                ///< "GET" or "POST"
  std::string_view path;                  ///< "*" at the end: whatever id stands there
  bool partner = false, auditor = false;  ///< a coordinator opens everything
  Response (*answer)(const View& view) = nullptr;
};
std::span<const Route> routes();
/// Nothing: there is no such page. `id` becomes what stands for the star.
const Route* route_of(std::string_view method, std::string_view path, std::string& id);

/// A page of ours that may stand in an address: nothing of it needs escaping.
bool is_own_path(std::string_view path);

bool may_open(const Route& route, User::Role role);

// The pages. A file each.
Response overview(const View& view);
Response centre(const View& view);
Response month(const View& view);
Response activities(const View& view);
Response indicators(const View& view);
Response health(const View& view);
Response exports(const View& view);
Response export_file(const View& view);
Response report_file(const View& view);
Response submissions(const View& view);
Response submit(const View& view);
Response submission_file(const View& view);
Response enter_month(const View& view);
Response keep_month(const View& view);
Response devices(const View& view);
Response revoke_device(const View& view);
Response users(const View& view);
Response change_user(const View& view);
Response audit(const View& view);
Response account(const View& view);
Response change_password(const View& view);

}  // namespace sveiki::region::pages
