// SPDX-License-Identifier: EUPL-1.2
// Files of the same numbers: what `sveiki-region export` writes.
#include <algorithm>
#include <array>

#include "region/data_package.h"
#include "region/json_report.h"
#include "region/open_data.h"
#include "region/pack.h"
#include "region/pages/routes.h"
#include "region/workbook.h"
#include "report/csv.h"

namespace sveiki::region::pages {
namespace {

struct Format {
  std::string_view name;
  std::string_view ending;  ///< of the file
  const char* label;
  /// Over the whole region only: parts of it, put beside the whole, would tell what both leave out.
  bool whole_region = false;
};
constexpr std::array kFormats{
    Format{"xlsx", "xlsx", msg("Workbook for Excel")},
    Format{"csv", "csv", msg("Table as text, for any program")},
    Format{"package", "zip", msg("Data package with a description")},
    Format{"json", "json", msg("Report for programs")},
    Format{"open-csv", "csv", msg("Open data, rounded, for everybody"), true},
    Format{"pack", "zip", msg("Evidence pack for an auditor"), true},
};

bool may_have(const View& view, const Format& format) {
  return !format.whole_region || !view.is(User::Role::kPartner);
}

Response page(const View& view, const Html& news, int status = 200) {
  const Report report = report_for(view);
  std::vector<Choice> formats;
  for (const Format& format : kFormats)
    if (may_have(view, format))
      formats.push_back({std::string{format.name}, view.tr(format.label)});
  const auto months = months_to_choose(view);
  const std::vector<Choice> places{{"then", view.tr("as they stood then")},
                                   {"today", view.tr("as they stand today")}};
  const std::vector<Choice> purposes{
      {"copy", view.tr("for the partners: without numbers below five")},
      {"audit", view.tr("for an audit: with every number")}};
  Html main = news;
  main += section(
      view.tr("Get a file"),
      {form(view, "/exports",
            {select(view.tr("From"), "from", months, view.filled("from", report.from_month)),
             select(view.tr("To"), "to", months, view.filled("to", report.to_month)),
             select(view.tr("Kind of file"), "format", formats, view.filled("format")),
             select(view.tr("Purpose"), "purpose", purposes, view.filled("purpose")),
             select(view.tr("Centres"), "places", places, view.filled("places")),
             button(view.tr("Get the file"))})});
  return show(view, {view.tr("Files"), {}, main, status});
}

std::string bytes_of(const View& view, std::string_view format, const ReportQuestion& question) {
  const Instant now = view.request.at;
  const Language language = *region::language_named(view.words.language());
  if (format == "pack") return write_pack(gather_evidence(view.storage, question, language, now));
  const Purpose purpose = view.filled("purpose") == "audit" ? Purpose::kAudit : Purpose::kCopy;
  if (format == "open-csv") return report::to_csv(publish(view.storage, question, view.today, now));
  const Report report = make_report(view.storage, question, now);
  const ActivityNames names = view.storage.activity_names();
  if (format == "xlsx") return workbook(report, purpose, language, names);
  // Excel takes a file without the mark for something else than UTF-8.
  if (format == "csv")
    return "\xef\xbb\xbf" +
           report::to_csv(months_table(report, purpose,
                                       activity_names_in(view.words.language(), names, report)));
  if (format == "package") return data_package(report, purpose, names);
  return json_report(report, purpose, names);
}

Response file_of(const View& view, const Format& format, const ReportQuestion& question) {
  Response response{200, "application/octet-stream", bytes_of(view, format.name, question), {}};
  response.headers["Cache-Control"] = "no-store";
  view.storage.note(
      view.user.login,
      {view.filled("purpose") == "audit" ? msg("Took every number of {from} to {to}: {format}.")
                                         : msg("Took a file of {from} to {to}: {format}."),
       {{"from", question.from_month},
        {"to", question.to_month},
        {"format", std::string{format.name}}}},
      view.request.at);
  return response;
}

}  // namespace

Response exports(const View& view) {
  return page(view, {});
}

Response export_file(const View& view) {
  const auto refuse = [&](const std::string& why) { return page(view, notice(why, false), 422); };
  const auto format = std::ranges::find(kFormats, view.filled("format"), &Format::name);
  if (format == kFormats.end()) return refuse(view.tr("Choose a kind of file."));
  if (!may_have(view, *format)) return no_page(view, 403);
  ReportQuestion question{view.filled("from"), view.filled("to"), {}, scope(view)};
  if (months_between(question.from_month, question.to_month).empty())
    return refuse(view.tr("The last month comes before the first."));
  if (format->name == "open-csv" && view.today < open_from(question.to_month))
    return refuse(view.tr("Open data comes a month after its last month."));
  // Open data has its places as they stood then, for all who ask.
  if (view.filled("places") == "today" && format->name != "open-csv") question.as_of = view.today;
  try {
    Response response = file_of(view, *format, question);
    // The months were read as months: nothing of the request's own text comes into the name.
    response.headers["Content-Disposition"] = "attachment; filename=\"sveiki-" +
                                              question.from_month + "-" + question.to_month + "." +
                                              std::string{format->ending} + "\"";
    return response;
  } catch (const Refusal&) {
    return refuse(view.tr(kDisagree));
  }
}

Response report_file(const View& view) {
  const ReportQuestion question{view.asked("from"), view.asked("to"), {}, scope(view)};
  if (months_between(question.from_month, question.to_month).empty())
    return problem(422, "Say ?from=2026-01&to=2026-12: two months, the first one first.");
  const auto json = std::ranges::find(kFormats, std::string_view{"json"}, &Format::name);
  Response response = file_of(view, *json, question);
  response.type = "application/json";
  return response;
}

}  // namespace sveiki::region::pages
