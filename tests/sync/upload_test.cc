// SPDX-License-Identifier: EUPL-1.2
#include "sync/upload.h"

#include "support/catch.h"
#include "sync/an_upload.h"

using namespace sveiki;
using namespace sveiki::sync;

namespace {

const std::string kSmall =
    R"({"v":1,"device":"dv_7F3K9QWX","centre":"ce_2MPNH8ZT","sent_at":5,"sheets":[)"
    R"({"kind":"day","life":"00000000000000a1","period":"2026-11-22","tz":"Europe/Riga","rev":1,)"
    R"("cols":["t","k","visits"],"rows":[["T","",3]]}]})";

/// The small upload with one piece of it replaced.
std::string with(std::string_view piece, std::string_view by) {
  std::string text = kSmall;
  const auto at = text.find(piece);
  REQUIRE(at != std::string::npos);
  return text.replace(at, piece.size(), by);
}

Problem problem(std::string_view body) {
  INFO(body);
  const auto read = read_upload(body);
  REQUIRE(std::holds_alternative<Problem>(read));
  return std::get<Problem>(read);
}

std::string fault(std::string_view body) {
  const Problem found = problem(body);
  return std::to_string(found.status) + " " + found.pointer;
}

}  // namespace

TEST_CASE("An upload says the same after its journey") {
  test::Uploads uploads;
  CHECK(std::get<Upload>(read_upload(write_upload(test::full_upload()))) == test::full_upload());
  for (int i = 0; i < 500; ++i) {
    const Upload upload = uploads.next();
    const std::string body = write_upload(upload);
    INFO(body);
    const auto read = read_upload(body);
    REQUIRE(std::holds_alternative<Upload>(read));
    CHECK(std::get<Upload>(read) == upload);
    CHECK(write_upload(std::get<Upload>(read)) == body);
  }
}

TEST_CASE("An upload is written as the region's document shows it") {
  Upload upload = test::full_upload();
  upload.sheets.resize(1);
  CHECK(
      write_upload(upload) ==
      R"({"v":1,"device":"dv_7F3K9QWX","centre":"ce_2MPNH8ZT","sent_at":1795000000000,)"
      R"("app":"0.1.0","catalogue":3,"sheets":[{"kind":"day","life":"00000000000000a1",)"
      R"("period":"2026-11-22","tz":"Europe/Vilnius","rev":7,"state":"open",)"
      R"("cols":["t","k","visits","headcount","people","newcomers","signups","minutes","services"],)"
      R"("rows":[["A","",4,0,4,0,0,90,0],["A","ac_7F3K9QWX",-2,0,-1,0,1,-45,0],)"
      R"(["T","",31,12,17,2,5,1440,3]]}]})");
}

TEST_CASE("Columns in which nothing was counted do not travel and are zero") {
  const auto sheet = [](std::string_view body) {
    return std::get<Upload>(read_upload(body)).sheets.front();
  };
  CHECK(sheet(kSmall).rows.at({'T', ""}) == RowValues{3});
  CHECK(sheet(with("\"visits\"],\"rows\":[[\"T\",\"\",3",
                   "\"services\",\"visits\"],\"rows\":[[\"T\",\"\",4,3"))
            .rows.at({'T', ""}) == RowValues{3, 0, 0, 0, 0, 0, 4});
  CHECK(sheet(with("[\"T\",\"\",3]", "[\"T\",\"\",0]")).rows.empty());
  CHECK(sheet(with("[\"T\",\"\",3]", "")).rows.empty());
}

TEST_CASE("What is not JSON is refused as not JSON") {
  for (const std::string& body :
       std::vector<std::string>{"",
                                " ",
                                "hello",
                                "<html><body>Welcome to our hotel</body></html>",
                                "{",
                                kSmall + "x",
                                kSmall + "{}",
                                kSmall + std::string(1, '\0'),
                                kSmall + std::string("\0x", 2),
                                "\xEF\xBB\xBF" + kSmall,
                                kSmall.substr(0, kSmall.size() - 1),
                                with("\"rev\"", "rev"),
                                with("dv_7F3K9QWX", "dv_7F3K9QW\xC3"),
                                with("dv_7F3K9QWX", "dv_7F3K9QW\xED\xA0\x80"),
                                with("dv_7F3K9QWX", "dv_7F3K9QW\\ud800"),
                                with("dv_7F3K9QWX", "dv_\n7F3K9QW"),
                                with(":5", ":05"),
                                with(":5", ":+5"),
                                with(":5", ":0x5"),
                                with(":5", ":NaN"),
                                with(":5", ":5/**/"),
                                with("3]", "3,]"),
                                with("\"v\"", "'v'")})
    CHECK(fault(body) == "400 ");
  // White space around it is part of JSON.
  CHECK(std::holds_alternative<Upload>(read_upload("\n " + kSmall + " \n")));
}

TEST_CASE("Another version of the schema is told apart from a mistake") {
  CHECK(fault(with("\"v\":1", "\"v\":2")) == "415 /v");
  CHECK(fault(with("\"v\":1", "\"v\":0")) == "415 /v");
  CHECK(fault("{\"v\":2,\"whatever\":[]}") == "415 /v");
  CHECK(fault(with("\"v\":1", "\"v\":\"1\"")) == "422 /v");
  CHECK(fault(with("\"v\":1", "\"v\":1.0")) == "422 /v");
  CHECK(fault(with("\"v\":1,", "")) == "422 ");
  CHECK(fault("[]") == "422 ");
  CHECK(fault("1") == "422 ");
}

TEST_CASE("A mistake is told with the place where it stands") {
  CHECK(fault(with("dv_", "ce_")) == "422 /device");
  CHECK(fault(with("ce_", "dv_")) == "422 /centre");
  CHECK(fault(with(":5", ":-1")) == "422 /sent_at");
  CHECK(fault(with("\"kind\":\"day\"", "\"kind\":\"week\"")) == "422 /sheets/0/kind");
  CHECK(fault(with("a1\"", "A1\"")) == "422 /sheets/0/life");
  CHECK(fault(with("2026-11-22", "2026-11-31")) == "422 /sheets/0/period");
  CHECK(fault(with("2026-11-22", "2026-11")) == "422 /sheets/0/period");
  CHECK(fault(with("Europe/Riga", "Europe/Paris")) == "422 /sheets/0/tz");
  CHECK(fault(with("\"rev\":1", "\"rev\":0")) == "422 /sheets/0/rev");
  CHECK(fault(with("\"visits\"", "\"n\"")) == "422 /sheets/0/cols/2");
  CHECK(fault(with("\"visits\"", "\"visits\",\"visits\"")) == "422 /sheets/0/cols/3");
  CHECK(fault(with("\"t\",\"k\"", "\"k\",\"t\"")) == "422 /sheets/0/cols/0");
  CHECK(fault(with("[\"T\",\"\",3]", "[\"T\",\"\",3,4]")) == "422 /sheets/0/rows/0");
  CHECK(fault(with("[\"T\",\"\",3]", "[\"T\",\"\"]")) == "422 /sheets/0/rows/0");
  CHECK(fault(with("[\"T\",\"\",3]", "[\"T\",\"ac_7F3K9QWX\",3]")) == "422 /sheets/0/rows/0/1");
  CHECK(fault(with("[\"T\",\"\",3]", "[\"B\",\"85-\",3]")) == "422 /sheets/0/rows/0/1");
  CHECK(fault(with("[\"T\",\"\",3]", "[\"TT\",\"\",3]")) == "422 /sheets/0/rows/0/0");
  CHECK(fault(with("[\"T\",\"\",3]", "[\"T\",\"\",3],[\"T\",\"\",0]")) == "422 /sheets/0/rows/1");
  CHECK(fault(with(",\"tz\":\"Europe/Riga\"", "")) == "422 /sheets/0");
  CHECK(fault(with("\"tz\"", "\"zone\"")) == "422 /sheets/0");
}

TEST_CASE("Only whole numbers within bounds are counts") {
  for (const char* const number :
       {"3.0", "1e3", "-1e-3", "1000001", "-1000001", "9223372036854775807", "18446744073709551615",
        "99999999999999999999999", "-9223372036854775809", "\"3\"", "true", "null", "[]", "{}"})
    CHECK(fault(with("3]", std::string{number} + "]")) == "422 /sheets/0/rows/0/2");
  CHECK(std::holds_alternative<Upload>(read_upload(with("3]", "-1000000]"))));
  CHECK(fault(with("\"rev\":1", "\"rev\":9007199254740992")) == "422 /sheets/0/rev");
  CHECK(fault(with(":5", ":253402300800000")) == "422 /sent_at");
}

TEST_CASE("A key that stands twice is refused wherever it stands") {
  CHECK(fault(with("\"v\":1", "\"v\":1,\"v\":1")) == "422 ");
  CHECK(fault(with("\"rev\":1", "\"rev\":1,\"rev\":2")) == "422 ");
  CHECK(fault(with("\"rev\":1", "\"rev\":1,\"\\u0072ev\":2")) == "422 ");
}

TEST_CASE("An upload may be neither too deep nor too large nor too long") {
  const auto nested = [](int depth) {
    return with(":5", ":" + std::string(depth, '[') + std::string(depth, ']'));
  };
  CHECK(fault(nested(kMaxDepth - 1)) == "422 /sent_at");
  CHECK(problem(nested(kMaxDepth)).detail == "This is nested too deep.");
  CHECK(fault(std::string(100'000, '[')) == "422 ");
  CHECK(fault(kSmall + std::string(kMaxBody, ' ')) == "413 ");
  CHECK(std::holds_alternative<Upload>(
      read_upload(kSmall + std::string(kMaxBody - kSmall.size(), ' '))));

  Upload upload = test::full_upload();
  Sheet sheet = upload.sheets.front();
  upload.sheets.clear();
  CHECK(fault(write_upload(upload)) == "422 /sheets");
  sheet.rows = {{{'T', ""}, {1}}};
  for (std::size_t i = 0; i < kMaxSheets; ++i) {
    sheet.id.period = CivilDay{2026, 1, 1}.next(static_cast<int>(i)).iso();
    upload.sheets.push_back(sheet);
  }
  CHECK(std::get<Upload>(read_upload(write_upload(upload))) == upload);
  sheet.id.period = "2025-01-01";
  upload.sheets.push_back(sheet);
  CHECK(fault(write_upload(upload)) == "422 /sheets");

  const auto rows = [](int count) {
    std::string all;
    for (int i = 0; i < count; ++i)
      all += (i ? "," : "") + ("[\"A\",\"ac_" + std::to_string(10'000'000 + i)) + "\",1]";
    return with("[\"T\",\"\",3]", all);
  };
  CHECK(std::holds_alternative<Upload>(read_upload(rows(500))));
  CHECK(fault(rows(501)) == "422 /sheets/0/rows");
}

TEST_CASE("A sheet that stands twice in an upload is refused") {
  Upload upload = test::full_upload();
  upload.sheets.push_back(upload.sheets.front());
  upload.sheets.back().revision = 8;
  CHECK(fault(write_upload(upload)) == "422 /sheets/3");
}

TEST_CASE("A refusal never repeats what was sent") {
  for (const std::string& body :
       {with("dv_7F3K9QWX", "Jonas Petraitis"), with("\"rev\"", "\"Jonas\":0,\"rev\""),
        with("\"v\":1", "\"v\":1,\"Jonas\":1,\"Jonas\":2"), with("3]", "\"Jonas\"]"),
        with("\"tz\"", "\"Jonas\"")})
    CHECK(write_problem(problem(body)).find("Jonas") == std::string::npos);
}

TEST_CASE("A refusal is a problem that other programs can read") {
  CHECK(write_problem({422, "/sheets/3", "This must be a list."}) ==
        R"({"status":422,"detail":"This must be a list.","pointer":"/sheets/3"})");
  CHECK(write_problem({401, "", "Not signed."}) == R"({"status":401,"detail":"Not signed."})");
  CHECK(write_problem({415, "/v", "No."}) ==
        R"({"status":415,"detail":"No.","pointer":"/v","supported":[1]})");
}
