// SPDX-License-Identifier: EUPL-1.2
// What pages are put together from: forms, tables, sections.
#include "region/pages/view.h"

namespace sveiki::region::pages {

Html form(const View& view, std::string_view action, std::initializer_list<Html> inside) {
  Html fields = hidden("form", view.form_token);
  for (const Html& part : inside) fields += part;
  return tag("form", {{"method", "post"}, {"action", action}}, fields);
}

Html field(const std::string& label, const std::string& name, const std::string& type,
           const std::string& value, const std::string& hint, const std::string& autocomplete,
           const std::string& wrong) {
  const bool number = type == "number";
  const std::string hint_id = name + "-hint", wrong_id = name + "-wrong";
  // A field for numbers that loses what is not one would be worse than a plain one.
  const Html input = tag("input", {{"id", name},
                                   {"name", name},
                                   {"type", number ? "text" : type.c_str()},
                                   {"inputmode", "numeric", number},
                                   {"value", value},
                                   {"required", true},
                                   {"autocomplete", autocomplete},
                                   {"maxlength", number ? 7 : 200},
                                   {"aria-invalid", "true", !wrong.empty()},
                                   {"aria-describedby", wrong.empty() ? hint_id : wrong_id,
                                    !hint.empty() || !wrong.empty()}});
  return tag("p", {{"class", "field"}}, tag("label", {{"for", name}}, label),
             wrong.empty() ? Html{} : tag("span", {{"class", "wrong"}, {"id", wrong_id}}, wrong),
             input,
             hint.empty() ? Html{} : tag("span", {{"class", "hint"}, {"id", hint_id}}, hint));
}

Html hidden(const std::string& name, const std::string& value) {
  return tag("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

Html select(const std::string& label, const std::string& name, const std::vector<Choice>& choices,
            const std::string& chosen) {
  Html options;
  for (const Choice& choice : choices)
    options += tag("option", {{"value", choice.value}, {"selected", choice.value == chosen}},
                   choice.label);
  return tag("p", {{"class", "field"}}, tag("label", {{"for", name}}, label),
             tag("select", {{"id", name}, {"name", name}}, options));
}

Html button(const std::string& label, bool main) {
  return tag("button", {{"type", "submit"}, {"class", main ? "main" : "quiet"}}, label);
}

Html section(const std::string& heading, std::initializer_list<Html> inside) {
  Html all = tag("h2", heading);
  for (const Html& part : inside) all += part;
  return tag("section", {{"class", "card"}}, all);
}

namespace {

Html table(const Attributes& attributes, const std::string& caption, const std::vector<Head>& heads,
           const std::vector<Html>& rows) {
  Html head, body;
  for (const Head& each : heads)
    head += tag("th", {{"scope", "col"}, {"class", "n", each.number}}, each.words);
  for (const Html& row : rows) body += row;
  // A table that scrolls must be reached by the keyboard.
  return tag("div",
             {{"class", "scroll"}, {"tabindex", 0}, {"role", "region"}, {"aria-label", caption}},
             tag("table", attributes, tag("caption", caption), tag("thead", tag("tr", head)),
                 tag("tbody", body)));
}

}  // namespace

Html table(const std::string& caption, const std::vector<Head>& heads,
           const std::vector<Html>& rows, const std::string& id) {
  return table({{"id", id, !id.empty()}}, caption, heads, rows);
}

Html records(const std::string& caption, const std::vector<Head>& heads,
             const std::vector<std::vector<Html>>& all) {
  std::vector<Html> rows;
  for (const std::vector<Html>& record : all) {
    Html cells = tag("th", {{"scope", "row"}}, record.front());
    for (std::size_t i = 1; i < record.size(); ++i) {
      const bool last = i + 1 == record.size() && record.size() < heads.size();
      cells += tag("td",
                   {{"data-of", heads[i].words, !last},
                    {"class", "n", heads[i].number},
                    {"colspan", std::to_string(heads.size() - i), last}},
                   record[i]);
    }
    rows.push_back(tag("tr", cells));
  }
  return table({{"class", "records"}}, caption, heads, rows);
}

Html notice(const std::string& text, bool good) {
  return tag("p",
             {{"class", good ? "notice good" : "notice bad"}, {"role", good ? "status" : "alert"}},
             text);
}

}  // namespace sveiki::region::pages
