// SPDX-License-Identifier: EUPL-1.2
/// What the collector counts about itself, as text for Prometheus
/// (https://prometheus.io/docs/instrumenting/exposition_formats/).
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "domain/sheet.h"
#include "region/server.h"

namespace sveiki::region {

class Metrics {
 public:
  /// `route` is a path of ours ("/v1/centres/{id}/index"), never what somebody asked for.
  void count_request(std::string_view route, int status);
  void count_sheet(Verdict verdict);
  void count_database_fault() { ++database_faults_; }

  /// They name centres, and are for a program on this computer: not for whoever connects from
  /// elsewhere, nor for whom a proxy on this computer lets in.
  static bool may_be_read_by(const Request& request);

  /// `waiting` uploads for the disk; `silence`: seconds since the last upload, by centre.
  std::string text(const Load& load, std::size_t waiting,
                   const std::map<std::string, std::int64_t>& silence) const;

 private:
  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::int64_t, std::less<>> requests_;
  std::map<Verdict, std::int64_t> sheets_;
  std::atomic<std::int64_t> database_faults_ = 0;
};

/// Bytes of this process that are in memory.
std::int64_t resident_bytes();

}  // namespace sveiki::region
