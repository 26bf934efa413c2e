// SPDX-License-Identifier: EUPL-1.2
/// One function per alternative of a variant: std::visit(Match{[](A) {...}, [](B) {...}}, value).
#pragma once

namespace sveiki {

template <class... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Match(Cases...) -> Match<Cases...>;  // clang 14 does not deduce aggregates

}  // namespace sveiki
