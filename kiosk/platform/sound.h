// SPDX-License-Identifier: EUPL-1.2
/// Three short signals. A machine without a sound card is silent, never broken.
#pragma once

#include <filesystem>
#include <memory>

namespace sveiki::platform {

enum class Signal {
  kWelcome,  ///< one soft rising pair
  kNotYet,   ///< a single low tone
  kHelp,     ///< the bell that calls staff
};

class Sound {
 public:
  /// `dir` holds the signals as the build makes them. Waits for nothing: all happens on a thread.
  explicit Sound(std::filesystem::path dir);
  /// Ends when the signal that sounds has ended, within a second.
  ~Sound();

  /// Of signals that come while one sounds, only the last is heard.
  void play(Signal signal);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sveiki::platform
