// SPDX-License-Identifier: EUPL-1.2
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "platform/memory.h"
#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/ending.h"
#include "sveiki-kiosk/kiosk.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/size.h"

namespace sveiki {
namespace {

struct RunOptions {
  std::string data;
  std::string window;
  bool fullscreen = false;
};

bool is_press(const platform::Input& input) {
  const auto* finger = std::get_if<platform::Finger>(&input);
  return finger && finger->kind == platform::Finger::Kind::kDown;
}

int run(const RunOptions& options) {
  Ending::prepare();
  const auto centre = centre_of(options.data);
  keep_private(options.data);
  log_to(options.data);
  platform::WindowOptions window;
  window.fullscreen = options.window.empty();
  if (!window.fullscreen) {
    const Size size = read_size(options.window);
    window.width = size.width;
    window.height = size.height;
  }
  const auto surface = platform::open_window(window);
  platform::Sound sound(share_dir() / "sounds");
  const Ending ending([&] { surface->wake(); });
  const SystemClock clock;
  Kiosk kiosk(options.data, centre, *surface, &sound, clock, ui::Stage::Motion::kSoft);
  spdlog::info("{} is open at the screen, {}x{}", centre->id, surface->width(), surface->height());
  kiosk.frame();
  platform::release_unused();  // the shaders are compiled
  while (!ending.come()) {
    for (const platform::Input& input : surface->wait(kiosk.may_sleep())) {
      if (std::holds_alternative<platform::CloseRequest>(input)) return 0;
      kiosk.take(input);
      // A press shows itself even if its release came in with it.
      if (is_press(input)) kiosk.frame();
    }
    kiosk.frame();
  }
  return 0;
}

}  // namespace

void add_run(CLI::App& program, int& exit_code) {
  auto* command = program.add_subcommand("run", "the kiosk on this screen");
  auto options = std::make_shared<RunOptions>();
  command->add_option("--data", options->data, "the centre's data directory")->required();
  auto* fullscreen =
      command->add_flag("--fullscreen", options->fullscreen, "the whole screen (as without it)");
  command->add_option("--window", options->window, "a window of this size, as 1280x720")
      ->excludes(fullscreen);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace sveiki
