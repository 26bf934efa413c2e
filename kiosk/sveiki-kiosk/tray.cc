// SPDX-License-Identifier: EUPL-1.2
#include "sveiki-kiosk/tray.h"

#include <spdlog/spdlog.h>

#include <map>
#include <optional>

#include "outbox/outbox.h"

namespace sveiki {
namespace {

RegionPlan plan_of(const sync::Catalogue& catalogue) {
  RegionPlan plan;
  for (const auto& activity : catalogue.activities) plan.activities[activity.code] = activity.id;
  for (const auto& indicator : catalogue.indicators)
    plan.indicators.push_back({indicator.period, indicator.from, indicator.to});
  return plan;
}

}  // namespace

std::filesystem::path outbox_in(const std::filesystem::path& data) {
  return data / "outbox" / "outbox.db";
}

Tray::Tray(std::filesystem::path file) : file_(std::move(file)), thread_([this] { work(); }) {}

Tray::~Tray() {
  deliveries_.close();
  thread_.join();
}

void Tray::work() {
  std::optional<Outbox> outbox;
  std::map<SheetId, Sheet> waiting;
  bool all_laid_in = false;
  bool send_now = false;
  std::string trouble;
  const auto lay_in_now = [&](const Delivery& delivery) {
    if (!outbox) outbox.emplace(file_);
    std::vector<Sheet> sheets;
    for (const auto& [id, sheet] : waiting) sheets.push_back(sheet);
    outbox->put(sheets);
    outbox->give_way(delivery.settled);
    // Only now: what the region has besides these is a gap.
    if (!all_laid_in) {
      outbox->set_lives(delivery.lives);
    } else if (!sheets.empty()) {
      outbox->add_lives(delivery.lives);
    }
    all_laid_in = true;
    waiting.clear();
    if (send_now) outbox->ask_to_send();
    send_now = false;
    if (const auto catalogue = outbox->catalogue())
      news_.send({plan_of(*catalogue), outbox->withdrawn(), outbox->conflicts()});
  };
  while (auto delivery = deliveries_.receive()) {
    send_now |= delivery->send_now;
    for (Sheet& sheet : delivery->sheets) waiting.insert_or_assign(sheet.id, std::move(sheet));
    std::string now;
    try {
      lay_in_now(*delivery);
    } catch (const std::exception& error) {
      outbox.reset();
      now = error.what();
    }
    // Each minute is too often to say the same.
    if (now != trouble && !now.empty()) spdlog::error("nothing goes to the region: {}", now);
    if (now != trouble && now.empty()) spdlog::info("counts go to the region again");
    trouble = now;
  }
}

}  // namespace sveiki
