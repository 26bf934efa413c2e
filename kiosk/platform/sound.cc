// SPDX-License-Identifier: EUPL-1.2
// Straight to ALSA: SDL2 and its mixer would cost 7 to 10 MB of memory for three tones.
#include "platform/sound.h"

#include <alsa/asoundlib.h>

#include <cstdint>
#include <fstream>
#include <thread>
#include <utility>
#include <vector>

#include "base/mailbox.h"

namespace sveiki::platform {
namespace {

constexpr unsigned kRate = 44100;
constexpr unsigned kLatencyMicros = 50'000;
// A sound server that does not take the tone within this time is not waited for.
constexpr int kPatienceMs = 500;

// Without a card ALSA would write ten lines into the log for every signal.
void say_nothing(const char*, int, const char*, int, const char*, ...) {}

using Samples = std::vector<std::int16_t>;

/// The samples of one of our own WAV files: mono, 16 bits, after a header of 44 bytes.
Samples load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::streamoff>(in.tellg());
  if (size <= 44) return {};
  Samples samples(static_cast<std::size_t>(size - 44) / 2);
  in.seekg(44);
  in.read(reinterpret_cast<char*>(samples.data()),
          static_cast<std::streamsize>(samples.size() * 2));
  return samples;
}

void write(snd_pcm_t* card, const Samples& samples) {
  std::size_t done = 0;
  while (done < samples.size()) {
    const auto written = snd_pcm_writei(card, samples.data() + done, samples.size() - done);
    if (written > 0) {
      done += static_cast<std::size_t>(written);
    } else if (written == -EAGAIN ? snd_pcm_wait(card, kPatienceMs) <= 0
                                  : snd_pcm_recover(card, static_cast<int>(written), 1) < 0) {
      return;
    }
  }
  snd_pcm_nonblock(card, 0);
  snd_pcm_drain(card);
}

// Opened anew for each signal: the card may be plugged in at any time, and speech needs it too.
void sound(const Samples& samples) {
  snd_pcm_t* card = nullptr;
  if (snd_pcm_open(&card, "default", SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK) < 0) return;
  if (snd_pcm_set_params(card, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1, kRate, 1,
                         kLatencyMicros) == 0) {
    write(card, samples);
  }
  snd_pcm_close(card);
}

}  // namespace

struct Sound::Parts {
  std::filesystem::path dir;
  Mailbox<Signal> asked;
  std::thread player;

  void run() {
    snd_lib_error_set_handler(say_nothing);
    const Samples signals[] = {load(dir / "welcome.wav"), load(dir / "not-yet.wav"),
                               load(dir / "help.wav")};
    while (auto signal = asked.receive()) {
      if (const auto more = asked.take_all(); !more.empty()) signal = more.back();
      sound(signals[static_cast<int>(*signal)]);
    }
    snd_config_update_free_global();
  }
};

Sound::Sound(std::filesystem::path dir) : parts_(std::make_unique<Parts>()) {
  parts_->dir = std::move(dir);
  parts_->player = std::thread(&Parts::run, parts_.get());
}

Sound::~Sound() {
  parts_->asked.close();
  parts_->player.join();
}

void Sound::play(Signal signal) {
  parts_->asked.send(signal);
}

}  // namespace sveiki::platform
