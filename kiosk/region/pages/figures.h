// SPDX-License-Identifier: EUPL-1.2
/// Numbers and states as people read them. Zero, closed and not reported look and read differently;
/// a number from 1 to 4 is grey, says so, and stays out of what is copied.
#pragma once

#include "region/pages/view.h"

namespace sveiki::region::pages {

/// Who did something: a login, a kiosk's id, or what works by itself in the reader's language.
std::string who_words(const View& view, const std::string& by);

Html figure(const View& view, std::int64_t n);
/// A table's cell with it.
Html cell(const View& view, std::int64_t n);
Html words_cell(const Html& words);
/// "60", or "60 to 85" where some may have been counted twice.
Html people_figure(const View& view, const People& people);
/// In place of a number that nobody told.
Html unknown(const View& view);
Html unknown_cell(const View& view);
Html row_head(const Html& words);

/// Every day of it, and nobody came all the same: nobody asks how many.
bool was_closed(const CentreMonth& month);
/// What was told of it is a number. A closed month has none, not even zero.
bool has_numbers(const CentreMonth& month);
/// Nothing is expected of it: nothing came, and nothing is missing.
bool not_over_yet(const View& view, const CentreMonth& month);
/// What a month of a centre is called; one that has not begun is not one that did not report.
std::string state_words(const View& view, const CentreMonth& month);
/// A sign and words: "complete", "partly", "not-reported", "closed", "manual", "to-come".
Html mark(std::string_view state, const std::string& words);
/// Its sign alone, for where words stand beside it.
Html month_sign(const View& view, const CentreMonth& month);
/// Its sign and word.
Html state_mark(const View& view, const CentreMonth& month);
/// Visits and people of it, or why there are none.
Html month_cell(const View& view, const CentreMonth& month);

/// A month of a centre as a row of a table, after what `first` heads.
std::vector<Head> month_heads(const std::string& first, const View& view);
Html month_cells(const View& view, const CentreMonth& month);

/// "812 to 901 people, about 850"; or that it is not known.
std::string bracket_words(const View& view, const std::optional<Bracket>& people);
/// How the bracket came about.
Html bracket_method(const View& view, const Bracket& people);

/// Why some numbers are grey: stands under every table that may have them.
Html few_note(const View& view);

}  // namespace sveiki::region::pages
