// SPDX-License-Identifier: EUPL-1.2
#include "platform/sound.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "support/catch.h"

namespace sveiki::platform {
namespace {

namespace fs = std::filesystem;

/// A sound card that writes what it would sound into a file.
struct Card {
  fs::path folder = fs::temp_directory_path() / ("sveiki-sound-" + std::to_string(getpid()));
  fs::path heard = folder / "heard.raw";

  Card() {
    fs::create_directories(folder);
    std::ofstream(folder / "asound.conf")
        << "pcm.!default { type file slave.pcm { type null } format \"raw\" file \""
        << heard.string() << "\" }\n";
    setenv("ALSA_CONFIG_PATH", (folder / "asound.conf").c_str(), 1);
    for (const char* name : {"welcome", "not-yet", "help"}) {
      std::ofstream(folder / (std::string(name) + ".wav"), std::ios::binary)
          << std::string(44, 'h') << std::string(2000, name[0]);
    }
  }
  ~Card() {
    unsetenv("ALSA_CONFIG_PATH");
    fs::remove_all(folder);
  }

  std::string tones() const {
    std::ifstream in(heard, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

TEST_CASE("The signal for welcome reaches the sound card whole") {
  const Card card;
  Sound(card.folder).play(Signal::kWelcome);
  CHECK(card.tones() == std::string(2000, 'w'));
}

TEST_CASE("Each signal has its own tone") {
  const Card card;
  Sound(card.folder).play(Signal::kNotYet);
  CHECK(card.tones() == std::string(2000, 'n'));
}

TEST_CASE("Of many signals at once the last is heard, not all of them") {
  const Card card;
  {
    Sound sound(card.folder);
    for (int i = 0; i < 50; ++i) sound.play(Signal::kNotYet);
    sound.play(Signal::kHelp);
  }
  const std::string tones = card.tones();
  CHECK(tones.size() < 51 * 2000);
  CHECK(tones.ends_with(std::string(2000, 'h')));
}

TEST_CASE("Without a sound card or without its files the kiosk is silent and goes on") {
  setenv("ALSA_CONFIG_PATH", "/dev/null", 1);
  Sound("/no/such/folder").play(Signal::kWelcome);
  unsetenv("ALSA_CONFIG_PATH");
  SUCCEED();
}

}  // namespace
}  // namespace sveiki::platform
