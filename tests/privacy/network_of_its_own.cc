// SPDX-License-Identifier: EUPL-1.2
#include "privacy/network_of_its_own.h"

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>
#include <vector>

namespace sveiki::test {
namespace {

bool enter_namespace() {
  return ::unshare(CLONE_NEWNET) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
}

bool bring_loopback_up() {
  const int any = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  ifreq loopback{};
  std::strcpy(loopback.ifr_name, "lo");
  loopback.ifr_flags = IFF_UP | IFF_RUNNING;
  const bool up = ::ioctl(any, SIOCSIFFLAGS, &loopback) == 0;
  ::close(any);
  return up;
}

int open_capture() {
  const int capture = ::socket(AF_PACKET, SOCK_DGRAM | SOCK_CLOEXEC, htons(ETH_P_ALL));
  const timeval glance{0, 100'000};
  ::setsockopt(capture, SOL_SOCKET, SO_RCVTIMEO, &glance, sizeof glance);
  const int room = 64 << 20;
  ::setsockopt(capture, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
  return capture;
}

int port_at(const unsigned char* bytes) {
  return bytes[0] << 8 | bytes[1];
}

}  // namespace

NetworkOfItsOwn::NetworkOfItsOwn() {
  if (!enter_namespace() || !bring_loopback_up()) return;
  listening_ = open_capture();
  if (made()) thread_ = std::thread([this] { listen(); });
}

NetworkOfItsOwn::~NetworkOfItsOwn() {
  if (thread_.joinable()) heard();
  if (made()) ::close(listening_);
}

NetworkOfItsOwn::Heard NetworkOfItsOwn::heard() {
  ends_ = true;
  thread_.join();
  return heard_;
}

void NetworkOfItsOwn::listen() {
  std::vector<unsigned char> packet(1 << 17);
  while (true) {
    const ssize_t size = ::recv(listening_, packet.data(), packet.size(), 0);
    if (size < 0 && ends_) return;
    if (size < 20) continue;
    heard_.bytes.append(packet.begin(), packet.begin() + size);
    const bool ipv4 = packet[0] >> 4 == 4;
    const std::size_t header = ipv4 ? (packet[0] & 15) * 4U : 40U;
    const unsigned char protocol = packet[ipv4 ? 9 : 6];
    const bool tcp = protocol == IPPROTO_TCP && static_cast<std::size_t>(size) >= header + 4;
    heard_.ports.insert(tcp ? port_at(&packet[header]) : 0);
    heard_.ports.insert(tcp ? port_at(&packet[header + 2]) : 0);
  }
}

}  // namespace sveiki::test
