// SPDX-License-Identifier: EUPL-1.2
#include "region/metrics.h"

#include <unistd.h>

#include <fstream>

namespace sveiki::region {
namespace {

using Labels = std::vector<std::pair<std::string_view, std::string>>;

class Page {
 public:
  /// What the samples that follow are.
  void metric(std::string_view name, std::string_view type, std::string_view help) {
    name_ = name;
    text_.append("# HELP ").append(name).append(" ").append(help).append("\n");
    text_.append("# TYPE ").append(name).append(" ").append(type).append("\n");
  }
  /// Labels hold ids and words of ours: nothing in them has to be escaped.
  void sample(std::int64_t value, const Labels& labels = {}) {
    text_ += name_;
    char before = '{';
    for (const auto& [name, label] : labels) {
      text_.append(1, before).append(name).append("=\"").append(label).append("\"");
      before = ',';
    }
    text_.append(labels.empty() ? " " : "} ").append(std::to_string(value)).append("\n");
  }
  std::string text() && { return std::move(text_); }

 private:
  std::string_view name_;
  std::string text_;
};

}  // namespace

void Metrics::count_request(std::string_view route, int status) {
  std::lock_guard lock(mutex_);
  ++requests_[{std::string(route), status}];
}

void Metrics::count_sheet(Verdict verdict) {
  std::lock_guard lock(mutex_);
  ++sheets_[verdict];
}

bool Metrics::may_be_read_by(const Request& request) {
  const std::string& address = request.address;
  const bool here =
      address == "::1" || address.starts_with("127.") || address.starts_with("::ffff:127.");
  const auto passed_on = [&](const char* header) { return request.headers.contains(header); };
  return here && !passed_on("x-forwarded-for") && !passed_on("forwarded");
}

std::string Metrics::text(const Load& load, std::size_t waiting,
                          const std::map<std::string, std::int64_t>& silence) const {
  Page page;
  {
    std::lock_guard lock(mutex_);
    page.metric("sveiki_requests_total", "counter", "Requests answered.");
    for (const auto& [request, count] : requests_)
      page.sample(count, {{"path", request.first}, {"status", std::to_string(request.second)}});
    page.metric("sveiki_sheets_total", "counter", "Sheets received.");
    for (const auto& [verdict, count] : sheets_)
      page.sample(count, {{"verdict", std::string(verdict_name(verdict))}});
  }
  page.metric("sveiki_requests_turned_away_total", "counter", "Malformed, or too many at once.");
  page.sample(load.turned_away);
  page.metric("sveiki_requests_in_flight", "gauge", "Requests being answered.");
  page.sample(load.in_flight);
  page.metric("sveiki_connections", "gauge", "Open connections.");
  page.sample(load.connections);
  page.metric("sveiki_uploads_waiting", "gauge", "Uploads that wait for the disk.");
  page.sample(static_cast<std::int64_t>(waiting));
  page.metric("sveiki_database_faults_total", "counter", "Times the database was away.");
  page.sample(database_faults_);
  page.metric("sveiki_last_upload_age_seconds", "gauge", "Since a centre was last heard of.");
  for (const auto& [centre, seconds] : silence) page.sample(seconds, {{"centre", centre}});
  page.metric("process_resident_memory_bytes", "gauge", "Resident memory.");
  page.sample(resident_bytes());
  return std::move(page).text();
}

std::int64_t resident_bytes() {
  std::int64_t pages = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  return resident * ::sysconf(_SC_PAGESIZE);
}

}  // namespace sveiki::region
