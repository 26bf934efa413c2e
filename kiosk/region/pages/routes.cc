// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/routes.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace sveiki::region::pages {
namespace {

//                                partner auditor
constexpr std::array kRoutes{
    Route{"GET", "/", true, true, overview},
    Route{"GET", "/centres/*", true, true, centre},
    Route{"GET", "/months/enter", true, false, enter_month},
    Route{"POST", "/months/enter", true, false, keep_month},
    Route{"GET", "/months/*", true, true, month},
    Route{"GET", "/activities", true, true, activities},
    Route{"GET", "/indicators", true, true, indicators},
    Route{"GET", "/health", true, true, health},
    Route{"GET", "/exports", true, true, exports},
    Route{"POST", "/exports", true, true, export_file},
    Route{"GET", "/v1/report", true, true, report_file},
    Route{"GET", "/submissions", false, true, submissions},
    Route{"POST", "/submissions", false, false, submit},
    Route{"GET", "/submissions/*", false, true, submission_file},
    Route{"GET", "/devices", false, false, devices},
    Route{"POST", "/devices", false, false, revoke_device},
    Route{"GET", "/users", false, false, users},
    Route{"POST", "/users", false, false, change_user},
    Route{"GET", "/audit", false, true, audit},
    Route{"GET", "/account", true, true, account},
    Route{"POST", "/account", true, true, change_password},
};

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

const Route* route_of(std::string_view method, std::string_view path, std::string& id) {
  if (method == "HEAD") method = "GET";
  for (const Route& route : kRoutes) {
    if (route.method != method) continue;
    if (!route.path.ends_with('*')) {
      if (route.path == path) return &route;
      continue;
    }
    const std::string_view stem = route.path.substr(0, route.path.size() - 1);
    if (!path.starts_with(stem) || path.size() == stem.size()) continue;
    const std::string_view rest = path.substr(stem.size());
    if (rest.find('/') != std::string_view::npos) continue;
    id = rest;
    return &route;
  }
  return nullptr;
}

bool is_own_path(std::string_view path) {
  std::string id;
  return route_of("GET", path, id) != nullptr && std::ranges::all_of(id, [](unsigned char c) {
           return std::isalnum(c) || c == '_' || c == '-';
         });
}

bool may_open(const Route& route, User::Role role) {
  if (role == User::Role::kPartner) return route.partner;
  if (role == User::Role::kAuditor) return route.auditor;
  return true;
}

}  // namespace sveiki::region::pages
