// SPDX-License-Identifier: EUPL-1.2
#include "region/http.h"

#include <malloc.h>

#include <memory>
#include <semaphore>

#include "sync/upload.h"

namespace sveiki::region {

Response problem(int status, std::string_view detail, std::string_view pointer) {
  return {status,
          "application/problem+json",
          sync::write_problem({status, std::string(pointer), std::string(detail)}),
          {}};
}

Response busy(std::string_view why) {
  Response response = problem(503, why);
  // A crowd is gone in seconds; whoever waited adds some seconds of its own, each another.
  response.headers["Retry-After"] = "15";
  return response;
}

Handler at_most(int limit, Handler handler) {
  const auto room = std::make_shared<std::counting_semaphore<>>(limit);
  return [room, handler = std::move(handler)](const Request& request) {
    if (!room->try_acquire()) return busy();
    struct Leaving {
      std::counting_semaphore<>& room;
      ~Leaving() { room.release(); }
    } leaving{*room};
    return handler(request);
  };
}

Handler giving_memory_back(Handler handler) {
  constexpr std::size_t kWorthIt = 8 << 20;  // bytes; giving back locks the heap for some ms
  return [handler = std::move(handler)](const Request& request) {
    Response response = handler(request);
    if (::mallinfo2().fordblks > kWorthIt) ::malloc_trim(0);
    return response;
  };
}

}  // namespace sveiki::region
