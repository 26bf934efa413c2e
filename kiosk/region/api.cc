// SPDX-License-Identifier: EUPL-1.2
#include "region/api.h"

#include <algorithm>
#include <array>

#include "region/api_seal.h"
#include "sync/gzip.h"
#include "sync/ids.h"

namespace sveiki::region {
namespace {

Response json(std::string body) {
  return {200, "application/json", std::move(body), {}};
}

Response refuse(const sync::Problem& wrong) {
  return problem(wrong.status, wrong.detail, wrong.pointer);
}

/// A quarter of an hour; up to an hour when many are here at once, so that the fleet spreads.
int next_s(const Load& load) {
  constexpr int kPace = 900, kMany = 256;
  return kPace + 3 * kPace * std::clamp(load.in_flight.load(), 0, kMany) / kMany;
}

/// What a device signed, read.
template <class Message>
struct Signed {
  Message message;
  sync::Signature signature;
  std::string body;
};

/// Of a device that may speak for the centre; or why it is not taken.
template <class Message>
std::variant<Signed<Message>, Response> read_signed(
    Storages& storages, const Request& request,
    std::variant<Message, sync::Problem> (*read)(std::string_view)) {
  auto sealed = open_seal(storages, request, "POST " + request.path);
  if (auto* refused = std::get_if<Response>(&sealed)) return std::move(*refused);
  auto& [device, signature, body] = std::get<Sealed>(sealed);
  auto came = read(body);
  if (const auto* wrong = std::get_if<sync::Problem>(&came)) return refuse(*wrong);
  Message& message = std::get<Message>(came);
  if (message.device != device.id || message.centre != device.centre)
    return problem(403, "The device is of another centre.");
  return Signed<Message>{std::move(message), signature, std::move(body)};
}

class Api {
 public:
  Api(const ApiParts& parts, Handler pages) : parts_(parts), pages_(std::move(pages)) {}
  Response answer(const Request& request);

 private:
  struct Route {
    std::string_view method;
    std::string_view path;  ///< "{id}" stands for one step of it
    Response (Api::*answer)(const Request&);
  };
  static const std::array<Route, 8> kRoutes;

  Response take_sheets(const Request& request);
  Response enrol(const Request& request);
  Response catalogue(const Request& request);
  Response withdraw(const Request& request);
  Response note_gaps(const Request& request);
  Response index(const Request& request);
  Response health(const Request& request);
  Response metrics(const Request& request);

  ApiParts parts_;
  Handler pages_;
};

const std::array<Api::Route, 8> Api::kRoutes{{{"POST", "/v1/sheets", &Api::take_sheets},
                                              {"POST", "/v1/enrol", &Api::enrol},
                                              {"GET", "/v1/catalogue", &Api::catalogue},
                                              {"POST", "/v1/withdraw", &Api::withdraw},
                                              {"POST", "/v1/gaps", &Api::note_gaps},
                                              {"GET", "/v1/centres/{id}/index", &Api::index},
                                              {"GET", "/healthz", &Api::health},
                                              {"GET", "/metrics", &Api::metrics}}};

bool matches(std::string_view pattern, std::string_view path) {
  const auto hole = pattern.find("{id}");
  if (hole == std::string_view::npos) return pattern == path;
  const auto before = pattern.substr(0, hole), after = pattern.substr(hole + 4);
  if (path.size() <= before.size() + after.size()) return false;
  if (!path.starts_with(before) || !path.ends_with(after)) return false;
  path.remove_prefix(before.size());
  path.remove_suffix(after.size());
  return path.find('/') == std::string_view::npos;
}

Response Api::answer(const Request& request) {
  const auto route = std::ranges::find_if(
      kRoutes, [&](const Route& one) { return matches(one.path, request.path); });
  std::string_view name = "pages";
  Response response;
  try {
    if (route == kRoutes.end()) {
      response = pages_(request);
    } else {
      name = route->path;
      // The server leaves out the body of an answer to HEAD.
      const bool fits =
          request.method == route->method || (request.method == "HEAD" && route->method == "GET");
      response =
          fits ? (this->*route->answer)(request) : problem(405, "This needs another method.");
      if (!fits) response.headers["Allow"] = route->method;
    }
  } catch (const DatabaseAway&) {
    parts_.metrics.count_database_fault();
    response = busy("The database is away. Try again later.");
  } catch (...) {
    parts_.metrics.count_request(name, 500);
    throw;
  }
  parts_.metrics.count_request(name, response.status);
  return response;
}

Response Api::take_sheets(const Request& request) {
  auto read = read_signed(parts_.storages, request, sync::read_upload);
  if (auto* refused = std::get_if<Response>(&read)) return *refused;
  auto& [upload, signature, body] = std::get<Signed<sync::Upload>>(read);
  auto stored =
      parts_.ingest.deliver({std::move(upload), std::move(body), signature, request.at, false});
  if (!stored) return busy();
  auto& [sheets, uploads] = stored->taken;
  for (const sync::SheetAnswer& sheet : sheets) parts_.metrics.count_sheet(sheet.verdict);
  return json(sync::write_receipt({std::move(stored->collector), request.at, next_s(parts_.load),
                                   stored->catalogue, uploads, std::move(sheets)}));
}

Response Api::enrol(const Request& request) {
  const auto read = sync::read_enrol_request(request.body);
  if (const auto* wrong = std::get_if<sync::Problem>(&read)) return refuse(*wrong);
  const auto& wish = std::get<sync::EnrolRequest>(read);
  const auto key = sync::public_key(wish.public_key);
  if (!key) return problem(422, "This is not a public key.", "/public_key");
  // A code that cannot be one is counted as a wrong try all the same.
  const auto code = sync::read_code(wish.code).value_or(wish.code);
  const auto storage = parts_.storages.borrow();
  const auto outcome = storage->enrol(code, *key, request.address, request.at);
  if (outcome.device)
    return json(sync::write_enrolled(
        {outcome.device->id, outcome.device->centre, storage->collector_id()}));
  switch (outcome.fault) {
    case Storage::CodeFault::kUsed:
      return problem(409, "code-used: the code was used before.");
    case Storage::CodeFault::kExpired:
      return problem(410, "code-expired: the code is too old.");
    case Storage::CodeFault::kTooManyTries: {
      Response response = problem(429, "too-many-tries: wait an hour.");
      response.headers["Retry-After"] = "3600";
      return response;
    }
    case Storage::CodeFault::kUnknown:
      break;
  }
  return problem(404, "code-unknown: there is no such code.");
}

Response Api::catalogue(const Request& request) {
  const auto storage = parts_.storages.borrow();
  const sync::Catalogue catalogue = storage->catalogue();
  const std::string tag =
      '"' + storage->collector_id() + '-' + std::to_string(catalogue.version) + '"';
  const auto known = request.headers.find("if-none-match");
  const bool same = known != request.headers.end() && known->second.find(tag) != std::string::npos;
  Response response = same ? Response{304, {}, {}, {}} : json(sync::write_catalogue(catalogue));
  response.headers["ETag"] = tag;
  response.headers["Cache-Control"] = "no-cache";
  return response;
}

Response Api::withdraw(const Request& request) {
  const auto read = read_signed(parts_.storages, request, sync::read_withdrawal);
  if (const auto* refused = std::get_if<Response>(&read)) return *refused;
  const auto& [withdrawal, signature, body] = std::get<Signed<sync::Withdrawal>>(read);
  parts_.storages.borrow()->withdraw(withdrawal, body, signature, request.at);
  return {204, {}, {}, {}};
}

Response Api::note_gaps(const Request& request) {
  const auto read = read_signed(parts_.storages, request, sync::read_gaps);
  if (const auto* refused = std::get_if<Response>(&read)) return *refused;
  const auto& report = std::get<Signed<sync::GapReport>>(read).message;
  parts_.storages.borrow()->note_gaps(report, request.at);
  return {204, {}, {}, {}};
}

Response Api::index(const Request& request) {
  const auto sealed = open_seal(parts_.storages, request, "GET " + request.path);
  if (const auto* refused = std::get_if<Response>(&sealed)) return *refused;
  const Device& device = std::get<Sealed>(sealed).device;
  if (request.path != "/v1/centres/" + device.centre + "/index")
    return problem(403, "The device is of another centre.");
  return json(sync::write_index(parts_.storages.borrow()->index(device.centre)));
}

Response Api::health(const Request&) {
  parts_.storages.borrow()->device("");  // asks the database, whatever it says
  return {200, "text/plain; charset=utf-8", "well\n", {}};
}

Response Api::metrics(const Request& request) {
  if (!Metrics::may_be_read_by(request)) return problem(404, "There is no such page.");
  std::map<std::string, std::int64_t> silence;
  try {
    for (const Device& device : parts_.storages.borrow()->devices()) {
      if (!device.last_seen) continue;
      const std::int64_t seconds = (request.at - *device.last_seen).count() / 1000;
      const auto [known, fresh] = silence.try_emplace(device.centre, seconds);
      known->second = std::min(known->second, seconds);
    }
  } catch (const DatabaseAway&) {
    parts_.metrics.count_database_fault();  // the rest is worth more then
  }
  return {200,
          "text/plain; version=0.0.4; charset=utf-8",
          parts_.metrics.text(parts_.load, parts_.ingest.waiting(), silence),
          {}};
}

}  // namespace

Handler make_api(ApiParts parts, Handler pages) {
  const auto api = std::make_shared<Api>(parts, std::move(pages));
  return [api](const Request& request) { return api->answer(request); };
}

}  // namespace sveiki::region
