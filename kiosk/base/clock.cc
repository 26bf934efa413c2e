// SPDX-License-Identifier: EUPL-1.2
#include "base/clock.h"

namespace sveiki {

Now SystemClock::now() const {
  using std::chrono::duration_cast;
  return {{duration_cast<Millis>(std::chrono::system_clock::now().time_since_epoch()).count()},
          {duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch()).count()}};
}

}  // namespace sveiki
