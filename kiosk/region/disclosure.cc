// SPDX-License-Identifier: EUPL-1.2
#include "region/disclosure.h"

#include <algorithm>
#include <limits>

namespace sveiki::region {
namespace {

/// How readily a sum is left out: the finest first.
enum class Level { kCell, kRowAndGroup, kRow, kColumn, kGroup, kAll };

struct Arc {
  std::size_t from = 0, to = 0;
  std::int64_t flow = 0;  ///< a count that agrees with everything printed; at first the true one
  Told printed;           ///< what this number's own print says
  Level level = Level::kCell;
  bool out = false;  ///< left out, or never printed: any count may flow

  std::int64_t room(bool up) const {
    if (up) return (out ? std::numeric_limits<std::int64_t>::max() : printed.most) - flow;
    return flow - (out ? 0 : printed.least);
  }
};

/// A circulation: all → row → row and group → cell → column → group → all. Every integer flow
/// within the bounds is a table that agrees with what is printed, and the other way round.
class Network {
 public:
  std::size_t add(std::size_t from, std::size_t to, std::int64_t count, Level level, bool out) {
    const std::size_t at = arcs_.size();
    arcs_.push_back({from, to, count, told(count), level, out});
    touching_.resize(std::max({touching_.size(), from + 1, to + 1}));
    touching_[from].push_back(at);
    touching_[to].push_back(at);
    return at;
  }

  /// Leaves out sums until every number of a row, and every small one, can still be all that its
  /// own print says.
  void protect() {
    came_.assign(touching_.size(), kNever);
    for (std::size_t at = 0; at < arcs_.size(); ++at) {
      // What several centres have together says nothing about one of them; it may be known better.
      if (arcs_[at].level >= Level::kColumn && arcs_[at].printed != told(1)) continue;
      stretch(at, true);
      stretch(at, false);
    }
  }

  bool out(std::size_t arc) const { return arcs_[arc].out; }

 private:
  void stretch(std::size_t at, bool up) {
    Arc& arc = arcs_[at];
    const auto missing = [&] {
      return up ? arc.printed.most - arc.flow : arc.flow - arc.printed.least;
    };
    while (missing() > 0 && !(arc.level != Level::kCell && arc.out)) {
      if (find_way_back(at, up))
        push(at, up, missing());
      else
        leave_out_finest();
    }
  }

  /// More (or less) may flow through an arc where more flows back from its end to its beginning.
  /// Breadth first from the beginning, the side of the rows: it is soon seen when a row leads
  /// nowhere. Keeps the way in `came_`.
  bool find_way_back(std::size_t at, bool up) {
    start_ = arcs_[at].from;
    end_ = arcs_[at].to;
    backwards_ = up;
    for (const std::size_t node : reached_) came_[node] = kNever;
    reached_.assign(1, start_);
    came_[start_] = at;
    for (std::size_t next = 0; next < reached_.size(); ++next) {
      for (const std::size_t over : touching_[reached_[next]]) {
        const std::size_t other = step(reached_[next], over, at);
        if (other == kNever) continue;
        came_[other] = over;
        reached_.push_back(other);
        if (other == end_) return true;
      }
    }
    return false;
  }

  /// The node on the other side of an arc, where it has room and that node was not reached yet.
  std::size_t step(std::size_t node, std::size_t over, std::size_t without) const {
    const Arc& arc = arcs_[over];
    const bool from_here = arc.from == node;
    const std::size_t other = from_here ? arc.to : arc.from;
    const bool open =
        over != without && came_[other] == kNever && arc.room(from_here != backwards_) > 0;
    return open ? other : kNever;
  }

  template <typename F>
  void along_way(F&& each) {
    for (std::size_t node = end_; node != start_;) {
      Arc& arc = arcs_[came_[node]];
      const bool to_here = arc.to == node;
      each(arc, to_here != backwards_);
      node = to_here ? arc.from : arc.to;
    }
  }

  void push(std::size_t at, bool up, std::int64_t amount) {
    along_way([&](const Arc& arc, bool way_up) { amount = std::min(amount, arc.room(way_up)); });
    along_way([&](Arc& arc, bool way_up) { arc.flow += way_up ? amount : -amount; });
    arcs_[at].flow += up ? amount : -amount;
  }

  /// Of the sums at which the last search stopped. There is one: where all sums are left out, the
  /// way over them is open.
  void leave_out_finest() {
    Arc* finest = nullptr;
    for (const std::size_t node : reached_) {
      for (const std::size_t at : touching_[node]) {
        Arc& arc = arcs_[at];
        const std::size_t other = arc.from == node ? arc.to : arc.from;
        if (arc.out || arc.level == Level::kCell || came_[other] != kNever) continue;
        if (!finest || arc.level < finest->level) finest = &arc;
      }
    }
    finest->out = true;
  }

  static constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();
  std::vector<Arc> arcs_;
  std::vector<std::vector<std::size_t>> touching_;  // arcs, by node
  std::vector<std::size_t> came_;                   // by which arc, by node
  std::vector<std::size_t> reached_;                // nodes
  std::size_t start_ = 0, end_ = 0;
  bool backwards_ = false;
};

void add(NestedSums::Sum& sum, std::int64_t count) {
  sum = sum.value_or(0) + count;
}

std::size_t groups_of(const NestedTable& table) {
  return table.group.empty() ? 0 : table.group.back() + 1;
}

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
      const std::int64_t count = std::max<std::int64_t>(table.cells[row][column].count, 0);
      const std::size_t group = table.group[column];
      for (NestedSums::Sum* sum : {&sums.by_row_and_group[row][group], &sums.by_row[row],
                                   &sums.by_column[column], &sums.by_group[group], &sums.all})
        add(*sum, count);
    }
  }
  return sums;
}

NestedSums publishable_sums(const NestedTable& table) {
  const std::size_t columns = table.group.size(), groups = groups_of(table);
  NestedSums sums = all_sums(table);
  Network network;
  std::vector<std::pair<std::size_t, NestedSums::Sum*>> arcs;  // of the sums
  std::size_t nodes = 2 + groups + columns;
  const std::size_t rows_end = 0, columns_end = 1, first_group = 2, first_column = 2 + groups;
  const auto add_sum = [&](std::size_t from, std::size_t to, NestedSums::Sum& sum, Level level) {
    arcs.emplace_back(network.add(from, to, *sum, level, false), &sum);
  };
  for (std::size_t row = 0; row < table.cells.size(); ++row) {
    const std::size_t row_node = nodes++;
    add_sum(rows_end, row_node, sums.by_row[row], Level::kRow);
    std::size_t group_node = 0;
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t group = table.group[column];
      if (column == 0 || group != table.group[column - 1]) {
        group_node = nodes++;
        add_sum(row_node, group_node, sums.by_row_and_group[row][group], Level::kRowAndGroup);
      }
      const NestedTable::Cell& cell = table.cells[row][column];
      network.add(group_node, first_column + column, std::max<std::int64_t>(cell.count, 0),
                  Level::kCell, cell.hidden);
    }
  }
  for (std::size_t column = 0; column < columns; ++column)
    add_sum(first_column + column, first_group + table.group[column], sums.by_column[column],
            Level::kColumn);
  for (std::size_t group = 0; group < groups; ++group)
    add_sum(first_group + group, columns_end, sums.by_group[group], Level::kGroup);
  add_sum(columns_end, rows_end, sums.all, Level::kAll);
  network.protect();
  for (const auto& [arc, sum] : arcs) {
    if (network.out(arc)) sum->reset();
  }
  return sums;
}

}  // namespace sveiki::region
