// SPDX-License-Identifier: EUPL-1.2
#include "sync/signature.h"

#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <thread>
#include <vector>

#include "support/catch.h"
#include "support/temporary_dir.h"
#include "sync/an_upload.h"
#include "sync/gzip.h"

using namespace sveiki;
using namespace sveiki::sync;
namespace fs = std::filesystem;

namespace {

const std::string kWhat = "POST /v1/sheets";

::mode_t mode_of(const fs::path& file) {
  struct stat about {};
  REQUIRE(::lstat(file.c_str(), &about) == 0);
  return about.st_mode & 07777;
}

std::string complaint(const fs::path& file) {
  try {
    const DeviceKey key{file};
    return "";
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("Base64 is as RFC 4648 says") {
  const std::vector<std::pair<std::string, std::string>> known{{"", ""},
                                                               {"f", "Zg=="},
                                                               {"fo", "Zm8="},
                                                               {"foo", "Zm9v"},
                                                               {"foob", "Zm9vYg=="},
                                                               {"fooba", "Zm9vYmE="},
                                                               {"foobar", "Zm9vYmFy"},
                                                               {"\xff\xfe", "//4="}};
  for (const auto& [bytes, text] : known) {
    CHECK(base64(bytes) == text);
    CHECK(from_base64(text) == bytes);
  }
}

TEST_CASE("Base64 has one way to say something") {
  for (const char* const text : {"Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm8", "Z", "=",
                                 "====", "Zm9v\n", " Zm9v", "Zm 9v", "Zm9vZg==Zg==", "__4=",
                                 "7\x90"
                                 "9\xA2"})
    CHECK_FALSE(from_base64(text));
  CHECK_FALSE(from_base64(std::string_view{"Zm9v\0", 5}));
  // Every byte at every place of four, among them those that are no character of it.
  std::set<std::string> all;
  for (int at = 0; at < 4; ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = "AAAA";
      text[static_cast<std::size_t>(at)] = static_cast<char>(byte);
      const auto bytes = from_base64(text);
      if (bytes) CHECK(base64(*bytes) == text);
      if (bytes) all.insert(*bytes);
    }
  }
  // 64 at each place, "AAAA" four times among them, and "AAA=".
  CHECK(all.size() == 4 * 63 + 1 + 1);
  CHECK_FALSE(public_key(base64(std::string(31, 'k'))));
  CHECK_FALSE(public_key(base64(std::string(33, 'k'))));
  CHECK(public_key(base64(std::string(32, 'k'))));
  CHECK_FALSE(signature(base64(std::string(63, 's'))));
  CHECK(text_of(*signature(base64(std::string(64, 's')))) == base64(std::string(64, 's')));
}

TEST_CASE("A computer keeps its key and nobody else can read it") {
  const test::TemporaryDir dir;
  ::umask(0);
  const DeviceKey key{dir / "device.key"};
  ::umask(022);
  CHECK(mode_of(dir / "device.key") == 0600);
  CHECK(DeviceKey{dir / "device.key"}.public_key() == key.public_key());
  CHECK(DeviceKey{dir / "other.key"}.public_key() != key.public_key());
  // Nothing else is left there.
  CHECK(std::distance(fs::directory_iterator{dir.path()}, {}) == 2);
}

TEST_CASE("A key that others could read is refused") {
  const test::TemporaryDir dir;
  const fs::path file = dir / "device.key";
  { const DeviceKey key{file}; }
  for (const auto open : {fs::perms::group_read, fs::perms::others_read, fs::perms::group_write,
                          fs::perms::others_exec}) {
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write | open);
    CHECK(complaint(file).find("open to others") != std::string::npos);
  }
  fs::permissions(file, fs::perms::owner_read);
  CHECK(complaint(file).empty());
}

TEST_CASE("A key that is damaged is refused and never replaced") {
  const test::TemporaryDir dir;
  const fs::path file = dir / "device.key";
  for (const std::size_t size : {0U, 31U, 33U}) {
    test::write_file(file, std::string(size, 'k'));
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    CHECK(complaint(file).find("is damaged") != std::string::npos);
    CHECK(test::read_file(file) == std::string(size, 'k'));
  }
  fs::create_symlink(file, dir / "link");
  CHECK_FALSE(complaint(dir / "link").empty());
  fs::create_directory(dir / "folder");
  CHECK_FALSE(complaint(dir / "folder").empty());
  CHECK_FALSE(complaint(dir / "missing" / "device.key").empty());
}

TEST_CASE("Programs that start at the same time have the same key") {
  const test::TemporaryDir dir;
  std::vector<PublicKey> keys(8);
  std::vector<std::thread> programs;
  for (PublicKey& key : keys)
    programs.emplace_back([&] { key = DeviceKey{dir / "device.key"}.public_key(); });
  for (std::thread& program : programs) program.join();
  CHECK(std::set<PublicKey>(keys.begin(), keys.end()).size() == 1);
}

TEST_CASE("A signature proves who sent what and where to") {
  const test::TemporaryDir dir;
  const DeviceKey key{dir / "device.key"};
  const DeviceKey other{dir / "other.key"};
  const std::string body = write_upload(test::full_upload());
  const Signature signed_body = key.sign(kWhat, body);
  CHECK(verify(key.public_key(), kWhat, body, signed_body));
  CHECK(key.sign(kWhat, body) == signed_body);
  CHECK_FALSE(verify(other.public_key(), kWhat, body, signed_body));
  CHECK_FALSE(verify(key.public_key(), "POST /v1/withdraw", body, signed_body));
  CHECK_FALSE(verify(key.public_key(), kWhat, body + " ", signed_body));
  CHECK_FALSE(verify({}, kWhat, body, signed_body));
  CHECK_FALSE(verify(key.public_key(), kWhat, body, {}));
  // It is over what the body says, not over how it was packed.
  CHECK_FALSE(verify(key.public_key(), kWhat, gzip(body), signed_body));
  CHECK(verify(key.public_key(), kWhat, *gunzip(gzip(body), kMaxBody), signed_body));
}

TEST_CASE("A sealed upload is the same after its journey on a stick") {
  const test::TemporaryDir dir;
  const DeviceKey key{dir / "device.key"};
  test::Uploads uploads;
  for (int i = 0; i < 20; ++i) {
    const std::string body = write_upload(uploads.next());
    const Envelope envelope{kWhat, "dv_7F3K9QWX", key.sign(kWhat, body), body};
    const std::string bytes = write_envelope(envelope);
    CHECK(std::ranges::count(bytes, '\n') == 1);
    CHECK(bytes.back() == '\n');
    CHECK(read_envelope(bytes) == envelope);
  }
  const std::string spaced = "{\n\t\"v\" : 1, \"text\" : \"\\u0101 ā\" }\r\n";
  const Envelope odd{"POST /v1/withdraw", "dv_7F3K9QWX", key.sign(kWhat, spaced), spaced};
  CHECK(read_envelope(write_envelope(odd)) == odd);
}

TEST_CASE("A sealed upload in which one character is changed does not verify") {
  const test::TemporaryDir dir;
  const DeviceKey key{dir / "device.key"};
  const std::string body = write_upload(test::full_upload());
  const Envelope envelope{kWhat, "dv_7F3K9QWX", key.sign(kWhat, body), body};
  const std::string bytes = write_envelope(envelope);
  int read_again = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = changed[i] == '7' ? '8' : '7';
    const auto read = read_envelope(changed);
    if (!read) continue;
    ++read_again;
    INFO(changed);
    // The name of the device is not signed: it only says whose key to try.
    if (read->device == envelope.device)
      CHECK_FALSE(verify(key.public_key(), read->what, read->body, read->signature));
  }
  CHECK(read_again > 500);
}

TEST_CASE("What is no sealed upload is not read as one") {
  const test::TemporaryDir dir;
  const DeviceKey key{dir / "device.key"};
  const Envelope good{kWhat, "dv_7F3K9QWX", key.sign(kWhat, "{}"), "{}"};
  CHECK(read_envelope(write_envelope(good)) == good);
  for (Envelope bad :
       {Envelope{"POST /v1/enrol", good.device, good.signature, good.body},
        Envelope{good.what, "Jonas", good.signature, good.body},
        Envelope{good.what, good.device, good.signature, std::string(kMaxBody + 1, ' ')}})
    CHECK_FALSE(read_envelope(write_envelope(bad)));
  CHECK_FALSE(read_envelope(write_envelope(good) + write_envelope(good)));
  CHECK_FALSE(read_envelope(""));
  // The largest body that a region takes, of characters that are longest when they are written.
  const Envelope large{kWhat, good.device, good.signature, std::string(kMaxBody, '\x01')};
  CHECK(read_envelope(write_envelope(large)) == large);
}
