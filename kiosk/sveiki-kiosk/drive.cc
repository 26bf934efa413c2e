// SPDX-License-Identifier: EUPL-1.2
// The real program, moved by a script: for tests, demonstrations and support. Time stands still
// between commands.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "platform/scanner.h"
#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/kiosk.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/script.h"
#include "sveiki-kiosk/size.h"

namespace sveiki {
namespace {

using Json = nlohmann::ordered_json;
using platform::Finger;

struct DriveOptions {
  std::string data;
  std::string size = "1920x1080";
  bool offscreen = false;
  bool window = false;
  std::string file;
};

/// Why a command could not be done, or an expectation was not met.
struct Refusal : std::runtime_error {
  using std::runtime_error::runtime_error;
};

int round_px(float v) {
  return static_cast<int>(std::lround(v));
}

class Driver {
 public:
  Driver(const std::filesystem::path& data, std::shared_ptr<const Centre> centre,
         platform::Surface& surface)
      : zone_(centre->zone),
        clock_(SystemClock{}.now().wall),
        surface_(surface),
        kiosk_(data, std::move(centre), surface, nullptr, clock_, ui::Stage::Motion::kStill) {
    kiosk_.frame();
  }

  /// Does one command. The answer always has `ok` and `screen`, and `why` where it failed.
  Json answer(const ScriptLine& line) {
    Json reply;
    reply["ok"] = true;
    reply["screen"] = "";  // keeps its place in the line
    try {
      perform(line, reply);
    } catch (const Refusal& refusal) {
      reply["ok"] = false;
      reply["why"] = refusal.what();
    }
    reply["screen"] = screen_name(kiosk_.model());
    return reply;
  }

  bool quits() const { return quits_; }

 private:
  void perform(const ScriptLine& line, Json& reply) {
    if (line.command == "tap") return hold(line.argument, Millis{0});
    if (line.command == "hold") return hold_line(line.argument);
    if (line.command == "type") return type(line.argument);
    if (line.command == "scan") return scan(line.argument);
    if (line.command == "key") return key(line.argument);
    if (line.command == "clock") return set_clock(line.argument);
    if (line.command == "wait") return wait();
    if (line.command == "expect") return expect(line);
    if (line.command == "tree") return tree(reply);
    if (line.command == "shot") return shot(line.argument);
    if (line.command == "quit") {
      quits_ = true;
      return;
    }
    throw Refusal("\"" + line.command +
                  "\" is not a command: tap, hold, type, scan, key, clock, "
                  "wait, expect, tree, shot or quit");
  }

  /// The node of this id; "token.*" is the first whose id begins with "token.".
  const ui::Node& node(const std::string& id) const {
    const ui::Nodes& nodes = kiosk_.stage().nodes();
    if (id.ends_with('*')) {
      const std::string_view begin = std::string_view{id}.substr(0, id.size() - 1);
      for (const ui::Node& found : nodes)
        if (found.id.starts_with(begin)) return found;
    } else if (const ui::Node* found = ui::find(nodes, id)) {
      return *found;
    }
    throw Refusal("there is no \"" + id + "\" on this screen");
  }

  void pass(Millis time) {
    clock_.advance(time);
    kiosk_.frame();
  }

  /// A finger on the node for so long. As a hand would, it waits until the screen takes touches.
  void hold(const std::string& id, Millis time) {
    const Millis settling = kiosk_.stage().ready_at(node(id).id) - clock_.now().steady;
    if (settling > Millis{0}) pass(settling);
    const ui::Node target = node(id);  // a copy: pressing draws a new frame
    if (target.state == "disabled") throw Refusal("\"" + id + "\" is disabled");
    if (!target.action) throw Refusal("\"" + id + "\" is for reading, not for touching");
    const ui::Point at = target.rect.centre();
    touch(Finger::Kind::kDown, at);
    if (time > Millis{0}) pass(time);
    touch(Finger::Kind::kUp, at);
  }

  void touch(Finger::Kind kind, ui::Point at) {
    kiosk_.take(Finger{kind, at.x, at.y});
    kiosk_.frame();
  }

  void hold_line(const std::string& argument) {
    const std::size_t space = argument.rfind(' ');
    const std::string time = space == std::string::npos ? "" : argument.substr(space + 1);
    if (time.empty() || time.find_first_not_of("0123456789") != std::string::npos ||
        time.size() > 7)
      throw Refusal("hold takes an id and milliseconds: hold enter 2000");
    hold(argument.substr(0, argument.find_last_not_of(' ', space) + 1), Millis{std::stoi(time)});
  }

  /// A hand on the keyboard: too slow for a scanner.
  void type(const std::string& text) {
    constexpr Millis kByHand{150};
    for (const char c : text) {
      stroke(c);
      pass(kByHand);
    }
    throw Refusal("no field on this screen takes text");
  }

  /// A card in a hand: the next one comes later than the scanner's last stroke.
  void scan(const std::string& code) {
    if (code.empty()) throw Refusal("scan takes the code of a card");
    constexpr Millis kNextCard{500};
    pass(kNextCard);
    for (const char c : code) stroke(c);
    stroke('\n');
    kiosk_.frame();
  }

  void stroke(char c) {
    if (const auto input = scanner_.stroke({c, clock_.now().steady})) kiosk_.take(*input);
  }

  void key(const std::string& name) {
    static const std::map<std::string, platform::Key> kKeys{{"up", platform::Key::kUp},
                                                            {"down", platform::Key::kDown},
                                                            {"select", platform::Key::kSelect},
                                                            {"back", platform::Key::kBack},
                                                            {"help", platform::Key::kHelp}};
    const auto found = kKeys.find(name);
    if (found == kKeys.end()) throw Refusal("the keys are up, down, select, back and help");
    kiosk_.take(found->second);
    kiosk_.frame();
  }

  void set_clock(const std::string& argument) {
    if (argument.starts_with('+')) {
      const auto by = parse_duration(std::string_view{argument}.substr(1));
      if (!by) throw Refusal("write a duration as +PT10S, +PT5M or +P1D");
      return pass(*by);
    }
    const auto wall = parse_instant(argument, zone_);
    if (!wall) throw Refusal("write a time as 2026-11-23T10:05, or a duration as +PT10S");
    clock_.set_wall(*wall);
    kiosk_.frame();
  }

  /// Until everything that was to be durable is, and the screen says so.
  void wait() {
    using namespace std::chrono_literals;
    const auto deadline = std::chrono::steady_clock::now() + 30s;
    kiosk_.frame();
    while (!kiosk_.settled()) {
      if (std::chrono::steady_clock::now() > deadline)
        throw Refusal("the disk has not answered in 30 seconds");
      std::this_thread::sleep_for(200us);
      kiosk_.frame();  // takes the answers; they may ask for more
    }
  }

  void expect(const ScriptLine& line) {
    const auto same = [](const std::string& what, const std::string& is,
                         const std::string& should) {
      if (is != should) throw Refusal(what + " is \"" + is + "\", not \"" + should + "\"");
    };
    if (const auto screen = line.expected.find("screen"); screen != line.expected.end())
      return same("the screen", std::string{screen_name(kiosk_.model())}, screen->second);
    const ui::Node& found = node(line.argument);
    for (const auto& [key, value] : line.expected)
      same("the " + key + " of " + line.argument, key == "text" ? found.label : found.state, value);
  }

  void tree(Json& reply) {
    const float mm = kiosk_.stage().px_per_mm();
    Json nodes = Json::array();
    for (const ui::Node& n : kiosk_.stage().nodes()) {
      const auto tenth = [mm](float px) { return std::round(px / mm * 10) / 10.0; };
      nodes.push_back(
          {{"id", n.id},
           {"role", role_name(n.role)},
           {"label", n.label},
           {"spoken", n.spoken},
           {"state", n.state},
           {"group", n.group},
           {"rect_px",
            {round_px(n.rect.x), round_px(n.rect.y), round_px(n.rect.w), round_px(n.rect.h)}},
           {"rect_mm", {tenth(n.rect.x), tenth(n.rect.y), tenth(n.rect.w), tenth(n.rect.h)}},
           {"ink", n.ink.hex()},
           {"paper", n.paper.hex()},
           {"touch", n.action.has_value()},
           {"main", n.main},
           {"fits", n.fits},
           {"focused", n.id == kiosk_.stage().focused()}});
    }
    reply["nodes"] = std::move(nodes);
  }

  void shot(const std::string& file) {
    if (file.empty()) throw Refusal("shot takes the name of a PNG file");
    try {
      platform::write_png(surface_.read(), file);
    } catch (const std::runtime_error& error) {
      throw Refusal(error.what());
    }
  }

  std::string zone_;
  SetClock clock_;
  platform::Surface& surface_;
  platform::ScannerReader scanner_;
  Kiosk kiosk_;
  bool quits_ = false;
};

int drive(const DriveOptions& options) {
  const auto centre = centre_of(options.data);
  const Size size = read_size(options.size);
  std::ifstream file;
  if (options.file != "-") {
    file.open(options.file);
    if (!file) throw std::runtime_error("cannot read " + options.file);
  }
  std::istream& script = options.file == "-" ? std::cin : file;
  keep_private(options.data);
  log_to(options.data);
  const auto surface = options.window ? platform::open_window({false, size.width, size.height})
                                      : platform::open_offscreen(size.width, size.height);
  Driver driver(options.data, centre, *surface);
  bool all_ok = true;
  for (std::string text; !driver.quits() && std::getline(script, text);) {
    const auto line = read_line(text);
    if (!line) continue;
    const Json reply = driver.answer(*line);
    all_ok = all_ok && reply["ok"].get<bool>();
    std::cout << reply.dump() << std::endl;
  }
  return all_ok ? 0 : 1;
}

}  // namespace

void add_drive(CLI::App& program, int& exit_code) {
  auto* command = program.add_subcommand("drive", "the kiosk, moved by a script");
  auto options = std::make_shared<DriveOptions>();
  command->add_option("--data", options->data, "the centre's data directory")->required();
  command->add_option("--size", options->size, "of the screen")->capture_default_str();
  auto* offscreen =
      command->add_flag("--offscreen", options->offscreen, "no display needed (as without it)");
  command->add_flag("--window", options->window, "in a window on the X server")
      ->excludes(offscreen);
  command->add_option("script", options->file, "a file of commands, or - for standard input")
      ->required();
  command->callback([options, &exit_code] { exit_code = drive(*options); });
}

}  // namespace sveiki
