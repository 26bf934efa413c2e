// SPDX-License-Identifier: EUPL-1.2
#include "region/disclosure.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

namespace sveiki::region {
namespace {

struct Arc {
  std::size_t from = 0, to = 0;
  std::int64_t flow = 0;  ///< a count that agrees with everything printed; at first the true one
  Told printed;           ///< what this number's own print says
  bool of_row = false;    ///< of one centre
  NestedSums::Sum* sum = nullptr;  ///< that may still be left out
  bool out = false;                ///< left out: any count may flow

  std::int64_t room(bool up) const {
    if (up) return (out ? std::numeric_limits<std::int64_t>::max() : printed.most) - flow;
    return flow - (out ? 0 : printed.least);
  }
  std::size_t across(std::size_t node) const { return node == from ? to : from; }
};

/// A circulation: all → row → row and group → cell → column → group → all. Every integer flow
/// within the bounds is a table that agrees with what is printed, and the other way round.
class Network {
 public:
  std::size_t add_node() {
    touching_.emplace_back();
    next_.push_back(0);
    return touching_.size() - 1;
  }
  /// What is nothing stays nothing: it has no arc.
  void add(Arc arc) {
    if (arc.flow == 0) return;
    arc.printed = told(arc.flow);
    touching_[arc.from].push_back(arcs_.size());
    touching_[arc.to].push_back(arcs_.size());
    arcs_.push_back(arc);
  }

  /// Leaves out sums until every number of a row, and every small one, can still be all that its
  /// own print says.
  void protect() {
    for (Side& side : sides_) {
      side.came.assign(touching_.size(), kNever);
      side.tried.assign(touching_.size(), 0);
    }
    for (std::size_t at = 0; at < arcs_.size(); ++at) {
      // What several centres have together says nothing about one of them; it may be known better.
      if (!arcs_[at].of_row && arcs_[at].printed != told(1)) continue;
      stretch(at, true);
      stretch(at, false);
    }
  }

 private:
  /// One of two searches for each other.
  struct Side {
    std::vector<std::size_t> came;          // by which arc, by node
    std::vector<std::size_t> tried;         // how many arcs, by node
    std::vector<std::size_t> reached, way;  // nodes
    bool backwards = false;
  };

  void stretch(std::size_t at, bool up) {
    Arc& arc = arcs_[at];
    const auto missing = [&] {
      return up ? arc.printed.most - arc.flow : arc.flow - arc.printed.least;
    };
    while (!arc.out && missing() > 0) {
      if (const Side* stuck = find_way_back(at, up))
        leave_one_out(*stuck);
      else
        push(at, up, missing());
    }
  }

  /// More (or less) may flow through an arc where more flows back from its end to its beginning.
  /// Searches from both, since either may lead nowhere, and most ways lead over the few nodes that
  /// all rows touch. Keeps the way; if there is none, gives the side that came to its end.
  const Side* find_way_back(std::size_t at, bool up) {
    begin(sides_[0], arcs_[at].to, at, !up);
    begin(sides_[1], arcs_[at].from, at, up);
    for (std::size_t turn = 0;; turn = 1 - turn) {
      Side& side = sides_[turn];
      if (side.way.empty()) return &side;
      const std::size_t node = step(side, at);
      if (node == kNever) {
        side.way.pop_back();
      } else if (sides_[1 - turn].came[node] != kNever) {
        met_ = node;
        return nullptr;
      }
    }
  }

  static void begin(Side& side, std::size_t node, std::size_t at, bool backwards) {
    for (const std::size_t old : side.reached) {
      side.came[old] = kNever;
      side.tried[old] = 0;
    }
    side.came[node] = at;
    side.reached.assign(1, node);
    side.way.assign(1, node);
    side.backwards = backwards;
  }

  /// On to a node that this side did not reach yet. Each node goes on with its arcs where it was
  /// left the last time: those before are used up.
  std::size_t step(Side& side, std::size_t without) {
    const std::size_t node = side.way.back();
    const auto& touching = touching_[node];
    for (; side.tried[node] < touching.size(); ++side.tried[node]) {
      if (++next_[node] >= touching.size()) next_[node] = 0;
      const std::size_t over = touching[next_[node]];
      const Arc& arc = arcs_[over];
      const std::size_t other = arc.across(node);
      if (over == without || side.came[other] != kNever ||
          arc.room((arc.from == node) != side.backwards) <= 0)
        continue;
      side.came[other] = over;
      side.reached.push_back(other);
      side.way.push_back(other);
      return other;
    }
    return kNever;
  }

  template <typename F>
  void along_way(std::size_t at, F&& each) {
    for (const Side& side : sides_) {
      for (std::size_t node = met_; side.came[node] != at;) {
        Arc& arc = arcs_[side.came[node]];
        each(arc, (arc.to == node) != side.backwards);
        node = arc.across(node);
      }
    }
  }

  void push(std::size_t at, bool up, std::int64_t amount) {
    along_way(at, [&](const Arc& arc, bool more) { amount = std::min(amount, arc.room(more)); });
    along_way(at, [&](Arc& arc, bool more) { arc.flow += more ? amount : -amount; });
    arcs_[at].flow += up ? amount : -amount;
  }

  /// Of the sums at which a search stopped. There is one: without these sums everything was free.
  void leave_one_out(const Side& stuck) {
    Arc* found = nullptr;
    for (const std::size_t node : stuck.reached) {
      for (const std::size_t at : touching_[node]) {
        Arc& arc = arcs_[at];
        if (arc.out || !arc.sum || stuck.came[arc.across(node)] != kNever) continue;
        if (!found || (arc.of_row && !found->of_row)) found = &arc;
      }
    }
    assert(found);
    found->out = true;
    found->sum->reset();
  }

  static constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();
  std::vector<Arc> arcs_;
  std::vector<std::vector<std::size_t>> touching_;  // arcs, by node
  std::vector<std::size_t> next_;                   // of these, by node
  std::array<Side, 2> sides_;
  std::size_t met_ = 0;
};

void add(NestedSums::Sum& sum, std::int64_t count) {
  sum = sum.value_or(0) + count;
}

std::size_t groups_of(const NestedTable& table) {
  return table.group.empty() ? 0 : table.group.back() + 1;
}

/// Which sums of a group, or of the whole, may be told beside those that are told already.
class Decision {
 public:
  Decision(const NestedTable& table, const NestedSums& every, NestedSums& sums)
      : table_(table), every_(every), sums_(sums) {
    for (std::size_t i = 0; i < table.group.size(); ++i) columns_.push_back(network_.add_node());
  }

  void of_group(std::size_t group) {
    for (std::size_t row = 0; row < table_.cells.size(); ++row) {
      const std::size_t node = network_.add_node();
      network_.add(decided(rows_end_, node, every_.by_row_and_group[row][group],
                           sums_.by_row_and_group[row][group], true));
      add_cells(row, group, node);
    }
    add_columns(group, columns_end_);
    network_.add(
        decided(columns_end_, rows_end_, every_.by_group[group], sums_.by_group[group], false));
    network_.protect();
  }

  void of_all() {
    const std::size_t groups = groups_of(table_);
    for (std::size_t row = 0; row < table_.cells.size(); ++row) {
      const std::size_t node = network_.add_node();
      network_.add(decided(rows_end_, node, every_.by_row[row], sums_.by_row[row], true));
      for (std::size_t group = 0; group < groups; ++group) {
        const std::size_t part = network_.add_node();
        network_.add(given(node, part, every_.by_row_and_group[row][group],
                           sums_.by_row_and_group[row][group], true));
        add_cells(row, group, part);
      }
    }
    for (std::size_t group = 0; group < groups; ++group) {
      const std::size_t node = network_.add_node();
      add_columns(group, node);
      network_.add(given(node, columns_end_, every_.by_group[group], sums_.by_group[group], false));
    }
    network_.add(decided(columns_end_, rows_end_, every_.all, sums_.all, false));
    network_.protect();
  }

 private:
  using Sum = NestedSums::Sum;
  static Arc decided(std::size_t from, std::size_t to, const Sum& count, Sum& sum, bool of_row) {
    return {from, to, *count, {}, of_row, &sum, false};
  }
  static Arc given(std::size_t from, std::size_t to, const Sum& count, const Sum& sum,
                   bool of_row) {
    return {from, to, *count, {}, of_row, nullptr, !sum};
  }

  void add_cells(std::size_t row, std::size_t group, std::size_t node) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (table_.group[i] == group)
        network_.add(
            {node, columns_[i], std::max<std::int64_t>(table_.cells[row][i], 0), {}, true});
    }
  }
  void add_columns(std::size_t group, std::size_t end) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (table_.group[i] == group)
        network_.add(given(columns_[i], end, every_.by_column[i], sums_.by_column[i], false));
    }
  }

  const NestedTable& table_;
  const NestedSums& every_;
  NestedSums& sums_;
  Network network_;
  std::size_t rows_end_ = network_.add_node(), columns_end_ = network_.add_node();
  std::vector<std::size_t> columns_;  // nodes
};

}  // namespace

Told told(std::int64_t count) {
  if (count <= 0) return {0, 0};
  if (is_small(count)) return {1, kNotSmall - 1};
  const std::int64_t nearest = (count + 2) / 5 * 5;
  return {std::max(nearest - 2, kNotSmall), nearest + 2};
}

std::string printed(std::int64_t count) {
  if (count <= 0) return "0";
  if (is_small(count)) return "<5";
  return std::to_string((count + 2) / 5 * 5);
}

void Parts::add(const Told& part) {
  least_ += part.least;
  most_ += part.most;
  widest_ = std::max(widest_, part.most - part.least);
}

bool Parts::stay_free(const Told& sum) const {
  // One part at its most, all others at their least; and the other way round.
  const bool parts = least_ + widest_ <= sum.most && most_ - widest_ >= sum.least;
  return parts && (sum != told(1) || (least_ <= sum.least && most_ >= sum.most));
}

NestedSums all_sums(const NestedTable& table) {
  const std::size_t columns = table.group.size(), groups = groups_of(table);
  NestedSums sums;
  sums.by_row.assign(table.cells.size(), 0);
  sums.by_row_and_group.assign(table.cells.size(), std::vector<NestedSums::Sum>(groups, 0));
  sums.by_column.assign(columns, 0);
  sums.by_group.assign(groups, 0);
  sums.all = 0;
  for (std::size_t row = 0; row < table.cells.size(); ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const std::int64_t count = std::max<std::int64_t>(table.cells[row][column], 0);
      const std::size_t group = table.group[column];
      for (NestedSums::Sum* sum : {&sums.by_row_and_group[row][group], &sums.by_row[row],
                                   &sums.by_column[column], &sums.by_group[group], &sums.all})
        add(*sum, count);
    }
  }
  return sums;
}

NestedSums publishable_sums(const NestedTable& table) {
  const NestedSums every = all_sums(table);
  NestedSums sums = every;
  for (std::size_t column = 0; column < table.group.size(); ++column) {
    Parts parts;
    for (const auto& row : table.cells) parts.add(told(row[column]));
    if (!parts.stay_free(told(*every.by_column[column]))) sums.by_column[column].reset();
  }
  for (std::size_t group = 0; group < groups_of(table); ++group)
    Decision(table, every, sums).of_group(group);
  Decision(table, every, sums).of_all();
  return sums;
}

}  // namespace sveiki::region
