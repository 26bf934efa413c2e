// SPDX-License-Identifier: EUPL-1.2
/// A Frictionless Data Package (https://specs.frictionlessdata.io): a zip of CSV files with a
/// description of every column, for programs of others.
#pragma once

#include <string>

#include "region/report_tables.h"

namespace sveiki::region {

/// The same report gives the same bytes.
std::string data_package(const Report& report, Purpose purpose, const ActivityNames& names = {});

}  // namespace sveiki::region
