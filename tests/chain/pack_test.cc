// SPDX-License-Identifier: EUPL-1.2
#include "chain/chain.h"
#include "region/zip.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

int verified(const std::string& pack) {
  const TemporaryDir dir;
  write_file(dir / "pack.zip", pack);
  return Program("sveiki-region", {"verify", dir / "pack.zip"}).end();
}

}  // namespace

TEST_CASE("A pack of what a real kiosk sent is proved, and with one digit changed it is not") {
  const Region region;
  const Computer computer(Computer::With::kDemo);
  computer.connect(region);
  computer.check_in({});
  computer.sync();
  const std::string pack = region.exported("pack");
  CHECK(verified(pack) == 0);
  const auto files = region::read_zip(pack, 1 << 26).value();
  for (std::size_t i = 0; i < files.size(); ++i) {
    auto changed = files;
    std::string& bytes = changed[i].bytes;
    const auto digit = bytes.find_last_of("0123456789");
    if (digit == std::string::npos) continue;
    bytes[digit] = bytes[digit] == '7' ? '8' : '7';
    INFO(changed[i].name);
    CHECK(verified(region::write_zip(changed)) == 1);
  }
}
