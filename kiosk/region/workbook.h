// SPDX-License-Identifier: EUPL-1.2
/// A report as a workbook of four sheets: indicators, months and centres, data, explanation.
#pragma once

#include <string>

#include "region/report_tables.h"
#include "region/report_words.h"

namespace sveiki::region {

/// The same report gives the same bytes.
std::string workbook(const Report& report, Purpose purpose, Language language,
                     const ActivityNames& names = {});

}  // namespace sveiki::region
