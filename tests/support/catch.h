// SPDX-License-Identifier: EUPL-1.2
/// Catch2 2 on Debian 12, Catch2 3 on Debian 13: the one place that knows.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
