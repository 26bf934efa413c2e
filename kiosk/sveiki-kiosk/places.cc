// SPDX-License-Identifier: EUPL-1.2
#include "sveiki-kiosk/places.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <fstream>
#include <system_error>

#include "base/clock.h"
#include "domain/holidays.h"

namespace sveiki {
namespace fs = std::filesystem;
namespace {

// Whose holidays matter: days that may still be looked at, and sessions that may be planned.
constexpr int kYearsBack = 2;
constexpr int kYearsAhead = 5;

}  // namespace

fs::path share_dir() {
  return fs::read_symlink("/proc/self/exe").parent_path().parent_path() / "share" / "sveiki";
}

std::set<std::string, std::less<>> pictures() {
  std::set<std::string, std::less<>> names;
  for (const auto& entry : fs::directory_iterator(share_dir() / "pictograms"))
    if (entry.path().extension() == ".png") names.insert(entry.path().stem());
  return names;
}

std::shared_ptr<const Centre> centre_of(const fs::path& data) {
  const fs::path file = data / "centre.toml";
  if (!fs::exists(file))
    throw std::runtime_error(data.string() +
                             " is not a data directory of a centre. Make one with: " +
                             "sveiki-kiosk setup --data " + data.string() + " --centre FILE.toml");
  Centre centre = read_centre(file);
  if (!centre.holidays.empty()) {
    const int year = local_time(SystemClock().now().wall, centre.zone).date.year();
    const auto holidays = read_holidays(share_dir() / "holidays" / (centre.holidays + ".toml"),
                                        year - kYearsBack, year + kYearsAhead);
    centre.closures.insert(centre.closures.end(), holidays.begin(), holidays.end());
  }
  return std::make_shared<const Centre>(std::move(centre));
}

void keep_private(const fs::path& data) {
  std::error_code ignored;  // who owns a file says who reads it
  for (const auto& entry : fs::directory_iterator(data, ignored)) {
    if (!entry.is_regular_file(ignored)) continue;
    fs::permissions(entry.path(), fs::perms::group_all | fs::perms::others_all,
                    fs::perm_options::remove, ignored);
  }
}

void log_to(const fs::path& data) {
  try {
    constexpr std::size_t kMegabyte = 1 << 20;
    auto log = spdlog::rotating_logger_mt("kiosk", (data / "kiosk.log").string(), kMegabyte, 3);
    log->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(log));
  } catch (const spdlog::spdlog_ex& error) {
    // Standard output belongs to the answers of `drive`.
    spdlog::set_default_logger(spdlog::stderr_logger_mt("kiosk on stderr"));
    spdlog::warn("the log goes here: {}", error.what());
  }
}

std::optional<Fault> remembered_trouble(const fs::path& data) {
  std::ifstream file(data / "trouble");
  std::string name;
  if (!std::getline(file, name)) return std::nullopt;
  for (const Fault fault :
       {Fault::kBusy, Fault::kFull, Fault::kReadOnly, Fault::kBroken, Fault::kNewer, Fault::kClock})
    if (fault_name(fault) == name) return fault;
  return Fault::kOther;
}

void remember_trouble(const fs::path& data, std::optional<Fault> fault) {
  // If the disk refuses this too, the start finds the cause by itself.
  if (fault) {
    std::ofstream(data / "trouble") << fault_name(*fault) << '\n';
    spdlog::warn("out of order: {}", fault_name(*fault));
  } else {
    std::error_code ignored;
    fs::remove(data / "trouble", ignored);
    spdlog::info("in order again");
  }
}

}  // namespace sveiki
