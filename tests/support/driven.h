// SPDX-License-Identifier: EUPL-1.2
/// The real program, run by a test: a command of `sveiki-kiosk` to its end, or `drive` line by
/// line. What it does to a data directory is really done, and killing it is a real crash.
#pragma once

#include <sys/types.h>

#include <cstdio>
#include <filesystem>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace sveiki::test {

using Json = nlohmann::json;

/// How a command ended, and what it said.
struct Ran {
  int code = -1;
  std::string out;
  std::string err;
};
Ran run_kiosk(const std::vector<std::string>& arguments);

class Driven {
 public:
  /// Small pictures are quick, and the screens are laid out in millimetres all the same.
  explicit Driven(const std::filesystem::path& data, const std::string& size = "640x360");
  ~Driven();
  Driven(const Driven&) = delete;
  Driven& operator=(const Driven&) = delete;

  /// Sends one line and gives the answer to it. Throws if the program has ended.
  Json say(const std::string& line);
  /// Says each line, each of which must be done; gives the name of the screen at the end.
  std::string go(std::initializer_list<std::string> lines);

  /// The nodes of the screen in front, as `tree` gives them.
  Json nodes();
  /// The node of this id; of an id that ends with a dot ("token."), the first that begins so.
  /// Throws if there is none.
  Json node(const std::string& id);
  std::string label(const std::string& id) { return node(id)["label"]; }
  /// All ids that begin so.
  std::vector<std::string> ids(const std::string& begin);

  /// Sends without waiting for answers; takes the next answer (nothing: the program has ended).
  void send(const std::string& lines);
  std::optional<Json> answer();

  /// A crash: nothing is flushed, nothing said. What was answered before can still be read.
  void kill();
  /// No more lines: the program's exit code.
  int end();

 private:
  pid_t process_;
  std::FILE* lines_;
  std::FILE* answers_;
};

}  // namespace sveiki::test
