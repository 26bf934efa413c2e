// SPDX-License-Identifier: EUPL-1.2
// The courier runs as another user than the kiosk (packaging/systemd): it carries everything, and
// cannot read the record.
#include <fcntl.h>
#include <grp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

#include "support/catch.h"
#include "support/fake_collector.h"
#include "support/kiosk_data.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

// Nobody's in any system: what they may is said by the files alone.
constexpr uid_t kKiosk = 64'201, kCourier = 64'202;
constexpr gid_t kGroup = 64'203;

/// What `work` answers, done by that user of the group.
int as(uid_t user, const std::function<int()>& work) {
  const pid_t process = ::fork();
  if (process == 0) {
    const bool changed =
        ::setgroups(0, nullptr) == 0 && ::setgid(kGroup) == 0 && ::setuid(user) == 0;
    ::umask(022);  // as a login or a service has it
    ::_exit(changed ? work() : 126);
  }
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

/// The programs and their files where every user may come: a checkout may be its owner's alone.
std::filesystem::path installed(const std::filesystem::path& root) {
  const std::filesystem::path built = SVEIKI_BIN_DIR;
  std::filesystem::create_directory(root);
  std::filesystem::create_directory(root / "bin");
  for (const char* program : {"sveiki-kiosk", "sveiki-sync"})
    std::filesystem::copy(built / program, root / "bin" / program);
  std::filesystem::copy(built.parent_path() / "share", root / "share",
                        std::filesystem::copy_options::recursive);
  return root / "bin";
}

int run(uid_t user, const std::filesystem::path& program,
        const std::vector<std::string>& arguments) {
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  return as(user, [&] {
    ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
    return ::execv(argv[0], argv.data());
  });
}

bool can_read(uid_t user, const std::filesystem::path& file) {
  return as(user, [&] { return ::open(file.c_str(), O_RDONLY); }) < 126;
}

/// A folder of that user, which others may pass through.
std::filesystem::path folder(const std::filesystem::path& path, uid_t user, mode_t mode) {
  std::filesystem::create_directory(path);
  ::chmod(path.c_str(), mode);
  if (::chown(path.c_str(), user, kGroup) != 0) throw std::runtime_error("no folder of another");
  return path;
}

}  // namespace

TEST_CASE("The courier's user carries everything, and can read nothing of the record") {
  if (::geteuid() != 0) {
    WARN("only root can be two users: not tested here");
    return;
  }
  TemporaryDir dir;
  ::chmod(dir.path().c_str(), 0711);
  const auto bin = installed(dir / "usr");
  if (as(kKiosk, [&] { return ::access((bin / "sveiki-kiosk").c_str(), X_OK); }) != 0) {
    WARN("no other user may come here: not tested here");
    return;
  }
  const auto home = folder(dir / "kiosk", kKiosk, 0711);
  const auto keys = folder(dir / "courier", kCourier, 0700);
  const auto data = home / "centre";
  write_file(dir / "centre.toml", kretinga());
  write_file(dir / "people.csv", "alias;symbol;colour;card\nRūta;hedgehog;green;SV-1001\n");
  write_file(dir / "day.drive", clock_at("10:00") +
                                    "\nwait\nscan SV-1001\nwait\ntap purpose.clay\nwait\n"
                                    "clock +PT61S\nwait\n");
  const auto kiosk = [&](std::vector<std::string> words) {
    words.insert(words.end(), {"--data", data});
    return run(kKiosk, bin / "sveiki-kiosk", words);
  };
  const auto courier = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words{"--outbox", data / "outbox/outbox.db", "--key", keys / "key"};
    words.insert(words.end(), more.begin(), more.end());
    return run(kCourier, bin / "sveiki-sync", words);
  };
  FakeCollector collector;

  REQUIRE(kiosk({"setup", "--centre", dir / "centre.toml"}) == 0);
  REQUIRE(kiosk({"import", "people", dir / "people.csv"}) == 0);
  REQUIRE(kiosk({"region", "connect", "--region", collector.url(), "--code",
                 collector.region.code}) == 0);
  REQUIRE(courier({"--once"}) == 0);
  REQUIRE(kiosk({"drive", "--size", "640x360", dir / "day.drive"}) == 0);
  CHECK(courier({"--once"}) == 0);
  const std::string today = monday().iso();
  CHECK(std::ranges::any_of(collector.region.held, [&](const auto& held) {
    return held.first.period == today && held.second.rows.at({'T', ""})[kVisits] == 1;
  }));
  // The kiosk goes on with what the courier wrote.
  CHECK(kiosk({"region", "status"}) == 0);
  write_file(dir / "later.drive", clock_at("11:00") + "\nwait\nclock +PT61S\nwait\n");
  CHECK(kiosk({"drive", "--size", "640x360", dir / "later.drive"}) == 0);
  CHECK(courier({"--once"}) == 0);

  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(data)) {
    if (!entry.is_regular_file()) continue;
    INFO(entry.path());
    CHECK(can_read(kKiosk, entry.path()));
    CHECK_FALSE(can_read(kCourier, entry.path()));
    ++files;
  }
  CHECK(files >= 4);  // centre.toml, centre.db, kiosk.log, recorder.lock
  CHECK(can_read(kCourier, data / "outbox/outbox.db"));
  CHECK_FALSE(can_read(kKiosk, keys / "key"));
}

TEST_CASE("A record that an older kiosk left open to all is its own user's once it runs") {
  const KioskData data;
  const auto mode = [&] {
    struct stat about {};
    ::stat((data / "centre.db").c_str(), &about);
    return about.st_mode & 0777;
  };
  CHECK(mode() == 0600);
  ::chmod((data / "centre.db").c_str(), 0644);
  Driven kiosk(data.path());
  kiosk.go({"wait"});
  CHECK(mode() == 0600);
  CHECK(kiosk.end() == 0);
}
