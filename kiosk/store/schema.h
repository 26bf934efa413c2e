// SPDX-License-Identifier: EUPL-1.2
/// The centre's database as SQL: one list of migrations, each of which makes the next version.
#pragma once

#include <span>

namespace sveiki::store {

/// Marks a file as ours in `PRAGMA application_id`: "Svei".
inline constexpr int kApplicationId = 0x53766569;

/// `migrations()[v]` takes a database from `user_version` v to v + 1. The version that this program
/// writes is their number. A migration that was shipped is never edited.
std::span<const char* const> migrations();

}  // namespace sveiki::store
