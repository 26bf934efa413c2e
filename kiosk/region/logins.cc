// SPDX-License-Identifier: EUPL-1.2
#include "region/logins.h"

#include <algorithm>
#include <boost/asio/ip/network_v6.hpp>

#include "region/passwords.h"
#include "region/secrets.h"
#include "region/users.h"

namespace sveiki::region {
namespace {

using namespace std::chrono_literals;

constexpr Millis kLongestWait = 15min;
/// Wrong tries older than this are forgotten.
constexpr Millis kForgotten = 24h;
/// Whoever tries a million names fills no memory: no more than these are remembered, and none that
/// is longer than a login can be.
constexpr std::size_t kMostRemembered = 10'000;
/// A crowd that waits for a hash is sent away rather than kept.
constexpr Millis kLongestQueue = 2s;

/// Who has one address of IPv6 has all of its /64.
std::string network_of(const std::string& address) {
  boost::system::error_code no_v6;
  const auto v6 = boost::asio::ip::make_address_v6(address, no_v6);
  if (no_v6 || v6.is_v4_mapped()) return address;
  return boost::asio::ip::network_v6(v6, 64).canonical().to_string();
}

}  // namespace

Millis Patience::delay(const Tries& tries) const {
  const int over = tries.wrong - free_;
  if (over < 0) return Millis{0};
  return std::min<Millis>(kLongestWait, 2s * (1LL << std::min(over, 20)));
}

Millis Patience::wait(const std::string& who, Instant now) const {
  const auto found = tries_.find(who);
  if (found == tries_.end()) return Millis{0};
  return std::max(Millis{0}, found->second.last + delay(found->second) - now);
}

void Patience::wrong(const std::string& who, Instant now) {
  std::erase_if(tries_, [&](const auto& each) { return now - each.second.last > kForgotten; });
  if (tries_.size() >= kMostRemembered && !tries_.contains(who)) {
    const auto oldest =
        std::ranges::min_element(tries_, {}, [](const auto& each) { return each.second.last; });
    tries_.erase(oldest);
  }
  Tries& tries = tries_[who];
  ++tries.wrong;
  tries.last = now;
}

Logins::Logins() : hash_of_nobody_(hash_password(new_secret())) {}

Logins::Outcome Logins::check(Storage& storage, const std::string& login,
                              const std::string& password, const std::string& address,
                              Instant now) {
  const std::unique_lock one(one_, kLongestQueue);
  if (!one) return {std::nullopt, kLongestQueue};
  const std::string network = network_of(address);
  const Millis wait = std::max(of_login_.wait(login, now), of_address_.wait(network, now));
  if (wait > Millis{0}) return {std::nullopt, wait};
  std::optional<User> user = storage.user(login);
  const bool right = password_matches(user ? user->password_hash : hash_of_nobody_, password);
  const bool welcome = user && right && !user->disabled;
  if (welcome) {
    of_login_.right(login);
    return {user};
  }
  if (login.size() <= kLongestLogin) of_login_.wrong(login, now);
  of_address_.wrong(network, now);
  return {};
}

}  // namespace sveiki::region
