// SPDX-License-Identifier: EUPL-1.2
/// What every administrative command has in common: which collector it works on, and how days and
/// months are written.
#pragma once

#include <CLI/App.hpp>
#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "region/storage.h"

namespace sveiki::region {

/// Who did it, in the audit log.
inline constexpr std::string_view kCommandLine = "command line";

struct Where {
  std::filesystem::path data;
  std::string postgres;

  /// Refuses a folder without a region: it is more likely misspelt than new. Throws DatabaseAway,
  /// and std::runtime_error for a database that is not ours or newer.
  Storage open() const;
  /// For what comes first to a new region.
  Storage open_or_make() const { return Storage(open_database(data, postgres)); }
};

/// The words that an option takes, in the order in which they are told.
template <class T>
using Choices = std::vector<std::pair<std::string, T>>;

template <class T>
std::string name_of(const T& value, const Choices<T>& choices) {
  return std::ranges::find(choices, value, &std::pair<std::string, T>::second)->first;
}

template <class T>
CLI::Option* add_choice(CLI::App& command, const std::string& name, T& to,
                        const Choices<T>& choices, const std::string& what) {
  std::string words;
  for (const auto& choice : choices) words += (words.empty() ? "" : ", ") + choice.first;
  return command
      .add_option_function<std::string>(
          name,
          [name, words, &to, choices](const std::string& word) {
            const auto choice = std::ranges::find(choices, word, &std::pair<std::string, T>::first);
            if (choice == choices.end())
              throw CLI::ValidationError(name, "\"" + word + "\" is none of " + words);
            to = choice->second;
          },
          what)
      ->option_text(words);
}

/// Declares PARENT NAME with its --data and --postgres. When it is chosen it does `work`; what that
/// throws is said by main.
CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& description,
                      Where& where, std::function<int()> work, int& exit_code);

Instant now();
/// "2026-11-22"; today where it is empty. Refuses anything else.
CivilDay day_or_today(const std::string& text);

}  // namespace sveiki::region
