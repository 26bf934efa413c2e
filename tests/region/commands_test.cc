// SPDX-License-Identifier: EUPL-1.2
// The commands of sveiki-region, as somebody types them.
#include <sys/wait.h>

#include <cstdio>

#include "support/catch.h"
#include "support/temporary_dir.h"

using namespace sveiki::test;

namespace {

struct Said {
  int code = 0;
  std::string words;  ///< on both streams
};

/// `typed` is what comes from standard input.
Said region(const std::string& words, const std::string& typed = {}) {
  const std::string command =
      "printf '" + typed + "' | " SVEIKI_BIN_DIR "/sveiki-region " + words + " 2>&1";
  std::FILE* out = ::popen(command.c_str(), "r");
  Said said;
  for (int c = std::fgetc(out); c != EOF; c = std::fgetc(out)) said.words += static_cast<char>(c);
  said.code = WEXITSTATUS(::pclose(out));
  return said;
}

bool has(const Said& said, const std::string& words) {
  INFO(said.words);
  CHECK(said.words.find(words) != std::string::npos);
  return said.words.find(words) != std::string::npos;
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

/// A region with one centre, which has been there for long.
struct ARegionOnDisk {
  TemporaryDir dir;
  std::string data = " --data " + (dir / "region").string();
  std::string centre =
      first_line(region("centre add Varpelis --country LV --from 2020-01-01" + data).words);
};

}  // namespace

TEST_CASE("A month that cannot be is refused by the command as by the page") {
  const ARegionOnDisk region_on_disk;
  const auto& [dir, data, centre] = region_on_disk;
  const auto enter = [&](const std::string& rest) {
    return region("month enter " + centre + " " + rest + data);
  };
  const Said future = enter("2099-09 --visits 3 --people 2");
  CHECK(future.code == 1);
  CHECK(has(future, "That month is not over yet."));
  const Said people = enter("2021-09 --visits 3 --people 5");
  CHECK(people.code == 1);
  CHECK(has(people, "Different people. This is more than in the field “Visits in all”."));
  CHECK(enter("2021-09 --visits 5 --people 3").code == 0);
}

TEST_CASE("A misspelt folder is said, and no empty region is made there") {
  const TemporaryDir dir;
  const std::string data = " --data " + (dir / "nothere").string();
  for (const std::string command :
       {"check", "centre list", "user list", "submissions", "device list", "tidy",
        "export --from 2026-01 --to 2026-02 --format json -o /dev/null", "activity name clay",
        "submit --from 2026-01 --to 2026-02 --name Interreg", "backup -o /dev/null/b"}) {
    const Said said = region(command + data);
    CHECK(said.code == 1);
    CHECK(has(said, "there is no region in " + (dir / "nothere").string()));
  }
  CHECK_FALSE(std::filesystem::exists(dir / "nothere"));
  CHECK(region("activity add clay" + data).code == 0);
  CHECK(region("check" + data).code == 0);
}

TEST_CASE("A backup that cannot be written blames the file it cannot write") {
  const ARegionOnDisk region_on_disk;
  const auto& [dir, data, centre] = region_on_disk;
  const Said said = region("backup -o " + (dir / "nothere/b.db").string() + data);
  CHECK(said.code == 1);
  CHECK(has(said, (dir / "nothere/b.db").string() + " cannot be written"));
  CHECK(region("backup -o " + (dir / "b.db").string() + data).code == 0);
  CHECK(std::filesystem::file_size(dir / "b.db") > 0);
  CHECK(region("backup -o " + (dir / "b.db").string() + data).code == 1);
}

TEST_CASE("What would do nothing is refused") {
  const ARegionOnDisk region_on_disk;
  const auto& [dir, data, centre] = region_on_disk;
  const auto refused = [&](const std::string& command, const std::string& why) {
    const Said said = region(command + data);
    CHECK(said.code == 1);
    has(said, why);
  };
  refused("import-envelope " + dir.path().string(), "cannot be read as a file");
  write_file(dir / "empty", "");
  refused("import-envelope " + (dir / "empty").string(), "is empty");
  refused("export --organisation or_NOPE1234 --from 2021-01 --to 2021-02 --format csv -o " +
              (dir / "x").string(),
          "there is no organisation \"or_NOPE1234\"");
  region("activity add clay" + data);
  refused("activity name clay", "in one language at least");
  refused("submit --from 2099-01 --to 2099-02 --name Interreg", "have not begun yet");
  refused("indicator add P:NEW --name New --from 2026-02 --to 2026-03 --target 5 --due 2026-01-31",
          "before its first day");
  refused("enrol-code --cancel " + centre, "no code");
  refused("centre settle " + centre, "waits to be settled");
}

TEST_CASE("What is typed wrong is answered with what may be typed") {
  const ARegionOnDisk region_on_disk;
  const auto& [dir, data, centre] = region_on_disk;
  const auto wrong = [&](const std::string& command, const std::string& why) {
    const Said said = region(command);
    CHECK(said.code == 2);
    has(said, why);
  };
  wrong("centre add Auce --kind center" + data,
        "\"center\" is none of organisation, centre, branch");
  wrong("user add anna --role boss" + data, "\"boss\" is none of coordinator, partner, auditor");
  wrong("frob", "\"frob\" is none of serve, centre, enrol-code,");
  wrong("centre frob" + data, "\"frob\" is none of add, rename, move, close, reopen,");
  wrong("centre add Auce", "--data");
}

TEST_CASE("A password is as long at the command as on the page") {
  const ARegionOnDisk region_on_disk;
  const auto& [dir, data, centre] = region_on_disk;
  const Said said = region("user add anna --role auditor" + data, "eleven-char\\n");
  CHECK(said.code == 1);
  CHECK(has(said, "a password has 12 to 200 characters"));
  CHECK(region("user add anna --role auditor" + data, "twelve-chars\\n").code == 0);
}

TEST_CASE("Places, logins and targets are listed with what they are") {
  const ARegionOnDisk region_on_disk;
  const auto& [dir, data, centre] = region_on_disk;
  region("user add anna --role auditor" + data, "long enough for all\\n");
  region("indicator add P:NEW --name New --from 2026-02 --to 2026-03 --target 5" + data);
  CHECK(region("centre list" + data).words ==
        "id\tkind\tname\tparent\tcountry\tkiosk\tfrom\tlast day\n" + centre +
            "\tcentre\tVarpelis\t\tLV\tyes\t2020-01-01\t\n");
  CHECK(region("user list" + data).words ==
        "login\trole\torganisation\tstate\nanna\tauditor\t\tmay log in\n");
  CHECK(region("indicator list" + data).words ==
        "period\tname\tfrom\tto\ttarget\tdue\tversion\n"
        "P:NEW\tNew\t2026-02-01\t2026-03-31\t5\t2026-03-31\t1\n");
}
