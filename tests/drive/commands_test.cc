// SPDX-License-Identifier: EUPL-1.2
// The language of `drive`: every command, said rightly and wrongly. README documents it.
#include <unistd.h>

#include "support/catch.h"
#include "support/kiosk_data.h"

using namespace sveiki::test;

TEST_CASE("Every command is answered with ok and the screen, and exit code 0 says all was well") {
  const KioskData data;
  Driven kiosk(data.path());
  const std::string picture = data / "screen.png";
  for (const std::string& line :
       {clock_at("10:00"), std::string{"clock +PT1M"}, std::string{"expect screen=attract"},
        std::string{"tap language.en"}, std::string{"expect enter text=I am here"},
        std::string{"expect language.en state=selected"}, std::string{"hold enter 300"},
        std::string{"expect screen=who"}, std::string{"key down"}, std::string{"key up"},
        std::string{"key back"}, std::string{"scan SV-1001"}, std::string{"wait"},
        std::string{"tree"}, "shot " + picture, std::string{"quit"}}) {
    const Json reply = kiosk.say(line);
    INFO(line << " -> " << reply.dump());
    CHECK(reply["ok"] == true);
    CHECK(reply["screen"].get<std::string>().size() > 2);
    CHECK_FALSE(reply.contains("why"));
  }
  CHECK(kiosk.end() == 0);
  CHECK(read_file(picture).starts_with("\x89PNG"));
}

TEST_CASE("What cannot be done says why, the script goes on, and exit code 1 tells at the end") {
  const KioskData data;
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00")});
  for (const auto& [line, why] : std::vector<std::pair<std::string, std::string>>{
           {"tap nothing", "there is no \"nothing\" on this screen"},
           {"tap clock", "\"clock\" is for reading, not for touching"},
           {"tap", "there is no \"\" on this screen"},
           {"hold enter", "hold takes an id and milliseconds"},
           {"hold enter soon", "hold takes an id and milliseconds"},
           {"hold nothing 100", "there is no \"nothing\" on this screen"},
           {"type Anna", "no field on this screen takes text"},
           {"scan", "scan takes the code of a card"},
           {"key space", "the keys are up, down, select, back and help"},
           {"clock soon", "write a time as"},
           {"clock +soon", "write a duration as"},
           {"clock 2026-02-30T10:00", "write a time as"},
           {"expect screen=who", "the screen is \"attract\", not \"who\""},
           {"expect enter text=Go away", "not \"Go away\""},
           {"expect enter state=selected", "not \"selected\""},
           {"expect nothing text=x", "there is no \"nothing\" on this screen"},
           {"shot", "shot takes the name of a PNG file"},
           {"shot /nowhere/at/all.png", "/nowhere/at/all.png"},
           {"dance", "\"dance\" is not a command"}}) {
    const Json reply = kiosk.say(line);
    INFO(line << " -> " << reply.dump());
    CHECK(reply["ok"] == false);
    CHECK(reply["screen"] == "attract");
    CHECK(reply["why"].get<std::string>().find(why) != std::string::npos);
  }
  CHECK(kiosk.go({"# a remark is not answered\n\ntap enter"}) == "who");
  CHECK(kiosk.end() == 1);
}

TEST_CASE("Time stands still between commands") {
  const KioskData data;
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00"), "tap enter"});
  const std::string before = kiosk.say("tree").dump();
  ::usleep(300'000);
  CHECK(kiosk.say("tree").dump() == before);
  CHECK(kiosk.go({"clock +PT16S"}) == "still-here");
  CHECK(kiosk.go({"tap go-on"}) == "who");
  CHECK(kiosk.go({"clock +PT14S", "clock +PT2S", "clock +PT20S"}) == "attract");
}

TEST_CASE("A clock that somebody sets moves no countdown") {
  const KioskData data;
  Driven kiosk(data.path());
  CHECK(kiosk.go({clock_at("10:00"), "tap enter", clock_at("11:00")}) == "who");
  CHECK(kiosk.go({"clock +PT1H"}) == "attract");
  CHECK(kiosk.label("clock").find("12") == 0);
}

TEST_CASE("A script in a file does the same as lines that are typed") {
  const KioskData data;
  const std::string script = data / "script";
  write_file(script, clock_at("10:00") + "\ntap enter\nexpect screen=who\n");
  const Ran good = run_kiosk({"drive", "--data", data.path(), "--size", "640x360", script});
  CHECK(good.code == 0);
  CHECK(good.out ==
        "{\"ok\":true,\"screen\":\"attract\"}\n{\"ok\":true,\"screen\":\"who\"}\n"
        "{\"ok\":true,\"screen\":\"who\"}\n");
  const Ran missing = run_kiosk({"drive", "--data", data.path(), "/nowhere/script"});
  CHECK(missing.code == 1);
  CHECK(missing.err == "sveiki-kiosk: cannot read /nowhere/script\n");
}

TEST_CASE("A command line that makes no sense is refused in words") {
  const KioskData data;
  CHECK(run_kiosk({"drive"}).code == 2);
  CHECK(run_kiosk({"drive", "--data", data.path(), "--window", "--offscreen", "-"}).code == 2);
  const Ran size = run_kiosk({"drive", "--data", data.path(), "--size", "large", "-"});
  CHECK(size.code == 1);
  CHECK(size.err == "sveiki-kiosk: \"large\" is not a size. Write it as 1920x1080.\n");
  const Ran nowhere = run_kiosk({"drive", "--data", "/nowhere", "-"});
  CHECK(nowhere.code == 1);
  CHECK(nowhere.err.find("/nowhere is not a data directory of a centre") != std::string::npos);
}
