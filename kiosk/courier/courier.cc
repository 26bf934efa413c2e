// SPDX-License-Identifier: EUPL-1.2
#include "courier/courier.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "sync/gzip.h"
#include "sync/region_url.h"

namespace sveiki::courier {
namespace {

using namespace std::chrono_literals;

// Nothing is pending, or this computer is not enrolled: the outbox is looked at again, no network.
constexpr Millis kLookAgain = 60s;
constexpr Millis kCompareEvery = 7 * 24h;

constexpr std::array kEnrolRefusals{"code-used", "code-expired", "code-unknown", "too-many-tries"};

std::string header(const Answer& answer, const std::string& name) {
  const auto found = answer.headers.find(name);
  return found == answer.headers.end() ? std::string{} : found->second;
}

/// What our collector says when it refuses; other servers on the way do not speak so.
bool is_problem(const Answer& answer) {
  return header(answer, "content-type").starts_with("application/problem+json");
}

std::chrono::seconds retry_after(const Answer& answer) {
  const std::string text = header(answer, "retry-after");
  std::int32_t seconds = 0;
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  return std::chrono::seconds{std::max(seconds, 0)};
}

/// One answer for each sheet that was sent, at its revision, and none besides.
bool names_exactly(const sync::Receipt& receipt, const std::vector<Sheet>& sent) {
  const auto of_sheet = [](const auto& sheet) { return std::pair{sheet.id, sheet.revision}; };
  std::vector<std::pair<SheetId, std::int64_t>> answered, asked;
  std::ranges::transform(receipt.sheets, std::back_inserter(answered), of_sheet);
  std::ranges::transform(sent, std::back_inserter(asked), of_sheet);
  std::ranges::sort(answered);
  std::ranges::sort(asked);
  return answered == asked;
}

}  // namespace

Courier::Courier(Outbox& outbox, Carrier& carrier, const sync::DeviceKey& key, const Clock& clock,
                 std::string version, std::function<double()> chance)
    : outbox_(outbox),
      carrier_(carrier),
      key_(key),
      clock_(clock),
      version_(std::move(version)),
      waiting_(std::move(chance)) {}

Round Courier::go(Compare when) {
  reached_ = false;
  next_s_.reset();
  outbox_.forget_send_wish();
  try {
    go_to_region(when);
    // Where nothing was said to anybody, the last trouble still stands.
    if (reached_) outbox_.set_trouble("");
    return {"", "", next_s_ ? waiting_.after_success(*next_s_) : kLookAgain};
  } catch (const Setback& setback) {
    outbox_.set_trouble(setback.trouble);
    return {setback.trouble, setback.what(), setback.wait};
  }
}

void Courier::go_to_region(Compare when) {
  if (const auto wish = outbox_.enrol_wish()) enrol(*wish);
  const auto device = outbox_.device();
  if (!device) return;
  device_ = *device;
  withdraw();
  if (!outbox_.catalogue()) bring_catalogue();
  // Before the comparison: one that fails keeps nobody silent. Afterwards it may be due because
  // another database answered, or one that was put back: it may have lost what was acknowledged.
  send_pending();
  if (when == Compare::kNow || compare_is_due()) {
    compare();
    send_pending();
  }
  tell_gaps();
}

void Courier::enrol(const Outbox::EnrolWish& wish) {
  if (!sync::region_url(wish.region)) return outbox_.set_enrol_refused("address");
  const Answer answer =
      carry({"POST",
             wish.region + "/v1/enrol",
             {{"Content-Type", "application/json"}},
             sync::write_enrol_request({wish.code, sync::text_of(key_.public_key())})});
  const auto enrolled =
      answer.status == 200 ? sync::read_enrolled(answer.body) : std::optional<sync::Enrolled>{};
  if (enrolled) {
    outbox_.set_device({wish.region, enrolled->device, enrolled->centre, enrolled->collector});
    return;
  }
  if (answer.status >= 500) {
    throw Setback{"busy", "the region has no time", waiting_.after_failure(retry_after(answer))};
  }
  if (answer.status < 400 || !is_problem(answer)) throw not_the_region("no answer to an enrolment");
  const auto why = std::ranges::find_if(kEnrolRefusals, [&](const char* word) {
    return answer.body.find(word) != std::string::npos;
  });
  outbox_.set_enrol_refused(why == kEnrolRefusals.end() ? "code-unknown" : *why);
  reached_ = true;
}

void Courier::withdraw() {
  for (const auto& some : portions(outbox_.withdrawals(), sync::kMaxLives)) {
    const Answer answer = ask_sealed(seal_withdrawal(sender(), some));
    if (answer.status != 204) throw not_the_region("no answer to a withdrawal");
    outbox_.set_withdrawn(some);
  }
}

void Courier::tell_gaps() {
  for (const auto& some : portions(outbox_.untold_gaps(), sync::kMaxGaps)) {
    const Answer answer = ask_sealed(seal_gaps(sender(), some));
    if (answer.status != 204) throw not_the_region("no answer to a gap");
    outbox_.set_told(some);
  }
}

bool Courier::compare_is_due() {
  const auto last = outbox_.compared();
  const Instant now = clock_.now().wall;
  // A clock that was set back must not put it off for years.
  return !last || now < *last || now - *last > kCompareEvery;
}

void Courier::compare() {
  const std::string path = "/v1/centres/" + device_.centre + "/index";
  const auto sealed = seal(sender(), "GET " + path, "");
  const Answer answer = ask_sealed(sealed);
  const auto index =
      answer.status == 200 ? sync::read_index(answer.body) : std::optional<sync::Index>{};
  if (!index) throw not_the_region("no index of what the region holds");
  if (index->collector != outbox_.collector().id) outbox_.set_collector({index->collector, 0});
  outbox_.reconcile(*index, clock_.now().wall);
}

void Courier::bring_catalogue() {
  const Answer answer = ask({"GET", device_.region + "/v1/catalogue"});
  const auto catalogue =
      answer.status == 200 ? sync::read_catalogue(answer.body) : std::optional<sync::Catalogue>{};
  if (!catalogue) throw not_the_region("no catalogue");
  outbox_.set_catalogue(*catalogue);
}

void Courier::send_pending() {
  const std::string with = sender().with();
  SheetId after;
  while (true) {
    std::vector<Sheet> sheets = outbox_.pending(sync::kMaxSheets, with, after);
    if (sheets.empty()) return;
    after = sheets.back().id;
    send(std::move(sheets));
  }
}

void Courier::send(std::vector<Sheet> sheets) {
  const auto sealed = seal_sheets(sender(), sheets, clock_.now().wall);
  if (!sealed) return send_halves(std::move(sheets), "too-large");

  const Instant asked = clock_.now().wall;
  const Answer answer = ask_sealed(*sealed);
  const Instant answered = clock_.now().wall;
  if (answer.status == 413) return send_halves(std::move(sheets), "too-large");
  if ((answer.status == 400 || answer.status == 422) && is_problem(answer)) {
    return send_halves(std::move(sheets), "malformed");
  }
  const auto receipt =
      answer.status == 200 ? sync::read_receipt(answer.body) : std::optional<sync::Receipt>{};
  if (!receipt) throw not_the_region("no receipt");
  if (!names_exactly(*receipt, sheets)) throw not_the_region("a receipt for something else");
  outbox_.set_skew((receipt->received_at - (asked + (answered - asked) / 2)).count());
  take(*receipt);
}

/// The bad one is alone in the end and is set aside; the others go on.
void Courier::send_halves(std::vector<Sheet> sheets, const char* why) {
  if (sheets.size() == 1) {
    const Sheet& bad = sheets.front();
    outbox_.acknowledge({{bad.id, bad.revision, Verdict::kRefused, why}}, clock_.now().wall,
                        sender().with());
    return;
  }
  auto [first, second] = halves(std::move(sheets));
  send(std::move(first));
  send(std::move(second));
}

void Courier::take(const sync::Receipt& receipt) {
  outbox_.acknowledge(receipt.sheets, clock_.now().wall, sender().with());
  outbox_.set_collector({receipt.collector, receipt.uploads});
  next_s_ = receipt.next_s;
  const auto catalogue = outbox_.catalogue();
  if (!catalogue || catalogue->version != receipt.catalogue) bring_catalogue();
}

Answer Courier::carry(Request request) {
  auto came = carrier_.carry(request);
  if (auto* answer = std::get_if<Answer>(&came)) return std::move(*answer);
  const Unreached& nobody = std::get<Unreached>(came);
  throw Setback{nobody.trouble, nobody.why, waiting_.after_failure()};
}

Answer Courier::ask(Request request) {
  Answer answer = carry(std::move(request));
  const std::string status = "the region answered " + std::to_string(answer.status);
  switch (answer.status) {
    case 401:
    case 403:
      throw Setback{"not-known", status, waiting_.for_people()};
    case 415:
      throw Setback{"too-old", status, waiting_.for_people()};
    case 408:
    case 429:
      throw Setback{"busy", status, waiting_.after_failure(retry_after(answer))};
    default:
      break;
  }
  if (answer.status >= 500) {
    throw Setback{"busy", status, waiting_.after_failure(retry_after(answer))};
  }
  reached_ = true;
  return answer;
}

Answer Courier::ask_sealed(const sync::Envelope& envelope) {
  const std::size_t space = envelope.what.find(' ');
  Request request{envelope.what.substr(0, space),
                  device_.region + envelope.what.substr(space + 1),
                  {{"Sveiki-Device", envelope.device},
                   {"Sveiki-Signature", sync::text_of(envelope.signature)}}};
  if (request.method == "POST") {
    request.headers["Content-Type"] = "application/json";
    const bool zip = envelope.body.size() > sync::kGzipFrom;
    if (zip) request.headers["Content-Encoding"] = "gzip";
    request.body = zip ? sync::gzip(envelope.body) : envelope.body;
  } else {
    request.most = sync::kMaxIndex;
  }
  return ask(std::move(request));
}

Courier::Setback Courier::not_the_region(const std::string& why) {
  return {"not-the-region", why, waiting_.after_failure()};
}

Sender Courier::sender() {
  return sender_of(outbox_, key_, device_, version_);
}

}  // namespace sveiki::courier
