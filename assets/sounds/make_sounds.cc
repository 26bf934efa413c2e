// SPDX-License-Identifier: EUPL-1.2
// Computes the three signals as WAV files: soft sine notes, none louder or longer than a room with
// people who are easily startled can bear. Usage: make_sounds DIRECTORY
#include <cmath>
#include <cstdint>
#include <fstream>
#include <numbers>
#include <string>
#include <vector>

namespace {

constexpr int kRate = 44100;

struct Note {
  double hertz;
  double start_s;
  double length_s;
  double loudness;  // 0 to 1
};

// A fundamental with a little octave; 12 ms of rise so that nothing clicks, then a bell's decay.
double sample(const Note& note, double at_s) {
  const double t = at_s - note.start_s;
  if (t < 0 || t > note.length_s) return 0;
  const double phase = 2 * std::numbers::pi * note.hertz * t;
  const double rise = std::min(1.0, t / 0.012);
  const double fall = std::exp(-4 * t / note.length_s) * (1 - t / note.length_s);
  return note.loudness * rise * fall * (std::sin(phase) + 0.2 * std::sin(2 * phase));
}

std::string little_endian(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

void write_wav(const std::string& file, const std::vector<Note>& notes, double length_s) {
  std::string pcm;
  for (int i = 0; i < static_cast<int>(length_s * kRate); ++i) {
    double sum = 0;
    for (const Note& note : notes) sum += sample(note, static_cast<double>(i) / kRate);
    pcm += little_endian(static_cast<std::uint16_t>(std::lround(sum * 32000)), 2);
  }
  const auto size = static_cast<std::uint32_t>(pcm.size());
  std::ofstream out(file, std::ios::binary);
  out << "RIFF" << little_endian(36 + size, 4) << "WAVEfmt " << little_endian(16, 4)
      << little_endian(1, 2) << little_endian(1, 2)  // PCM, mono
      << little_endian(kRate, 4) << little_endian(kRate * 2, 4) << little_endian(2, 2)
      << little_endian(16, 2) << "data" << little_endian(size, 4) << pcm;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string dir = std::string(argv[1]) + "/";
  // A rising fourth, one low note, and a counter bell struck twice.
  write_wav(dir + "welcome.wav", {{523.25, 0, 0.5, 0.4}, {698.46, 0.16, 0.64, 0.4}}, 0.8);
  write_wav(dir + "not-yet.wav", {{196.0, 0, 0.5, 0.5}}, 0.5);
  write_wav(dir + "help.wav", {{1046.5, 0, 0.4, 0.3}, {1046.5, 0.3, 0.65, 0.3}}, 0.95);
}
