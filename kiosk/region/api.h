// SPDX-License-Identifier: EUPL-1.2
/// What kiosks and watchers ask of the collector: uploads, enrolment, the catalogue, the index,
/// withdrawals, health and metrics. A row of the answer table is a few lines here.
///
/// A signed request has two headers: Sveiki-Device ("dv_…") and Sveiki-Signature (base64 of
/// sync/signature.h, over "POST /v1/sheets\n", "POST /v1/withdraw\n" or, with an empty body,
/// "GET /v1/centres/ce_…/index\n"). 401: no such device, or not its signature; 403: revoked, or of
/// another centre. An enrolment is refused with "code-unknown", "code-used", "code-expired" or
/// "too-many-tries" at the head of the problem's detail.
#pragma once

#include <memory>

#include "region/http.h"
#include "region/ingest.h"
#include "region/metrics.h"
#include "region/storages.h"

namespace sveiki::region {

struct ApiParts {
  Storages& storages;
  Ingest& ingest;
  Metrics& metrics;
  const Load& load;
};

/// Every path that is not of the API goes to `pages`.
Handler make_api(ApiParts parts, Handler pages);

}  // namespace sveiki::region
