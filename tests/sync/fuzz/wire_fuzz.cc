// SPDX-License-Identifier: EUPL-1.2
// libFuzzer (https://llvm.org/docs/LibFuzzer.html) makes up what could come in from the network.
// Nothing may crash a reader, and what one takes must say the same once it is written again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "sync/gzip.h"
#include "sync/ids.h"
#include "sync/signature.h"
#include "sync/upload.h"

namespace {

using namespace sveiki::sync;

void require(bool holds) {
  if (!holds) std::abort();
}

/// Of the readers that say what was wrong.
template <class T>
void read_again(const std::variant<T, Problem>& read, std::string (*write)(const T&),
                std::variant<T, Problem> (*reader)(std::string_view)) {
  if (const auto* problem = std::get_if<Problem>(&read)) {
    require(problem->status >= 400 && !problem->detail.empty() && !write_problem(*problem).empty());
    return;
  }
  require(reader(write(std::get<T>(read))) == read);
}

/// Of those that do not.
template <class T>
void read_again(const std::optional<T>& read, std::string (*write)(const T&),
                std::optional<T> (*reader)(std::string_view)) {
  if (read) require(reader(write(*read)) == read);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const auto unpacked = gunzip(bytes, kMaxBody);
  require(!unpacked || unpacked->size() <= kMaxBody);
  const std::string_view body = unpacked ? std::string_view{*unpacked} : bytes;
  read_again(read_upload(body), write_upload, read_upload);
  read_again(read_enrol_request(body), write_enrol_request, read_enrol_request);
  read_again(read_withdrawal(body), write_withdrawal, read_withdrawal);
  read_again(read_gaps(body), write_gaps, read_gaps);
  read_again(read_envelope(body), write_envelope, read_envelope);
  read_again(read_receipt(body), write_receipt, read_receipt);
  read_again(read_catalogue(body), write_catalogue, read_catalogue);
  read_again(read_index(body), write_index, read_index);
  read_again(read_enrolled(body), write_enrolled, read_enrolled);
  if (const auto code = read_code(body)) require(read_code(*code) == code);
  if (const auto raw = from_base64(body)) require(base64(*raw) == body);
  return 0;
}
