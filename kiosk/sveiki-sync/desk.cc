// SPDX-License-Identifier: EUPL-1.2
#include "sveiki-sync/desk.h"

#include <fstream>
#include <iterator>

#include "report/output.h"

namespace sveiki {
namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& file, const fs::path& folder) {
  const fs::path relative =
      fs::weakly_canonical(file).lexically_relative(fs::weakly_canonical(folder));
  return !relative.empty() && *relative.begin() != "..";
}

/// A key that lies with the data would travel with its backups.
fs::path key_outside(const Places& places) {
  if (places.key.empty()) throw std::runtime_error("name this computer's key: --key FILE");
  const fs::path tray = fs::absolute(places.outbox).parent_path();
  const bool in_data = tray.filename() == "outbox" && is_inside(places.key, tray.parent_path());
  if (in_data) {
    throw std::runtime_error("keep the key outside the data folder: it must not be in its backups");
  }
  return places.key;
}

/// First the region, then what it answered to the enrolment.
std::optional<Outbox::Device> read_memory(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string region;
  std::getline(in, region);
  const std::string answer{std::istreambuf_iterator<char>(in), {}};
  const auto enrolled = sync::read_enrolled(answer);
  if (!enrolled) return std::nullopt;
  return Outbox::Device{region, enrolled->device, enrolled->centre, enrolled->collector};
}

}  // namespace

const fs::path& outbox_of_kiosk(const Places& places) {
  if (!fs::exists(places.outbox)) {
    throw std::runtime_error("there is no outbox " + places.outbox.string() +
                             ": start the kiosk once, or look at the name");
  }
  return places.outbox;
}

Desk::Desk(const Places& places)
    : outbox(outbox_of_kiosk(places)),
      key(key_outside(places)),
      memory_(places.key.string() + ".region"),
      remembered_(read_memory(memory_)) {
  remember();
}

courier::Sender Desk::sender() {
  const auto device = outbox.device();
  if (!device) throw std::runtime_error("this computer is not connected to a region: enrol it");
  return courier::sender_of(outbox, key, *device, SVEIKI_VERSION);
}

void Desk::remember() {
  const auto device = outbox.device();
  if (device == remembered_) return;
  if (!device) return outbox.set_device(*remembered_);
  report::write_whole(
      memory_, device->region + "\n" +
                   sync::write_enrolled({device->device, device->centre, device->collector}));
  remembered_ = device;
}

}  // namespace sveiki
