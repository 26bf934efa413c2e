// SPDX-License-Identifier: EUPL-1.2
#include "courier/curl_carrier.h"

#include <curl/curl.h>

#include <cctype>
#include <csignal>
#include <stdexcept>

#include "sync/region_url.h"

namespace sveiki::courier {
namespace {

constexpr long kConnectSeconds = 20;
constexpr long kWholeSeconds = 60;

/// An answer as it comes in.
struct Incoming {
  Answer answer;
  std::size_t most = 0;
};

std::size_t take_body(char* bytes, std::size_t, std::size_t size, void* to) {
  auto& incoming = *static_cast<Incoming*>(to);
  if (incoming.answer.body.size() + size > incoming.most) return 0;  // ends the transfer
  incoming.answer.body.append(bytes, size);
  return size;
}

std::size_t take_header(char* bytes, std::size_t, std::size_t size, void* to) {
  std::string_view line{bytes, size};
  while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back())))
    line.remove_suffix(1);
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return size;
  std::string name{line.substr(0, colon)};
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  line.remove_prefix(std::min(line.find_first_not_of(" \t", colon + 1), line.size()));
  static_cast<Incoming*>(to)->answer.headers[name] = line;
  return size;
}

/// Who does not answer is away; who answers with something else is somebody else.
const char* trouble_of(CURLcode code) {
  switch (code) {
    case CURLE_SSL_CACERT_BADFILE:
      return "no-authority";
    case CURLE_SSL_ENGINE_INITFAILED:
    case CURLE_OUT_OF_MEMORY:
      return "broken";
    case CURLE_PEER_FAILED_VERIFICATION:
      return "not-trusted";
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WRITE_ERROR:  // longer than we take
      return "not-the-region";
    default:
      return "no-network";
  }
}

struct Headers {
  ~Headers() { curl_slist_free_all(list); }
  void add(const std::string& line) { list = curl_slist_append(list, line.c_str()); }
  curl_slist* list = nullptr;
};

}  // namespace

CurlCarrier::CurlCarrier(std::string user_agent, std::filesystem::path ca)
    : user_agent_(std::move(user_agent)), ca_(std::move(ca)) {
  // Without its own signals libcurl leaves this one to us: a TLS connection that breaks ends
  // nothing.
  std::signal(SIGPIPE, SIG_IGN);
  curl_global_init(CURL_GLOBAL_DEFAULT);
  curl_ = curl_easy_init();
  if (!curl_) throw std::runtime_error("libcurl does not start");
}

CurlCarrier::~CurlCarrier() {
  curl_easy_cleanup(curl_);
  curl_global_cleanup();
}

std::variant<Answer, Unreached> CurlCarrier::carry(const Request& request) {
  if (!sync::region_url(request.url))
    return Unreached{"broken", "no address for a region: " + request.url};
  Headers headers;
  for (const auto& [name, value] : request.headers) headers.add(name + ": " + value);
  headers.add("Expect:");  // no second round trip before the body

  curl_easy_reset(curl_);
  const auto set = [this](CURLoption option, auto value) {
    if (curl_easy_setopt(curl_, option, value) != CURLE_OK)
      throw std::runtime_error("this libcurl cannot do what is needed");
  };
  set(CURLOPT_URL, request.url.c_str());
  set(CURLOPT_HTTPHEADER, headers.list);
  set(CURLOPT_USERAGENT, user_agent_.c_str());
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!ca_.empty()) {
    set(CURLOPT_CAINFO, ca_.c_str());
    set(CURLOPT_CAPATH, nullptr);
  }
  set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  set(CURLOPT_TIMEOUT, kWholeSeconds);
  set(CURLOPT_NOSIGNAL, 1L);
  // What stays on this computer has no use for a proxy.
  if (request.url.starts_with("http://")) set(CURLOPT_PROXY, "");
  if (request.method == "POST") {
    set(CURLOPT_POST, 1L);
    set(CURLOPT_POSTFIELDS, request.body.data());
    set(CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()));
  }
  Incoming incoming{{}, request.most};
  set(CURLOPT_WRITEFUNCTION, take_body);
  set(CURLOPT_WRITEDATA, &incoming);
  set(CURLOPT_HEADERFUNCTION, take_header);
  set(CURLOPT_HEADERDATA, &incoming);

  const CURLcode code = curl_easy_perform(curl_);
  if (code != CURLE_OK) return Unreached{trouble_of(code), curl_easy_strerror(code)};
  long status = 0;
  curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &status);
  // It may have come as a date.
  curl_off_t retry_after = 0;
  curl_easy_getinfo(curl_, CURLINFO_RETRY_AFTER, &retry_after);
  if (retry_after > 0) incoming.answer.headers["retry-after"] = std::to_string(retry_after);
  incoming.answer.status = static_cast<int>(status);
  return std::move(incoming.answer);
}

}  // namespace sveiki::courier
