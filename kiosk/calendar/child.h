// SPDX-License-Identifier: EUPL-1.2
/// Work that may hang, crash or eat all memory, done in a process of its own that can be killed.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string_view>

#include "base/time.h"

namespace sveiki::calendar {

struct ChildLimits {
  std::size_t memory = 256 << 20;          ///< bytes, besides what this process has already
  Millis quiet = std::chrono::seconds{2};  ///< without a message
};

enum class ChildEnd { kDone, kCrashed, kTooLong };

/// Runs `work` in the child and gives each message that it sends to `receive` here, in order. What
/// was sent before the child died is received. Throws std::runtime_error if there can be no child.
using Send = std::function<void(std::string_view)>;
ChildEnd in_child(const std::function<void(const Send&)>& work, const Send& receive,
                  const ChildLimits& limits = {});

}  // namespace sveiki::calendar
